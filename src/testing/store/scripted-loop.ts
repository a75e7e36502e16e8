import type { TickRecord } from '../../engine/live/messages';
import type { LiveEvent, LiveEventType, LiveStatus } from '../../nodes/contract/live-events';
import type { Measures, MonitorReport } from '../../nodes/contract/monitor-report';
import { said } from '../lib/said';

/** A loop for tests of what shows one: drift at tick 20, a retrain, promoted at 30, rolled back at 40. */
export const SCRIPT = { driftAt: 20, retrainAt: 22, gateAt: 29, promoteAt: 30, rollbackAt: 40 } as const;

const EPOCH = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

const versionAt = (tick: number): string => (tick >= SCRIPT.promoteAt && tick < SCRIPT.rollbackAt ? 'bbbb' : 'aaaa');

/** Ticks `from` … `to`, `to` excluded, as the engine would tell them. */
export function scriptedTicks(from: number, to: number): readonly TickRecord[] {
  const records: TickRecord[] = [];
  let index = Math.max(0, from - 1) + notableBefore(from);
  for (let tick = from; tick < to; tick++) {
    const time = EPOCH + tick * HOUR;
    const events = happenings(tick).map(
      ([type, nodeId, version]): LiveEvent => ({
        index: index++,
        tick,
        time,
        type,
        nodeId,
        reason: said(type, tick),
        figures: { version },
      }),
    );
    records.push({ tick, time, events, statuses: statusesAt(tick), reports: { monitor: scriptedReport(tick) } });
  }
  return records;
}

function happenings(tick: number): readonly (readonly [LiveEventType, string, string])[] {
  const batch = ['batch', 'deploy', versionAt(tick)] as const;
  switch (tick) {
    case SCRIPT.driftAt:
      return [batch, ['drift', 'monitor', 'aaaa'], ['alert', 'monitor', 'aaaa']];
    case SCRIPT.retrainAt:
      return [batch, ['trigger', 'trigger', 'aaaa'], ['retrain', 'retrain', 'bbbb']];
    case SCRIPT.gateAt:
      return [batch, ['gate', 'gate', 'bbbb']];
    case SCRIPT.promoteAt:
      return [['promote', 'deploy', 'bbbb'], batch];
    case SCRIPT.rollbackAt:
      return [['rollback', 'deploy', 'aaaa'], batch];
    default:
      return [batch];
  }
}

function notableBefore(tick: number): number {
  let count = 0;
  for (const at of Object.values(SCRIPT)) if (at < tick) count += happenings(at).length - 1;
  return count;
}

function statusesAt(tick: number): Readonly<Record<string, LiveStatus>> {
  const drifting = tick >= SCRIPT.driftAt && tick < SCRIPT.promoteAt;
  return {
    deploy: { level: 'ok', message: said('rows-answered', tick * 50) },
    monitor: drifting
      ? { level: 'alarm', message: said('columns-drift', 3) }
      : { level: 'ok', message: said('no-drift') },
    trigger: { level: 'ok', message: said('rows-of', tick * 50) },
  };
}

/** What the monitor measured: a level, no randomness. */
function scriptedReport(tick: number): MonitorReport {
  const bad = tick >= SCRIPT.driftAt && tick < SCRIPT.promoteAt;
  const measures = (accuracy: number): Measures => ({ accuracy });
  const quiet = { verdict: 'stable', lastDrift: null, drifts: 0 } as const;
  return {
    deployment: 'deploy',
    stream: 'stream',
    version: versionAt(tick),
    tick,
    time: EPOCH + tick * HOUR,
    task: 'binary',
    rows: { batch: 50, refused: 0, labelled: 50, totalLabelled: 50 * tick, window: Math.min(500, 50 * tick) },
    performance: {
      headline: 'accuracy',
      batch: measures(bad ? 0.6 : 0.9),
      window: measures(bad ? 0.7 : 0.9),
      overall: measures(0.85),
      noChange: measures(0.5),
      majority: measures(0.6),
      reference: measures(0.91),
    },
    drift: {
      columns: [
        {
          column: 'age',
          type: 'number',
          method: 'ks',
          statistic: bad ? 0.4 : 0.05,
          pValue: bad ? 0.0001 : 0.6,
          threshold: 0.05,
          effect: bad ? 0.8 : 0.02,
          verdict: bad ? 'drift' : 'stable',
          referenceRows: 1_000,
          currentRows: 500,
        },
      ],
      prediction: null,
      target: null,
      share: bad ? 0.75 : 0,
      verdict: bad ? 'drift' : 'stable',
      current: { from: 1_000 + 50 * (tick - 1), to: 1_000 + 50 * tick },
      reference: { from: 0, to: 1_000 },
    },
    detectors: {
      adwin: { ...quiet, verdict: tick === SCRIPT.driftAt ? 'drift' : 'stable' },
      pageHinkley: quiet,
      ddm: quiet,
    },
    fairness: null,
    quality: [],
  };
}
