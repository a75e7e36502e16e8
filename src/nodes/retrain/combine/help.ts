import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { combineSpec } from './spec';

export const combineHelp: HelpOf<typeof combineSpec> = {
  kind: text(
    'Joins two to four triggers into one signal: it fires when any of them fires, or once all of them have fired within some ticks of each other. A firing counts once.',
    '트리거 두 개에서 네 개를 신호 하나로 합쳐요. 하나라도 작동하면 작동하게 하거나, 정해진 틱 안에 모두 작동했을 때 작동하게 할 수 있어요. 한 번의 작동은 한 번만 헤아려요.',
  ),
  fields: { within: text('1: all in one tick.', '1이면 한 틱 안에 모두 작동해야 해요.') },
};
