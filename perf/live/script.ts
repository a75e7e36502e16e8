import type { TickRecord } from '../../src/engine/live/messages';
import { asWritten } from '../../src/lib/as-written';
import { text } from '../../src/lib/text';
import type { LiveEvent, LiveEventDraft } from '../../src/nodes/contract/live-events';
import type { ColumnDrift, MonitorReport } from '../../src/nodes/contract/monitor-report';

/*
 * A loop as the engine would tell it, made up: every 400 ticks the world moves, a trigger fires, a challenger is
 * trained, judged and promoted. As many figures as a monitor of twelve columns and two groups has.
 */
const EPOCH = Date.UTC(2026, 0, 1);
const COLUMNS = 12;
const PERIOD = 400;

/** Between 0 and 1, the same for the same numbers. */
function noise(a: number, b: number): number {
  let x = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0xc2b2ae35);
  x = Math.imul(x ^ (x >>> 13), 0x27d4eb2f);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
}

let index = 0;

export function tickRecord(tick: number): TickRecord {
  const time = EPOCH + tick * 3_600_000;
  const at = tick % PERIOD;
  const shift = at < 200 ? 0 : at < 260 ? 1 : 0.15;
  const version = `v${Math.floor((tick + PERIOD - 260) / PERIOD)}`;
  const event = (nodeId: string, draft: LiveEventDraft): LiveEvent => ({
    ...draft,
    index: index++,
    tick,
    time,
    nodeId,
  });
  const say = (en: string) => asWritten(text(en, `${tick}틱: ${en}`));
  const events = [
    event('deploy1', {
      type: 'batch',
      reason: say('100 rows answered.'),
      figures: { version, rows: 100, answered: 100 },
    }),
  ];
  const add = (
    when: number,
    nodeId: string,
    type: LiveEventDraft['type'],
    reason: string,
    figures: LiveEvent['figures'],
  ) => {
    if (at === when) events.push(event(nodeId, { type, reason: say(reason), figures }));
  };
  add(203, 'monitor1', 'drift', '7 of 12 columns drift, column3 the most.', {
    what: 'columns',
    drifting: 7,
    columns: 12,
  });
  add(204, 'monitor1', 'alert', 'Accuracy 0.71 is below the limit 0.85.', {
    what: 'degraded',
    value: 0.71,
    limit: 0.85,
  });
  add(210, 'performance1', 'trigger', 'Fired: accuracy 0.71 over 500 rows, bound 0.85.', {
    fired: true,
    decision: 'fired',
  });
  add(210, 'train1', 'retrain', 'Retraining on 4,000 rows began.', { phase: 'begin', mode: 'full' });
  add(230, 'train1', 'retrain', 'A challenger was trained.', { phase: 'end', ok: true, mode: 'full' });
  add(258, 'gate1', 'gate', 'The challenger is better by 0.18 (0.12 to 0.23).', { verdict: 'promote', rows: 900 });
  if (at === 260)
    events.push(event('deploy1', { type: 'promote', reason: say('The gate promoted it.'), figures: { version } }));
  const statuses = { performance1: { level: shift === 1 ? 'warning' : 'ok', message: say('Did not fire.') } } as const;
  return { tick, time, events, statuses, reports: { monitor1: report(tick, time, shift, version) } };
}

function report(tick: number, time: number, shift: number, version: string): MonitorReport {
  const accuracy = 0.92 - 0.2 * shift;
  const measures = (value: number, width: number) => ({
    accuracy: value + width * (noise(tick, 1) - 0.5),
    macroF1: value - 0.02 + width * (noise(tick, 2) - 0.5),
  });
  const quiet = { verdict: 'stable', lastDrift: null, drifts: 0 } as const;
  const rate = (group: number) => 0.5 - 0.12 * group - 0.05 * shift * group + 0.04 * (noise(tick, 30 + group) - 0.5);
  const group = (name: string, of: number) => ({
    group: name,
    rows: 250,
    selectionRate: rate(of),
    truePositiveRate: rate(of) + 0.3,
    falsePositiveRate: rate(of) - 0.3,
    accuracy,
  });
  return {
    deployment: 'deploy1',
    stream: 'stream1',
    version,
    tick,
    time,
    task: 'binary',
    rows: { batch: 100, refused: 0, labelled: 100, totalLabelled: 100 * tick, window: Math.min(500, 100 * tick) },
    performance: {
      headline: 'accuracy',
      batch: measures(accuracy, 0.12),
      window: measures(accuracy, 0.02),
      overall: measures(0.88, 0),
      noChange: measures(0.55, 0.03),
      majority: measures(0.6, 0.03),
      reference: measures(0.91, 0),
    },
    drift: {
      columns: Array.from({ length: COLUMNS }, (_, column) => columnDrift(tick, column, shift)),
      prediction: columnDrift(tick, 20, shift),
      target: columnDrift(tick, 21, shift),
      share: shift === 1 ? 7 / 12 : 0,
      verdict: shift === 1 ? 'drift' : 'stable',
      current: { from: 100 * tick, to: 100 * tick + 500 },
      reference: { from: 0, to: 2_000 },
    },
    detectors: {
      adwin: { ...quiet, verdict: tick % PERIOD === 206 ? 'drift' : 'stable' },
      pageHinkley: quiet,
      ddm: quiet,
    },
    fairness: {
      column: 'gender',
      favourable: 'yes',
      groups: [group('women', 1), group('men', 0)],
      parityDifference: rate(0) - rate(1),
      parityRatio: rate(1) / rate(0),
      equalizedOddsDifference: rate(0) - rate(1) + 0.01,
    },
    quality: [],
  };
}

function columnDrift(tick: number, column: number, shift: number): ColumnDrift {
  const effect = 0.03 * noise(tick, column) + shift * (column % 3 === 0 ? 0.6 : column % 3 === 1 ? 0.18 : 0.01);
  const verdict = tick < 5 ? 'not-enough-rows' : effect > 0.1 ? 'drift' : 'stable';
  return {
    column: `column${column}`,
    type: 'number',
    method: 'wasserstein',
    statistic: effect * 0.9,
    pValue: null,
    threshold: 0.1,
    effect,
    verdict,
    referenceRows: 2_000,
    currentRows: 500,
  };
}
