import { count } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { firesWhen } from '../../triggers/loop-words';
import { demandSpec } from './spec';

export const demandCode = defineCode(demandSpec, {
  loop({ ticks, ...restraints }) {
    const list = ticks.map(count).join(', ');
    const when =
      ticks.length === 0
        ? text('when a person asks for it', '사람이 요청하면')
        : text(`when a person asks for it, and at ticks ${list}`, `사람이 요청하거나 틱 ${list}에서`);
    return firesWhen(when, restraints);
  },
});
