import type { JsonObject } from '../../../lib/json';
import { type Text, text } from '../../../lib/text';
import type { LiveEventDraft } from '../../contract/live-events';
import {
  type ColumnDrift,
  DETECTOR_NAMES,
  type DetectorName,
  type DriftReport,
  type MonitorReport,
  type Performance,
} from '../../contract/monitor-report';
import { lessIsBetter, measureName } from '../../wording/measure-words';
import type { Unfair } from './fairness';
import type { JudgedTick } from './judge';
import { capital, list, percent, short } from './say';
import type { MonitorParams } from './spec';

/** Something that holds in this tick and is told of when it begins. */
export interface Notice extends LiveEventDraft {
  /** What is told apart: the same key is the same matter going on. */
  readonly key: string;
}

/** A matter that came back within so many ticks had not ended. */
const CALM_TICKS = 5;

/** The notices that begin in this tick, and what is remembered of all. */
export function beginning(
  told: Readonly<Record<string, number>>,
  notices: readonly Notice[],
  tick: number,
): { readonly events: readonly LiveEventDraft[]; readonly told: Record<string, number> } {
  const kept: Record<string, number> = {};
  for (const [key, last] of Object.entries(told)) if (tick - last <= CALM_TICKS) kept[key] = last;
  const events = notices
    .filter(({ key }) => kept[key] === undefined)
    .map(({ type, reason, figures }) => ({ type, reason, figures }));
  for (const { key } of notices) kept[key] = tick;
  return { events, told: kept };
}

export function driftNotices(drift: DriftReport): readonly Notice[] {
  const notices: Notice[] = [];
  if (drift.verdict === 'drift') notices.push(dataNotice(drift));
  const { prediction, target } = drift;
  if (prediction?.verdict === 'drift') {
    notices.push({
      key: 'prediction',
      type: 'drift',
      reason: text(
        `What the model answers has drifted: ${evidence(prediction).en}`,
        `모델의 예측이 달라졌습니다: ${evidence(prediction).ko}`,
      ),
      figures: { what: 'prediction', columns: '', ...figuresOf(prediction) },
    });
  }
  if (target?.verdict === 'drift') {
    notices.push({
      key: 'target',
      type: 'drift',
      reason: text(
        `The labels of “${target.column}” have drifted: ${evidence(target).en}`,
        `“${target.column}”의 정답이 달라졌습니다: ${evidence(target).ko}`,
      ),
      figures: { what: 'target', columns: target.column, ...figuresOf(target) },
    });
  }
  return notices;
}

function dataNotice(drift: DriftReport): Notice {
  const drifting = drift.columns.filter(({ verdict }) => verdict === 'drift');
  const names = drifting.map(({ column }) => column);
  const judged = drift.columns.filter(({ verdict }) => verdict !== 'not-enough-rows').length;
  const strongest = drifting.reduce<ColumnDrift | null>(
    (best, one) => (best === null || (one.effect ?? 0) > (best.effect ?? 0) ? one : best),
    null,
  );
  const of = strongest === null ? text('', '') : evidence(strongest);
  return {
    key: 'data',
    type: 'drift',
    reason: text(
      `${drifting.length} of ${judged} columns drift: ${list(names)} (“${strongest?.column ?? ''}”: ${of.en})`,
      `${judged}개 열 중 ${drifting.length}개가 달라졌습니다: ${list(names)} (“${strongest?.column ?? ''}”: ${of.ko})`,
    ),
    figures: {
      what: 'data',
      columns: names.join(', '),
      share: drift.share,
      ...(strongest === null ? {} : { strongest: strongest.column, ...figuresOf(strongest) }),
    },
  };
}

function figuresOf({
  method,
  statistic,
  pValue,
  threshold,
  effect,
  currentRows,
  referenceRows,
}: ColumnDrift): JsonObject {
  return { method, statistic, pValue, threshold, effect, rows: currentRows, referenceRows };
}

const METHODS: Readonly<Record<ColumnDrift['method'], Text>> = {
  ks: text('Kolmogorov-Smirnov', '콜모고로프-스미르노프'),
  'chi-square': text('chi-square', '카이제곱'),
  psi: text('PSI', 'PSI'),
  wasserstein: text('Wasserstein', '바서슈타인'),
  'jensen-shannon': text('Jensen-Shannon', '옌센-섀넌'),
};

function evidence({ method, statistic, pValue, threshold, effect, currentRows }: ColumnDrift): Text {
  const name = METHODS[method];
  const against =
    pValue === null
      ? `${short(statistic ?? 0)} ≥ ${short(threshold)}`
      : `p ${short(pValue)} < ${short(threshold)}, PSI ${short(effect ?? 0)}`;
  return text(`${name.en} ${against} over ${currentRows} rows`, `${name.ko} ${against}, ${currentRows}행`);
}

