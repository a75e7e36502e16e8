import { z } from 'zod';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';

const monitorParams = z.strictObject({
  window: z.int().min(20).max(100_000).default(500),
  driftWindow: z.int().min(20).max(100_000).default(500),
  minRows: z.int().min(2).max(10_000).default(50),
  method: z.enum(['auto', 'ks', 'chi-square', 'psi', 'wasserstein', 'jensen-shannon']).default('auto'),
  columns: z.array(z.string().max(1_000)).max(1_000).default([]),
  driftShare: z.number().min(0).max(1).default(0.5),
  afterHold: z.enum(['keep', 'adopt']).default('keep'),
  significance: z.number().min(1e-9).max(0.5).default(0.05),
  effect: z.number().min(0).max(10).default(0.1),
  distance: z.number().min(0).max(10).default(0.1),
  alarmBy: z.enum(['adwin', 'pageHinkley', 'ddm', 'any', 'none']).default('adwin'),
  adwinDelta: z.number().min(1e-9).max(0.5).default(0.002),
  pageHinkleyDelta: z.number().min(0).max(10).default(0.03),
  pageHinkleyLambda: z.number().min(0.1).max(10_000).nullable().default(null),
  ddmMinRows: z.int().min(2).max(100_000).default(30),
  degradedShare: z.number().min(0.05).max(1).nullable().default(0.9),
  degradedLimit: z.number().min(0).nullable().default(null),
  sensitive: z.string().max(1_000).default(''),
  favourable: z.string().max(1_000).default(''),
  missingAbove: z.number().min(0).max(1).default(0.1),
  rangeMargin: z.number().min(0).max(10).default(0.1),
  rangeAbove: z.number().min(0).max(1).default(0.02),
  unseenAbove: z.number().min(0).max(1).default(0),
  duplicatesAbove: z.number().min(0).max(1).default(0.2),
  constants: z.boolean().default(true),
});
export type MonitorParams = z.infer<typeof monitorParams>;

const share = { type: 'number', min: 0, max: 1, step: 0.05 } as const;

