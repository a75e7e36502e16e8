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
  { value: 'adwin', label: text('ADWIN', 'ADWIN (적응형 창)') },
  { value: 'pageHinkley', label: text('Page-Hinkley', '페이지-힌클리(Page-Hinkley)') },
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
  help: text(
    'Fires when the served model does worse: a detector of the monitor found its errors to have grown, a measure passed a bound, or it fell behind the champion’s own figure: that of its evaluation before the loop, or, once promoted, that of the first rows it served. Every tick it says why it fired or why it did not.',
    '제공 중인 모델의 성능이 나빠지면 작동해요. 모니터의 탐지기가 오차가 커진 것을 알아챘을 때, 지표가 기준을 넘었을 때, 챔피언 자체의 수치(루프 전 평가, 승격된 모델은 예측을 제공한 첫 행들의 수치)보다 나빠졌을 때 가운데에서 고르세요. 틱마다 왜 작동했는지, 왜 작동하지 않았는지 알려 줘요.',
  ),
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
      help: text(
        'ADWIN asks for little and raises few false alarms. DDM reads right and wrong alone and alarms early.',
        'ADWIN은 가정이 적고 잘못된 경보가 드물어요. DDM은 맞고 틀림만 보며 일찍 경보를 내요.',
      ),
      control: { type: 'choice', options: detectors },
      when: ({ condition }) => condition === 'detector',
    },
    measure: {
      label: text('Measure', '지표'),
      help: text('Over the monitor’s window of labelled rows.', '라벨이 달린 행으로 이루어진 모니터의 창에서 재요.'),
      control: { type: 'choice', options: measureOptions },
      when: ({ condition }) => condition !== 'detector',
    },
    bound: {
      label: text('Bound', '기준'),
      help: text(
        'Fires below it; for errors (RMSE, MAE) above it.',
        '이 값보다 낮으면 작동해요. 오차(RMSE, MAE)는 높으면 작동해요.',
      ),
      control: { type: 'number', min: -1e12, max: 1e12, step: 0.01 },
      when: ({ condition }) => condition === 'absolute',
    },
    worseBy: {
      label: text('Worse by', '나빠진 정도'),
      help: text(
        'As a share of the champion’s own figure: 0.1 fires at 0.81 where it had 0.90.',
        '챔피언 자신의 수치에 대한 비율이에요. 0.1이면 0.90이던 지표가 0.81보다 낮아질 때 작동해요.',
      ),
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
