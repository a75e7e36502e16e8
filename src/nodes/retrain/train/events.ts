import type { JsonObject } from '../../../lib/json';
import type { RetrainOutcome } from '../../contract/live';
import type { LiveEventDraft } from '../../contract/live-events';
import { steady } from '../../wording/event-figures';
import { sayOfTrain } from './messages';
import type { Running } from './state';

/** The event of a job that begins. */
export function beginning(running: Running): LiveEventDraft {
  const { job, firing, base } = running;
  const { from, to } = job.rows;
  const replay = job.mode === 'incremental' ? (job.replay?.rows ?? 0) : 0;
  return {
    type: 'retrain',
    reason: sayOfTrain('begins', { mode: job.mode, from, to, replay, why: firing.reason }),
    figures: {
      phase: 'begin',
      ...common(running),
      base,
      replayedRows: replay,
      ...(job.mode === 'full' ? { halfLife: job.halfLife } : {}),
    },
  };
}

/** The event of a job that made a version. */
export function finish(
  running: Running,
  { version, metrics }: Extract<RetrainOutcome, { readonly ok: true }>,
  tick: number,
): LiveEventDraft {
  const { mode, rows } = running.job;
  const [measure = null, value = null] = Object.entries(metrics).find(([, figure]) => figure !== null) ?? [];
  return {
    type: 'retrain',
    reason: sayOfTrain('made', { mode, rows: rows.to - rows.from, version, measure, value: steady(value) }),
    figures: { phase: 'end', ok: true, ...common(running), version, ticks: tick - running.begun, ...steadily(metrics) },
  };
}

/** The events of a job that failed: its end, and the alert. */
export function failure(
  running: Running,
  { message, hint }: Extract<RetrainOutcome, { readonly ok: false }>,
  tick: number,
): readonly [LiveEventDraft, LiveEventDraft] {
  const { mode } = running.job;
  const figures = { ...common(running), ticks: tick - running.begun };
  return [
    {
      type: 'retrain',
      reason: sayOfTrain('failed', { mode, message }),
      figures: { phase: 'end', ok: false, ...figures },
    },
    {
      type: 'alert',
      reason: sayOfTrain('failed-alert', { mode, message, hint }),
      figures: { cause: 'retrain-failed', ...figures },
    },
  ];
}

function common({ job, firing, begun }: Running): JsonObject {
  return {
    job: job.id,
    mode: job.mode,
    deployment: job.deployment,
    rowsFrom: job.rows.from,
    rowsTo: job.rows.to,
    rows: job.rows.to - job.rows.from,
    firedAt: firing.tick,
    begunAt: begun,
  };
}

const steadily = (metrics: Readonly<Record<string, number | null>>): JsonObject =>
  Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, steady(value)]));
