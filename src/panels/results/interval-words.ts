import { text } from '../../lib/text';

export const INTERVAL = text('95% interval', '95% 신뢰 구간');

export const INTERVAL_HELP = text(
  'Of rows like these, the figure lies in this range with 95% confidence: the fewer rows were measured, the wider it is.',
  '이런 행 전체에서 재면 지표가 95% 신뢰도로 이 범위 안에 있어요. 측정한 행이 적을수록 넓어져요.',
);

const WILSON = text('By Wilson’s method for shares.', '비율에 쓰는 윌슨(Wilson) 방법으로 구했어요.');
const DELTA = text(
  'By the delta method on the confusion matrix, on the log-odds scale.',
  '혼동 행렬에 델타 방법을 로그 오즈로 써서 구했어요.',
);
const STUDENT = text('By Student’s t over the rows’ errors.', '행마다의 오차에 스튜던트 t를 써서 구했어요.');

/** How the interval of each figure is found. */
export const INTERVAL_METHODS: Readonly<Record<string, ReturnType<typeof text>>> = {
  accuracy: WILSON,
  balancedAccuracy: DELTA,
  macroF1: DELTA,
  macroPrecision: DELTA,
  macroRecall: DELTA,
  rocAuc: text('By DeLong’s method, on the log-odds scale.', '드롱(DeLong) 방법을 로그 오즈로 써서 구했어요.'),
  logLoss: STUDENT,
  brier: STUDENT,
  rmse: text(
    'The root of the interval of the mean squared error, by Student’s t.',
    '제곱 오차 평균의 구간을 스튜던트 t로 구하고 제곱근을 씌웠어요.',
  ),
  mae: STUDENT,
  mape: STUDENT,
  r2: text('By the delta method: how far each row moves it.', '행마다 지표를 얼마나 움직이는지로 델타 방법을 썼어요.'),
};
