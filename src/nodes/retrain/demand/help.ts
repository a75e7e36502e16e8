import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { triggerHelp } from '../../triggers/trigger-help';
import type { demandSpec } from './spec';

export const demandHelp: HelpOf<typeof demandSpec> = {
  kind: text(
    'Fires when a person says so, with the node’s “Fire” button while the loop plays. For runs that nobody watches, list the ticks at which it fires by itself.',
    '루프를 재생하는 동안 사람이 노드의 “작동” 버튼을 누르면 작동해요. 지켜보는 사람이 없는 실행에서는 스스로 작동할 틱을 적어 두세요.',
  ),
  fields: { ticks: text('Counted from 1.', '1부터 헤아려요.'), ...triggerHelp },
};
