import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import {
  BY_HAND,
  DETECTOR_WORDS,
  MEASURE,
  REFERENCE,
  ROWS,
  SHARE,
  STREAM_ROWS,
  VALUE,
  VERSION,
} from '../../wording/figure-names';

const METHODS = {
  ks: text('Kolmogorov-Smirnov', '콜모고로프-스미르노프'),
  'chi-square': text('Chi-square', '카이제곱'),
  psi: text('PSI', 'PSI'),
  wasserstein: text('Wasserstein', '바서슈타인'),
  'jensen-shannon': text('Jensen-Shannon', '옌센-섀넌'),
  ...DETECTOR_WORDS,
};

/** What a monitor says in figures. */
export const monitorFigures: FigureWords = {
  metric: MEASURE,
  value: VALUE,
  limit: { name: text('Limit', '한계') },
  reference: REFERENCE,
  referenceOf: null,
  referenceRows: { name: text('Reference rows', '기준 행') },
  chance: { name: text('Its own figure by chance, ±', '자체 기준의 우연한 오차, ±') },
  version: VERSION,
  rows: ROWS,
  rowsFrom: STREAM_ROWS,
  rowsTo: null,
  labelled: { name: text('Labelled rows', '라벨이 달린 행') },
  withoutLabel: { name: text('Rows whose label never came', '라벨이 오지 않은 행') },
  withoutAnswer: { name: text('Rows without an answer', '답이 없는 행') },
  driftShare: { name: text('Share of columns that drift', '드리프트가 있는 열의 비율') },
  findings: { name: text('Findings', '발견') },
  share: SHARE,
  column: { name: text('Column', '열') },
  method: { name: text('Method', '방법'), words: METHODS },
  statistic: { name: text('Statistic', '통계량') },
  pValue: { name: text('p-value', 'p값') },
  threshold: {
    name: text('Threshold', '임계값'),
    // What ADWIN is given is a chance, which nothing passes.
    nameBy: { figure: 'method', names: { adwin: text('False alarms δ', '오경보 확률 δ') } },
  },
  effect: { name: text('PSI', 'PSI') },
  before: { name: text('Before', '이전') },
  byHand: BY_HAND,
  what: null,
  columns: null,
  strongest: null,
  rule: null,
  figure: null,
  active: null,
};
