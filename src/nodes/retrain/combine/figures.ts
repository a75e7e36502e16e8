import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';

/** What triggers joined to one say in figures. */
export const combineFigures: FigureWords = {
  decision: {
    name: text('Decision', '결정'),
    words: { fired: text('fired', '작동함'), 'not-fired': text('did not fire', '작동하지 않음') },
  },
  mode: {
    name: text('Mode', '방식'),
    words: { any: text('any of them', '하나라도'), all: text('all of them', '모두') },
  },
  within: { name: text('Within ticks', '이 틱 안에') },
  of: { name: text('Of in all', '전체') },
  counting: { name: text('Conditions that hold', '맞는 조건') },
  fired: null,
  sinceRow: null,
  history: null,
};
