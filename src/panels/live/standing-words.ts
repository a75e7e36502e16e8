import { plural } from '../../lib/figures';
import { type Text, text } from '../../lib/text';

export const NOW = text('now', '현재');
export const NOT_YET = text('not yet known', '아직 알 수 없음');

export const nowWords = (written: string, rows: number): Text =>
  text(`over the last ${written} labelled ${plural(rows, 'row')}`, `정답이 온 최근 ${written}개 행 기준`);

export const MADE_WORDS = {
  making: text('when made', '만들 때'),
  evaluation: text('in its evaluation', '평가할 때'),
  'first-rows': text('on its first rows', '처음 맡은 행에서'),
} as const;

/** The simplest answers of all, which any model should beat. */
export const SIMPLE_WORDS = {
  class: {
    noChange: text('saying the class before', '바로 앞 클래스로 답하면'),
    majority: text('saying the majority', '다수 클래스로 답하면'),
  },
  number: {
    noChange: text('saying the value before', '바로 앞 값으로 답하면'),
    majority: text('saying the mean', '평균으로 답하면'),
  },
} as const;

export const BEATEN = text(
  'The model does worse than this simple answer: retrain it on newer rows, or give it columns that tell more.',
  '모델이 이 단순한 답보다 못해요. 최근 행으로 재학습하거나 더 많은 것을 알려 주는 열을 주세요.',
);
