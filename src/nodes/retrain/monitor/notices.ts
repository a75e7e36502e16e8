import type { JsonObject } from '../../../lib/json';
import type { Message } from '../../../lib/message';
import type { LiveEventDraft } from '../../contract/live-events';
import type { ColumnDrift, DetectorName, DriftReport, MonitorReport, Performance } from '../../contract/monitor-report';
import { lessIsBetter } from '../../wording/measure-words';
import type { Unfair } from './fairness';
import type { JudgedTick } from './judge';
import { sayOfMonitor } from './messages';
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
  const data = drift.verdict === 'drift' ? dataNotice(drift) : null;
  if (data !== null) notices.push(data);
  const { prediction, target } = drift;
  if (prediction?.verdict === 'drift') {
    notices.push({
      key: 'prediction',
      type: 'drift',
      reason: sayOfMonitor('prediction-drift', drifted(prediction)),
      figures: { what: 'prediction', columns: '', ...figuresOf(prediction) },
    });
  }
  if (target?.verdict === 'drift') {
    notices.push({
      key: 'target',
      type: 'drift',
      reason: sayOfMonitor('target-drift', { column: target.column, ...drifted(target) }),
      figures: { what: 'target', columns: target.column, ...figuresOf(target) },
    });
  }
  return notices;
}

function dataNotice(drift: DriftReport): Notice | null {
  const drifting = drift.columns.filter(({ verdict }) => verdict === 'drift');
  const [first, ...others] = drifting;
  if (first === undefined) return null;
  const strongest = others.reduce((best, one) => ((one.effect ?? 0) > (best.effect ?? 0) ? one : best), first);
  const columns = drifting.map(({ column }) => column);
  const judged = drift.columns.filter(({ verdict }) => verdict !== 'not-enough-rows').length;
  return {
    key: 'data',
    type: 'drift',
    reason: sayOfMonitor('data-drift', { columns, judged, strongest: strongest.column, ...drifted(strongest) }),
    figures: {
      what: 'data',
      columns: columns.join(', '),
      share: drift.share,
      strongest: strongest.column,
      ...figuresOf(strongest),
    },
  };
}

const drifted = ({ method, statistic, pValue, threshold, effect, currentRows }: ColumnDrift) => ({
  method,
  statistic,
  pValue,
  threshold,
  effect,
  rows: currentRows,
});

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
      const threshold = name === 'adwin' ? adwinDelta : name === 'pageHinkley' ? pageHinkleyLambda : null;
      return {
        key: `error ${name}`,
        type: 'drift',
        reason: sayOfMonitor('error-rise', {
          detector: name,
          before: rise?.before ?? null,
          after: rise?.after ?? null,
        }),
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
  return quality.map(({ rule, column, rows, share, message: reason }) => ({
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
  const of = performance.referenceOf;
  const basis: JsonObject =
    of === undefined
      ? {}
      : { referenceOf: of.what, ...(of.what === 'first-rows' ? { referenceRows: of.needed, chance: of.chance } : {}) };
  const notices: Notice[] = [];
  const say = (key: string, limit: number, reason: Message): void => {
    const figures = { what: 'degraded', metric: headline, value, limit, reference: own, ...basis, rows };
    notices.push({ key, type: 'alert', reason, figures });
  };
  const found = { measure: headline, value, rows };
  if (degradedLimit !== null && isWorse(degradedLimit)) {
    say('degraded limit', degradedLimit, sayOfMonitor('below-limit', { ...found, limit: degradedLimit }));
  }
  if (degradedShare !== null && own !== null && own > 0) {
    const chance = of?.what === 'first-rows' ? (of.chance ?? 0) : 0;
    const limit = lessIsBetter(headline) ? (own + chance) / degradedShare : (own - chance) * degradedShare;
    const reason = sayOfMonitor('below-own', { ...found, limit, own, tolerated: degradedShare, ...basis });
    if (isWorse(limit)) say('degraded share', limit, reason);
  }
  return notices;
}

export function fairnessNotices(unfair: readonly Unfair[], column: string, rows: number): readonly Notice[] {
  return unfair.map(({ figure, value, limit }) => ({
    key: `fairness ${figure}`,
    type: 'alert',
    reason: sayOfMonitor('unfair', { figure, column, value, limit }),
    figures: { what: 'fairness', figure, column, value, limit, rows },
  }));
}
