import { text } from '../../lib/text';
import type { FieldsHelp } from '../contract/help';
import type { TriggerParams } from './trigger-params';

export const triggerHelp: FieldsHelp<TriggerParams> = {
  minRows: text(
    'It does not fire before this many labelled rows have come in since the last champion or the last firing.',
    '마지막 챔피언이 나오거나 마지막으로 작동한 뒤 라벨이 달린 행이 이만큼 들어오기 전에는 작동하지 않아요.',
  ),
  coolDown: text(
    'It does not fire again before this many batches have passed since it last fired.',
    '마지막으로 작동한 뒤 배치가 이만큼 지나기 전에는 다시 작동하지 않아요.',
  ),
};
