import { text } from '../../../lib/text';
import type { FormField } from '../../contract/kind';
import { measureOptions } from '../../wording/measure-words';
import type { GateParams } from './params';

const rows = text('rows', '행');
const compares = ({ decision }: GateParams): boolean => decision !== 'always';
const tests = (params: GateParams): boolean => compares(params) || params.watchRows > 0;

/** The inspector's fields of `retrain.gate`. */
export const gateForm: { readonly [K in keyof GateParams]-?: FormField<GateParams> } = {
  decision: {
    label: text('Who decides', '결정 방식'),
    control: {
      type: 'choice',
      options: [
        { value: 'compare', label: text('the comparison', '비교 결과에 따라') },
        { value: 'ask', label: text('a person, who is shown it', '비교를 보고 사람이') },
        { value: 'always', label: text('nobody: promote every challenger', '비교 없이 항상 승격') },
      ],
    },
  },
  rows: {
    label: text('Rows to compare on', '비교할 행'),
    control: { type: 'number', min: 2, max: 1_000_000, integer: true, unit: rows },
    when: compares,
  },
  measure: {
    label: text('Measure', '지표'),
    control: { type: 'choice', options: measureOptions },
    when: tests,
  },
  minGain: {
    label: text('Minimum gain', '최소 향상 폭'),
    control: { type: 'number', min: 0, max: 1e12, step: 0.005 },
    when: compares,
  },
  test: {
    label: text('Test', '검정'),
    control: {
      type: 'choice',
      options: [
        { value: 'auto', label: text('By the task', '작업에 맞게 자동') },
        { value: 'paired-t', label: text('Paired t', '대응표본 t 검정') },
        { value: 'wilcoxon', label: text('Wilcoxon', '윌콕슨 부호 순위 검정') },
        { value: 'bootstrap', label: text('Bootstrap interval', '부트스트랩 구간') },
        { value: 'none', label: text('None: the gain alone', '없음: 향상 폭만') },
      ],
    },
    when: tests,
  },
  level: {
    label: text('Significance level', '유의 수준'),
    control: { type: 'number', min: 0.0001, max: 0.5, step: 0.01 },
    when: (params) => tests(params) && params.test !== 'none',
  },
  patience: {
    label: text('Gives up after', '기다리는 한도'),
    control: { type: 'number', min: 0, max: 1_000_000, integer: true, unit: text('ticks', '틱') },
    section: 'advanced',
    when: compares,
  },
  watchRows: {
    label: text('Watch after a promotion', '승격 후 지켜볼 행'),
    control: { type: 'number', min: 0, max: 1_000_000, integer: true, unit: rows },
  },
  watchLoss: {
    label: text('Rolls back beyond', '롤백 기준'),
    control: { type: 'number', min: 0, max: 1e12, step: 0.005 },
    when: ({ watchRows }) => watchRows > 0,
  },
  sensitive: {
    label: text('Sensitive column', '민감 속성 열'),
    control: { type: 'text' },
    section: 'advanced',
    when: (params) => params.worstGroupDrop !== null || params.parityRise !== null,
  },
  worstGroupDrop: {
    label: text('Worst group may lose', '가장 나쁜 집단의 허용 저하'),
    control: { type: 'number', min: 0, max: 10, step: 0.01, nullable: true },
    section: 'advanced',
  },
  parityRise: {
    label: text('Parity difference may rise', '집단 간 선택률 차이의 허용 증가'),
    control: { type: 'number', min: 0, max: 1, step: 0.01, nullable: true },
    section: 'advanced',
  },
  favourable: {
    label: text('Favourable class', '유리한 클래스'),
    control: { type: 'text' },
    section: 'advanced',
    when: ({ parityRise }) => parityRise !== null,
  },
  maxParameters: {
    label: text('Most parameters', '최대 매개변수 수'),
    control: { type: 'number', min: 1, max: 1e12, integer: true, nullable: true },
    section: 'advanced',
  },
  maxMultiplyAdds: {
    label: text('Most multiply-adds a row', '행마다 최대 곱셈-덧셈 수'),
    control: { type: 'number', min: 1, max: 1e15, integer: true, nullable: true },
    section: 'advanced',
  },
};
