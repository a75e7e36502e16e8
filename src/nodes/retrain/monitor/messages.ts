import { counted, plural } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Message, type Speech, speaker } from '../../../lib/message';
import { type Text, text } from '../../../lib/text';
import { type ColumnDrift, DETECTOR_NAMES, type DetectorName } from '../../contract/monitor-report';
import { shown, shownApart, shownBriefly, wholePercent } from '../../wording/event-figures';
import { lessIsBetter, measureName } from '../../wording/measure-words';
import type { Unfair } from './fairness';
import { capital, list } from './say';

/** What a sentence about drift needs of a column. */
type Drifted = {
  readonly method: ColumnDrift['method'];
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly threshold: number;
  readonly effect: number | null;
  readonly rows: number;
};

const METHODS: Readonly<Record<ColumnDrift['method'], Text>> = {
  ks: text('Kolmogorov-Smirnov', '콜모고로프-스미르노프'),
  'chi-square': text('chi-square', '카이제곱'),
  psi: text('PSI', 'PSI'),
  wasserstein: text('Wasserstein', '바서슈타인'),
  'jensen-shannon': text('Jensen-Shannon', '옌센-섀넌'),
};

function evidence({ method, statistic, pValue, threshold, effect, rows }: Drifted): Text {
  const name = METHODS[method];
  const against =
    pValue === null
      ? `${shownBriefly(statistic ?? 0)} ≥ ${shownBriefly(threshold)}`
      : `p ${shownBriefly(pValue)} < ${shownBriefly(threshold)}, PSI ${shownBriefly(effect ?? 0)}`;
  return text(`${name.en} ${against} over ${counted(rows, 'row')}`, `${name.ko} ${against}, ${rows}행`);
}

type Degraded = { readonly measure: string; readonly value: number; readonly rows: number; readonly limit: number };

function degraded({ measure, value, rows, limit }: Degraded, why: Text): Text {
  const name = measureName(measure);
  const [found, bound] = shownApart(value, limit);
  const side = lessIsBetter(measure) ? text('above', '초과') : text('below', '미만');
  return text(
    `${capital(name.en)} over the last ${counted(rows, 'labelled row')} is ${found}, ${side.en} ${bound}${why.en}`,
    `최근 정답 ${rows}행의 ${name.ko} ${found}: ${bound} ${side.ko}${why.ko}`,
  );
}

type Own = {
  readonly own: number;
  readonly tolerated: number;
  /** What the champion's own figure was found on; absent in events from before it was said. */
  readonly referenceOf?: 'evaluation' | 'first-rows';
  readonly referenceRows?: number;
  /** How far it may lie from its true value by chance. */
  readonly chance?: number | null;
};

function ownFigure(
  own: number,
  { referenceOf, referenceRows = 0, chance = null }: Omit<Own, 'own' | 'tolerated'>,
): Text {
  const value = shownBriefly(own);
  if (referenceOf === undefined) return text(`${value} when it was made`, `만들 때 ${value}`);
  if (referenceOf === 'evaluation')
    return text(`${value} in its evaluation before the loop`, `루프 전 평가에서 ${value}`);
  const found = chance === null ? value : `${value} ± ${shownBriefly(chance)}`;
  return text(
    `${found} on the first ${counted(referenceRows, 'row')} that it served`,
    `예측을 제공한 첫 ${referenceRows}행에서 ${found}`,
  );
}

const FAIRNESS: Readonly<Record<Unfair['figure'], Text>> = {
  parityDifference: text('The difference in selection rates', '선택률 차이'),
  parityRatio: text('The ratio of selection rates', '선택률 비율'),
  equalizedOddsDifference: text('The equalized odds difference', '균등 오즈 차이'),
};

