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
        {
          value: 'ask',
          label: text('a person, who is shown it', '비교를 보고 사람이'),
          help: text(
            'The champion serves until somebody promotes; without a person that is until the stream ends.',
            '누군가 승격할 때까지 챔피언이 예측을 제공해요. 사람이 없으면 스트림이 끝날 때까지예요.',
          ),
        },
        {
          value: 'always',
          label: text('nobody: promote every challenger', '비교 없이 항상 승격'),
          help: text('Only size and cost are looked at.', '크기와 계산량만 확인해요.'),
        },
      ],
    },
  },
  rows: {
    label: text('Rows to compare on', '비교할 행'),
    help: text(
      'The newest labelled rows that neither model has learned from; it waits until there are so many.',
      '두 모델 모두 학습하지 않은, 라벨이 달린 최근 행이에요. 이만큼 모일 때까지 기다려요.',
    ),
    control: { type: 'number', min: 2, max: 1_000_000, integer: true, unit: rows },
    when: compares,
  },
  measure: {
    label: text('Measure', '지표'),
    help: text('One that does not fit the task gives way to the headline.', '작업에 맞지 않으면 대표 지표를 써요.'),
    control: { type: 'choice', options: measureOptions },
    when: tests,
  },
  minGain: {
    label: text('Minimum gain', '최소 향상 폭'),
    help: text(
      'In the measure’s own units: 0.01 is one point of accuracy.',
      '지표의 단위로 적어요. 정확도에서 0.01은 1% 포인트예요.',
    ),
    control: { type: 'number', min: 0, max: 1e12, step: 0.005 },
    when: compares,
  },
  test: {
    label: text('Test', '검정'),
    help: text(
      'Of both models’ losses on the same rows. By itself McNemar’s test for classes, and the paired t-test for numbers.',
      '같은 행에서 두 모델의 손실을 비교해요. 자동이면 클래스에는 맥니마 검정을, 수에는 대응표본 t 검정을 써요.',
    ),
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
    help: text(
      'With too few rows by then, the challenger is dropped; 0 waits for ever.',
      '그때까지 행이 모자라면 도전자를 버려요. 0이면 끝까지 기다려요.',
    ),
    control: { type: 'number', min: 0, max: 1_000_000, integer: true, unit: text('ticks', '틱') },
    section: 'advanced',
    when: compares,
  },
  watchRows: {
    label: text('Watch after a promotion', '승격 후 지켜볼 행'),
    help: text(
      'After so many labelled rows the promoted model is compared once with the one before it; 0 never.',
      '라벨이 달린 행이 이만큼 모이면 승격한 모델을 이전 모델과 한 번 비교해요. 0이면 비교하지 않아요.',
    ),
    control: { type: 'number', min: 0, max: 1_000_000, integer: true, unit: rows },
  },
  watchLoss: {
    label: text('Rolls back beyond', '되돌리는 기준'),
    help: text(
      'How much worse it may be in the measure, even where the test is sure that it is worse.',
      '더 나쁘다고 검정된 경우에도 지표가 이만큼까지 나빠지는 것은 허용해요.',
    ),
    control: { type: 'number', min: 0, max: 1e12, step: 0.005 },
    when: ({ watchRows }) => watchRows > 0,
  },
  sensitive: {
    label: text('Sensitive column', '민감한 열'),
    help: text('Empty: the column that has the role of sensitive.', '비우면 역할이 민감 정보인 열이에요.'),
    control: { type: 'text' },
    section: 'advanced',
    when: (params) => params.worstGroupDrop !== null || params.parityRise !== null,
  },
  worstGroupDrop: {
    label: text('Worst group may lose', '가장 나쁜 집단의 허용 저하'),
    help: text(
      'Accuracy in points (0.02), or the share by which RMSE may grow. Empty: not watched.',
      '정확도는 값의 차이(0.02)로, RMSE는 커지는 비율로 적어요. 비우면 살피지 않아요.',
    ),
    control: { type: 'number', min: 0, max: 10, step: 0.01, nullable: true },
    section: 'advanced',
  },
  parityRise: {
    label: text('Parity difference may rise', '집단 간 선택률 차이의 허용 증가'),
    help: text(
      'Largest minus smallest selection rate. Empty: not watched.',
      '가장 큰 선택률에서 가장 작은 선택률을 뺀 값이에요. 비우면 살피지 않아요.',
    ),
    control: { type: 'number', min: 0, max: 1, step: 0.01, nullable: true },
    section: 'advanced',
  },
  favourable: {
    label: text('Favourable class', '유리한 클래스'),
    help: text(
      'The class that is good to get. Empty: the last one.',
      '받으면 좋은 클래스예요. 비우면 마지막 클래스예요.',
    ),
    control: { type: 'text' },
    section: 'advanced',
    when: ({ parityRise }) => parityRise !== null,
  },
  maxParameters: {
    label: text('Most parameters', '최대 매개변수 수'),
    help: text('Each takes 4 bytes. Empty: any size.', '하나가 4바이트를 차지해요. 비우면 제한이 없어요.'),
    control: { type: 'number', min: 1, max: 1e12, integer: true, nullable: true },
    section: 'advanced',
  },
  maxMultiplyAdds: {
    label: text('Most multiply-adds a row', '행마다 최대 곱셈-덧셈 수'),
    help: text(
      'What latency grows with, counted from the network, since a measured time would differ from machine to machine. Empty: any.',
      '응답 시간을 좌우하는 계산량을 신경망에서 헤아려요. 잰 시간은 기기마다 다르기 때문이에요. 비우면 제한이 없어요.',
    ),
    control: { type: 'number', min: 1, max: 1e15, integer: true, nullable: true },
    section: 'advanced',
  },
};
