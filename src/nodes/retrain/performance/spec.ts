import { z } from 'zod';
import { percent } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind, type Option } from '../../contract/kind';
import { DETECTORS } from '../../contract/monitor-report';
import {
  inferTrigger,
  reportInput,
  restraints,
  signalOutput,
  triggerForm,
  triggerShape,
} from '../../triggers/trigger-params';
import { shown } from '../../wording/event-figures';
import { lessIsBetter, MEASURES, measureName, measureOptions } from '../../wording/measure-words';

const performanceParams = z.strictObject({
  condition: z.enum(['detector', 'absolute', 'relative']).default('detector'),
  detector: z.enum(DETECTORS).default('adwin'),
  measure: z.enum(['headline', ...MEASURES]).default('headline'),
  bound: z.number().min(-1e12).max(1e12).default(0.8),
  worseBy: z.number().min(0.001).max(10).default(0.1),
  ...triggerShape({ minRows: 200, coolDown: 5 }),
});
export type PerformanceParams = z.infer<typeof performanceParams>;

const detectors: readonly Option[] = [
  { value: 'adwin', label: text('ADWIN', 'ADWIN (적응형 윈도)') },
  { value: 'pageHinkley', label: text('Page-Hinkley', 'Page-Hinkley') },
  { value: 'ddm', label: text('DDM', 'DDM (드리프트 탐지법)') },
];

const NAMES = { adwin: 'ADWIN', pageHinkley: 'Page-Hinkley', ddm: 'DDM' } as const;

export const performanceSpec = defineKind({
  id: 'retrain.performance',
  version: 2,
  stage: 'retrain',
  role: 'trigger',
  computesWith: 'nothing',
  icon: 'trending-down',
  title: text('When performance drops', '성능 저하 트리거'),
  keywords: [
    'trigger',
    'performance',
    'accuracy',
    'drop',
    'degraded',
    'adwin',
    'ddm',
    'page-hinkley',
    '트리거',
    '성능',
    '저하',
    '정확도',
  ],
  inputs: [reportInput],
  outputs: [signalOutput],
  params: performanceParams,
  form: {
    condition: {
      label: text('Fires when', '작동 조건'),
      control: {
        type: 'choice',
        options: [
          { value: 'detector', label: text('a detector finds drift', '탐지기가 드리프트를 찾을 때') },
          { value: 'absolute', label: text('a measure passes a bound', '지표가 기준을 넘을 때') },
          {
            value: 'relative',
            label: text('it falls behind the champion’s own figure', '챔피언 자신의 수치보다 나빠질 때'),
          },
        ],
      },
    },
    detector: {
      label: text('Detector', '탐지기'),
      control: { type: 'choice', options: detectors },
      when: ({ condition }) => condition === 'detector',
    },
    measure: {
      label: text('Measure', '지표'),
      control: { type: 'choice', options: measureOptions },
      when: ({ condition }) => condition !== 'detector',
    },
    bound: {
      label: text('Bound', '기준'),
      control: { type: 'number', min: -1e12, max: 1e12, step: 0.01 },
      when: ({ condition }) => condition === 'absolute',
    },
    worseBy: {
      label: text('Worse by', '나빠진 정도'),
      control: { type: 'number', min: 0.001, max: 10, step: 0.01 },
      when: ({ condition }) => condition === 'relative',
    },
    ...triggerForm,
  },
  summary: (params) => {
    const { en, ko } = conditionWords(params);
    const rest = restraints(params);
    return text(`${en}${rest.en}`, `${ko}${rest.ko}`);
  },
  infer: (inputs, params) => inferTrigger(inputs, params),
});

function conditionWords({ condition, detector, measure, bound, worseBy }: PerformanceParams) {
  const name = measure === 'headline' ? text('headline', '대표 지표') : measureName(measure);
  switch (condition) {
    case 'detector':
      return text(NAMES[detector], NAMES[detector]);
    case 'absolute': {
      if (measure === 'headline') return text(`${name.en} past ${shown(bound)}`, `${name.ko} 기준 ${shown(bound)}`);
      const sign = lessIsBetter(measure) ? '>' : '<';
      return text(`${name.en} ${sign} ${shown(bound)}`, `${name.ko} ${sign} ${shown(bound)}`);
    }
    case 'relative':
      return text(`${name.en} ${percent(worseBy)} worse`, `${name.ko} ${percent(worseBy)} 저하`);
  }
}
