import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { combineSpec } from './spec';

export const combineCode = defineCode(combineSpec, {
  loop: ({ mode, within }) =>
    mode === 'any'
      ? text('fires when any of its signals fires.', '신호가 하나라도 작동하면 작동해요.')
      : text(
          `fires once all of its signals have fired within ${counted(within, 'tick')}; each firing counts once.`,
          `${within}틱 안에 신호가 모두 작동하면 작동해요. 한 번의 작동은 한 번만 헤아려요.`,
        ),
});