export const monitorWords = {
  waits: () => text('Waiting for predictions', '예측을 기다려요'),
  status: ({ how, where }: { readonly how: Message; readonly where: Message }, speech: Speech) => {
    const [a, b] = [speech.words(how), speech.words(where)];
    return text(`${a.en} · ${b.en}`, `${a.ko} · ${b.ko}`);
  },
  // Parts of the status.
  'no-labels': () => text('no labels yet', '아직 정답 없음'),
  performance: ({
    measure,
    value,
    rows,
  }: {
    readonly measure: string;
    readonly value: number;
    readonly rows: number;
  }) => {
    const name = measureName(measure);
    return text(
      `${name.en} ${shownBriefly(value)} over ${counted(rows, 'row')}`,
      `${rows}행 ${name.ko} ${shownBriefly(value)}`,
    );
  },
  'no-columns': () => text('no columns to compare', '비교할 열 없음'),
  'few-rows': () => text('too few rows to judge drift', '드리프트를 판정하기에는 행이 부족함'),
  'columns-drift': ({ drifting, judged }: { readonly drifting: number; readonly judged: number }) =>
    text(
      `${drifting} of ${counted(judged, 'column')} ${plural(drifting, 'drifts', 'drift')}`,
      `${judged}개 열 중 ${drifting}개 드리프트`,
    ),
  // What begins.
  'prediction-drift': (drifted: Drifted) => {
    const { en, ko } = evidence(drifted);
    return text(`What the model answers has drifted: ${en}`, `모델의 예측이 달라졌어요: ${ko}`);
  },
  'target-drift': ({ column, ...drifted }: Drifted & { readonly column: string }) => {
    const { en, ko } = evidence(drifted);
    return text(`The labels of “${column}” have drifted: ${en}`, `“${column}”의 정답이 달라졌어요: ${ko}`);
  },
  'data-drift': ({
    columns,
    judged,
    strongest,
    ...drifted
  }: Drifted & { readonly columns: readonly string[]; readonly judged: number; readonly strongest: string }) => {
    const { en, ko } = evidence(drifted);
    const names = list(columns);
    return text(
      `${columns.length} of ${counted(judged, 'column')} ${plural(columns.length, 'drifts', 'drift')}: ${names} (“${strongest}”: ${en})`,
      `${judged}개 열 중 ${columns.length}개가 달라졌어요: ${names} (“${strongest}”: ${ko})`,
    );
  },
  'error-rise': ({
    detector,
    before,
    after,
  }: {
    readonly detector: DetectorName;
    readonly before: number | null;
    readonly after: number | null;
  }) => {
    const name = DETECTOR_NAMES[detector];
    const how =
      before === null || after === null
        ? text('', '')
        : text(
            ` from ${shownBriefly(before)} to ${shownBriefly(after)}`,
            ` (${shownBriefly(before)} → ${shownBriefly(after)})`,
          );
    return text(
      `${name} saw the mean error rise${how.en}`,
      korean`${name}이(가) 평균 오차가 오른 것을 감지했어요${how.ko}`,
    );
  },
  'below-limit': (found: Degraded) => degraded(found, text('', '')),
  'below-own': ({ own, tolerated, ...found }: Degraded & Own) => {
    const when = ownFigure(own, found);
    return degraded(
      found,
      text(` (${when.en}, tolerated to ${wholePercent(tolerated)})`, ` (${when.ko}, 허용 ${wholePercent(tolerated)})`),
    );
  },
  'reference-adopted': ({
    from,
    to,
    byHand,
  }: {
    readonly from: number;
    readonly to: number;
    readonly byHand: boolean;
  }) =>
    byHand
      ? text(
          `Drift is compared with rows ${from + 1} to ${to} from now on, as a person asked`,
          `사람이 정한 대로 지금부터 ${from + 1}~${to}행을 기준으로 드리프트를 봐요`,
        )
      : text(
          `Drift is compared with rows ${from + 1} to ${to} from now on: the challenger trained on them was held, for the champion does as well there`,
          `챔피언이 새 행에서도 뒤지지 않아 도전자를 승격하지 않았으므로, 지금부터 도전자가 학습한 ${from + 1}~${to}행을 기준으로 드리프트를 봐요`,
        ),
  unfair: ({
    figure,
    column,
    value,
    limit,
  }: {
    readonly figure: Unfair['figure'];
    readonly column: string;
    readonly value: number;
    readonly limit: number;
  }) => {
    const name = FAIRNESS[figure];
    const over = figure === 'parityRatio' ? text('below', '미만') : text('above', '초과');
    return text(
      `${name.en} between groups of “${column}” is ${shownBriefly(value)}, ${over.en} ${limit}`,
      `“${column}” 집단 사이의 ${name.ko} ${shownBriefly(value)}: ${limit} ${over.ko}`,
    );
  },
  // Rules of data quality.
  type: ({ column }: { readonly column: string }) =>
    text(
      `Column “${column}” is absent or not of the type that the model was trained on`,
      `“${column}” 열이 없거나 모델이 학습한 유형과 달라요`,
    ),
  'duplicate-rows': ({ share, reference }: { readonly share: number; readonly reference: number }) =>
    text(
      `${wholePercent(share)} of the batch’s rows repeat another (reference ${wholePercent(reference)})`,
      `배치 행의 ${wholePercent(share)}가 다른 행과 같아요(기준 ${wholePercent(reference)})`,
    ),
  missing: ({
    column,
    share,
    reference,
  }: {
    readonly column: string;
    readonly share: number;
    readonly reference: number;
  }) =>
    text(
      `${wholePercent(share)} of “${column}” is missing (reference ${wholePercent(reference)})`,
      `“${column}” 열의 ${wholePercent(share)}가 비어 있어요(기준 ${wholePercent(reference)})`,
    ),
  'unseen-category': ({
    column,
    rows,
    example,
  }: {
    readonly column: string;
    readonly rows: number;
    readonly example: string;
  }) =>
    text(
      `${counted(rows, 'row')} of “${column}” ${plural(rows, 'holds a word', 'hold words')} that training did not have, such as “${example}”`,
      `“${column}” 열의 ${rows}행에 “${example}”처럼 학습에 없던 값이 있어요`,
    ),
  range: ({
    column,
    rows,
    min,
    max,
  }: {
    readonly column: string;
    readonly rows: number;
    readonly min: number;
    readonly max: number;
  }) =>
    text(
      `${counted(rows, 'row')} of “${column}” ${plural(rows, 'lies', 'lie')} outside ${shown(min)} to ${shown(max)} and its margin`,
      korean`“${column}” 열의 ${rows}행이 ${shown(min)}~${shown(max)}과(와) 여유를 벗어났어요`,
    ),
  constant: ({ column }: { readonly column: string }) =>
    text(`“${column}” holds one value only in this batch`, `“${column}” 열에 이 배치에서는 값이 하나뿐이에요`),
};

export const sayOfMonitor = speaker('monitor', monitorWords);