export function detectorNotices(
  judged: JudgedTick,
  { alarmBy, adwinDelta, pageHinkleyLambda }: MonitorParams,
  labelled: number,
): readonly Notice[] {
  const asked: readonly DetectorName[] =
    alarmBy === 'any' ? ['adwin', 'pageHinkley', 'ddm'] : alarmBy === 'none' ? [] : [alarmBy];
  return asked
    .filter((name) => judged.verdicts[name] === 'drift')
    .map((name): Notice => {
      const rise = name === 'adwin' ? judged.rise : null;
      const how =
        rise === null
          ? text('', '')
          : text(
              ` from ${short(rise.before)} to ${short(rise.after)}`,
              ` (${short(rise.before)} → ${short(rise.after)})`,
            );
      const threshold = name === 'adwin' ? adwinDelta : name === 'pageHinkley' ? pageHinkleyLambda : null;
      return {
        key: `error ${name}`,
        type: 'drift',
        reason: text(
          `${DETECTOR_NAMES[name]} saw the mean error rise${how.en}`,
          `${DETECTOR_NAMES[name]}이(가) 평균 오차가 오른 것을 감지했습니다${how.ko}`,
        ),
        figures: {
          what: 'error',
          method: name,
          columns: '',
          statistic: rise?.after ?? null,
          before: rise?.before ?? null,
          threshold,
          rows: labelled,
        },
      };
    });
}

export function qualityNotices(quality: MonitorReport['quality']): readonly Notice[] {
  return quality.map(({ rule, column, rows, share, text: reason }) => ({
    key: `quality ${rule} ${column ?? ''}`,
    type: 'alert',
    reason,
    figures: { what: 'quality', rule, column, rows, share },
  }));
}

/** An alert where the model does worse over its window than it may; once half the window is filled. */
export function degradedNotices(
  performance: Performance,
  rows: number,
  { window, minRows, degradedShare, degradedLimit }: MonitorParams,
): readonly Notice[] {
  const { headline } = performance;
  const value = performance.window[headline] ?? null;
  if (value === null || rows < Math.max(minRows, window / 2)) return [];
  const isWorse = (limit: number): boolean => (lessIsBetter(headline) ? value > limit : value < limit);
  const own = performance.reference?.[headline] ?? null;
  const name = measureName(headline);
  const side = lessIsBetter(headline) ? text('above', '초과') : text('below', '미만');
  const head = text(
    `${capital(name.en)} over the last ${rows} labelled rows is ${short(value)}`,
    `최근 정답 ${rows}행의 ${name.ko} ${short(value)}`,
  );
  const notices: Notice[] = [];
  const say = (key: string, limit: number, why: Text): void => {
    notices.push({
      key,
      type: 'alert',
      reason: text(
        `${head.en}, ${side.en} ${short(limit)}${why.en}`,
        `${head.ko}: ${short(limit)} ${side.ko}${why.ko}`,
      ),
      figures: { what: 'degraded', metric: headline, value, limit, reference: own, rows },
    });
  };
  if (degradedLimit !== null && isWorse(degradedLimit)) say('degraded limit', degradedLimit, text('', ''));
  if (degradedShare !== null && own !== null && own > 0) {
    const limit = lessIsBetter(headline) ? own / degradedShare : own * degradedShare;
    const why = text(
      ` (${short(own)} when it was made, tolerated to ${percent(degradedShare)})`,
      ` (만들 때 ${short(own)}, 허용 ${percent(degradedShare)})`,
    );
    if (isWorse(limit)) say('degraded share', limit, why);
  }
  return notices;
}

const FAIRNESS: Readonly<Record<Unfair['figure'], Text>> = {
  parityDifference: text('The difference in selection rates', '선택률 차이'),
  parityRatio: text('The ratio of selection rates', '선택률 비율'),
  equalizedOddsDifference: text('The equalized odds difference', '균등 오즈 차이'),
};

export function fairnessNotices(unfair: readonly Unfair[], column: string, rows: number): readonly Notice[] {
  return unfair.map(({ figure, value, limit }) => {
    const name = FAIRNESS[figure];
    const over = figure === 'parityRatio' ? text('below', '미만') : text('above', '초과');
    return {
      key: `fairness ${figure}`,
      type: 'alert',
      reason: text(
        `${name.en} between groups of “${column}” is ${short(value)}, ${over.en} ${limit}`,
        `“${column}” 집단 사이의 ${name.ko} ${short(value)}: ${limit} ${over.ko}`,
      ),
      figures: { what: 'fairness', figure, column, value, limit, rows },
    };
  });
}