export const monitorSpec = defineKind({
  id: 'retrain.monitor',
  version: 3,
  stage: 'retrain',
  role: 'monitor',
  computesWith: 'network',
  icon: 'activity',
  title: text('Monitor', '모니터링'),
  help: text(
    'Watches a deployed model in every tick: how right its answers turn out to be, whether the rows, its answers or the labels drift away from those it was trained on, whether groups are treated alike, and whether the data are sound. Triggers and charts read its report.',
    '배포된 모델을 틱마다 지켜봐요. 예측이 얼마나 맞았는지, 들어오는 행과 예측과 정답이 학습 때와 달라졌는지, 집단을 고르게 대하는지, 데이터에 이상이 없는지 살펴요. 트리거와 차트가 이 보고서를 읽어요.',
  ),
  keywords: [
    'monitor',
    'drift',
    'prequential',
    'adwin',
    'page-hinkley',
    'ddm',
    'psi',
    'fairness',
    'data quality',
    'alert',
    '모니터링',
    '감시',
    '드리프트',
    '성능',
    '공정성',
    '품질',
    '경보',
  ],
  inputs: [
    { name: 'predictions', type: 'stream', title: text('Predictions', '예측'), live: 'only', content: 'answers' },
  ],
  outputs: [{ name: 'report', type: 'report', title: text('Monitoring report', '모니터링 보고서'), live: 'only' }],
  params: monitorParams,
  form: {
    window: {
      label: text('Window of labelled rows', '정답을 아는 행의 창'),
      help: text(
        'Accuracy or error is measured over so many of the newest rows whose label has arrived.',
        '정답이 도착한 최신 행을 이만큼 모아 정확도나 오차를 재요.',
      ),
      control: { type: 'number', min: 20, max: 100_000, step: 100, integer: true },
    },
    driftWindow: {
      label: text('Window for drift', '드리프트 창'),
      help: text(
        'So many of the newest rows are compared with the rows the model was trained on.',
        '최신 행을 이만큼 모아 모델이 학습한 행과 비교해요.',
      ),
      control: { type: 'number', min: 20, max: 100_000, step: 100, integer: true },
    },
    columns: {
      label: text('Columns to watch', '지켜볼 열'),
      help: text('Empty: every raw column that the model needs.', '비우면 모델에 필요한 모든 원본 열을 봐요.'),
      control: { type: 'words' },
    },
    method: {
      label: text('Drift method', '드리프트 판정 방법'),
      help: text(
        'A method for numbers falls back on its like for words: Kolmogorov-Smirnov on chi-square, Wasserstein on Jensen-Shannon.',
        '숫자용 방법은 범주 열에서 그에 맞는 방법으로 바뀌어요. 콜모고로프-스미르노프는 카이제곱, 바서슈타인은 옌센-섀넌이 돼요.',
      ),
      control: {
        type: 'choice',
        options: [
          {
            value: 'auto',
            label: text('By the reference’s size', '기준 행 수에 따라'),
            help: text(
              'Up to 1,000 reference rows a test with an effect size; beyond them a distance.',
              '기준 행이 1,000개 이하면 검정과 효과 크기, 넘으면 거리를 써요.',
            ),
          },
          { value: 'ks', label: text('Kolmogorov-Smirnov', '콜모고로프-스미르노프') },
          { value: 'chi-square', label: text('Chi-square', '카이제곱') },
          { value: 'psi', label: text('Population stability index', '모집단 안정성 지수(PSI)') },
          { value: 'wasserstein', label: text('Wasserstein', '바서슈타인') },
          { value: 'jensen-shannon', label: text('Jensen-Shannon', '옌센-섀넌') },
        ],
      },
    },
    driftShare: {
      label: text('Columns that must drift', '드리프트로 볼 열의 비율'),
      help: text(
        'The data drift when this share of the columns does.',
        '이 비율 이상의 열이 달라지면 데이터 드리프트로 봐요.',
      ),
      control: share,
    },
    afterHold: {
      label: text('When a challenger was held', '도전자를 승격하지 않았을 때'),
      help: text(
        'What drift is compared with once a challenger trained on newer rows did no better than the champion. The newest rows can be taken by hand too, in a loop.',
        '새로운 행으로 학습한 도전자가 챔피언보다 낫지 않았을 때 드리프트를 무엇과 비교할지 정해요. 루프에서 최신 행을 직접 기준으로 삼을 수도 있어요.',
      ),
      control: {
        type: 'choice',
        options: [
          {
            value: 'keep',
            label: text('Keep comparing with what the champion learned from', '챔피언이 학습한 행과 계속 비교'),
          },
          {
            value: 'adopt',
            label: text('Compare with the rows the challenger was trained on', '도전자가 학습한 행과 비교'),
            help: text(
              'They do the champion no harm: their drift has been answered, and ends.',
              '챔피언에 해가 없는 변화이므로 드리프트 경보가 끝나요.',
            ),
          },
        ],
      },
    },
    minRows: {
      label: text('Minimum rows', '최소 행 수'),
      help: text(
        'With fewer on either side the verdict is “not enough rows”.',
        '어느 한쪽이라도 이보다 적으면 “행이 부족함”으로 판정해요.',
      ),
      control: { type: 'number', min: 2, max: 10_000, step: 10, integer: true },
    },
    degradedShare: {
      label: text('Degraded below this share of its own figure', '자체 성능 대비 저하 기준'),
      help: text(
        '0.9: an alert when accuracy falls below 90 % of the model’s own (RMSE: rises above 1 / 0.9 of it), once half the window is filled. Its own figure is that of its evaluation before the loop, or, of a model promoted since, that of the first rows it served (300, or half the window where that is more), less what chance gives. Empty: no such alert.',
        '0.9이면 정확도가 모델 자체 성능의 90% 아래로 떨어질 때(RMSE는 1/0.9배를 넘을 때) 경보를 내요. 자체 성능은 루프 전 평가에서 잰 값이고, 루프에서 승격된 모델은 예측을 제공한 첫 행들에서 잰 값에서 우연의 폭을 뺀 것이에요(300행, 창의 절반이 더 크면 그만큼). 창이 절반 이상 찼을 때부터 봐요. 비우면 경보를 내지 않아요.',
      ),
      control: { type: 'number', min: 0.05, max: 1, step: 0.05, nullable: true },
    },
    degradedLimit: {
      label: text('Degraded beyond this value', '성능 저하 한계값'),
      help: text(
        'Accuracy below it, or RMSE above it, is an alert. Empty: no limit.',
        '정확도가 이보다 낮거나 RMSE가 이보다 높으면 경보를 내요. 비우면 한계가 없어요.',
      ),
      control: { type: 'number', min: 0, nullable: true },
    },
    sensitive: {
      label: text('Sensitive column', '민감한 열'),
      help: text(
        'Fairness is measured between its groups. Empty: the column that has the role of sensitive.',
        '이 열의 집단끼리 공정성을 비교해요. 비우면 민감 역할을 맡은 열을 써요.',
      ),
      control: { type: 'text', placeholder: text('by role', '역할에 따라') },
    },
    favourable: {
      label: text('Favourable class', '유리한 클래스'),
      help: text(
        'The answer that is good to get. Empty: the positive class of two.',
        '받으면 좋은 답이에요. 비우면 두 클래스 가운데 양성 클래스예요.',
      ),
      control: { type: 'text', placeholder: text('positive class', '양성 클래스') },
    },
    alarmBy: {
      label: text('Detector that alarms', '경보를 내는 감지기'),
      help: text(
        'All three watch the errors and stand in the report. ADWIN alone speaks up by default: DDM and Page-Hinkley alarm early by nature.',
        '세 감지기가 모두 오차를 지켜보고 보고서에 남겨요. DDM과 페이지-힝클리는 원래 일찍 울리므로 기본은 ADWIN만 알려요.',
      ),
      control: {
        type: 'choice',
        options: [
          { value: 'adwin', label: text('ADWIN', 'ADWIN') },
          { value: 'pageHinkley', label: text('Page-Hinkley', '페이지-힝클리') },
          { value: 'ddm', label: text('DDM', 'DDM') },
          { value: 'any', label: text('Any of them', '하나라도') },
          { value: 'none', label: text('None', '없음') },
        ],
      },
      section: 'advanced',
    },
    significance: {
      label: text('Significance of tests', '검정의 유의수준'),
      help: text('Divided by the number of columns (Bonferroni).', '열의 개수로 나누어 써요(본페로니 보정).'),
      control: { type: 'number', min: 1e-9, max: 0.5, step: 0.01 },
      section: 'advanced',
    },
    effect: {
      label: text('Least effect (PSI)', '최소 효과 크기(PSI)'),
      help: text(
        'A test’s drift must also exceed this, beyond what chance gives. 0.1 is some, 0.25 major.',
        '검정으로 찾은 드리프트는 우연을 뺀 효과도 이보다 커야 해요. 0.1은 조금, 0.25는 크게 달라진 것이에요.',
      ),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      section: 'advanced',
    },
    distance: {
      label: text('Least distance', '최소 거리'),
      help: text(
        'Of Wasserstein (in standard deviations of the reference) and Jensen-Shannon.',
        '바서슈타인(기준의 표준편차 단위)과 옌센-섀넌 거리의 기준이에요.',
      ),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      section: 'advanced',
    },
    adwinDelta: {
      label: text('ADWIN: false alarms δ', 'ADWIN: 오경보 확률 δ'),
      help: text('The chance of a false alarm at a cut.', '창을 자를 때 잘못 울릴 확률이에요.'),
      control: { type: 'number', min: 1e-9, max: 0.5, step: 0.001 },
      section: 'advanced',
    },
    pageHinkleyDelta: {
      label: text('Page-Hinkley: allowance δ', '페이지-힝클리: 허용치 δ'),
      help: text('A rise of the mean error by less is let pass.', '평균 오차가 이보다 적게 오르면 넘어가요.'),
      control: { type: 'number', min: 0, max: 10, step: 0.005 },
      section: 'advanced',
    },
    pageHinkleyLambda: {
      label: text('Page-Hinkley: threshold λ', '페이지-힝클리: 임계값 λ'),
      help: text(
        'The alarm’s threshold. Empty: 15 for classes, 50 for numbers, whose errors are measured in the model’s own mean error.',
        '경보 기준이에요. 비우면 분류는 15, 회귀는 50을 써요. 회귀의 오차는 모델의 평균 오차를 단위로 재요.',
      ),
      control: { type: 'number', min: 0.1, max: 10_000, step: 1, nullable: true },
      section: 'advanced',
    },
    ddmMinRows: {
      label: text('DDM: first rows', 'DDM: 첫 행 수'),
      help: text('No verdict before so many rows.', '이만큼의 행이 지나기 전에는 판정하지 않아요.'),
      control: { type: 'number', min: 2, max: 100_000, step: 10, integer: true },
      section: 'advanced',
    },
    missingAbove: {
      label: text('Missing: rise above', '결측: 늘어난 비율'),
      help: text(
        'An alert when the share of missing cells of a batch exceeds that of the reference by more.',
        '배치의 결측 비율이 기준보다 이보다 더 늘면 경보를 내요.',
      ),
      control: share,
      section: 'advanced',
    },
    rangeMargin: {
      label: text('Range: margin', '범위: 여유'),
      help: text(
        'As a share of the reference’s range, on both sides.',
        '기준 범위의 비율로, 위아래로 이만큼 더 허용해요.',
      ),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      section: 'advanced',
    },
    rangeAbove: {
      label: text('Range: rows above', '범위: 벗어난 비율'),
      help: text(
        'An alert when more of a batch’s rows lie outside the range.',
        '배치에서 범위를 벗어난 행이 이보다 많으면 경보를 내요.',
      ),
      control: { ...share, step: 0.01 },
      section: 'advanced',
    },
    unseenAbove: {
      label: text('Unseen words: rows above', '처음 보는 값: 비율'),
      help: text(
        'An alert when more of a batch’s rows hold a word that training did not have.',
        '학습에 없던 값이 든 행이 배치에서 이보다 많으면 경보를 내요.',
      ),
      control: { ...share, step: 0.01 },
      section: 'advanced',
    },
    duplicatesAbove: {
      label: text('Duplicates: rise above', '중복 행: 늘어난 비율'),
      help: text(
        'An alert when the share of rows that repeat another of the batch exceeds that of the reference by more.',
        '배치 안에서 되풀이되는 행의 비율이 기준보다 이보다 더 늘면 경보를 내요.',
      ),
      control: share,
      section: 'advanced',
    },
    constants: {
      label: text('Constant columns', '값이 하나뿐인 열'),
      help: text(
        'An alert when a column that used to vary holds one value only in a batch.',
        '값이 달라지던 열이 배치 안에서 한 값만 가지면 경보를 내요.',
      ),
      control: { type: 'toggle' },
      section: 'advanced',
    },
  },
  summary: ({ window, driftWindow, method, columns }) => {
    const how = method === 'auto' ? text('', '') : text(` · ${method}`, ` · ${method}`);
    const which =
      columns.length === 0
        ? text('all inputs', '모든 입력')
        : text(counted(columns.length, 'column'), `열 ${columns.length}개`);
    return text(
      `${which.en} · ${window} labelled, ${counted(driftWindow, 'row')}${how.en}`,
      `${which.ko} · 정답 ${window}행, 최신 ${driftWindow}행${how.ko}`,
    );
  },
  infer: () => ({ outputs: { report: { type: 'report' } }, problems: [] }),
});
