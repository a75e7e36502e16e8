import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { createNodeHost } from '../../cli/node-host';
import { createEngine } from '../../engine/engine';
import { indexKinds } from '../../engine/kinds';
import { runLive } from '../../engine/live/run-live';
import type { PipelineDocument } from '../../graph/document';
import { openDocument } from '../../graph/open-document';
import { createMemoryBlobs } from '../../lib/blob-store';
import type { JsonObject } from '../../lib/json';
import { catalog } from '../../nodes/catalog';
import type { LiveEventType } from '../../nodes/contract/live-events';
import { liveRunners } from '../../nodes/live-runners';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { createRegistry } from '../../registry/create-registry';

const QUIET_BATCHES = 200;
const HISTORY = 2_000;
const ROWS = HISTORY + 100 * (QUIET_BATCHES + 60);

/** The template “Sudden drift”, on a longer stream whose rule turns after {@link QUIET_BATCHES} batches, or never. */
export function pipeline(seed: number, drift: 'sudden' | 'none'): PipelineDocument {
  const opened = openDocument(readFileSync('public/templates/sudden-drift.json', 'utf8'), catalog);
  if (!opened.ok) throw new Error('the template does not open');
  const { document } = opened;
  const data = { drift, rows: ROWS, driftAt: (HISTORY + 100 * QUIET_BATCHES) / ROWS };
  return {
    ...document,
    seed,
    nodes: document.nodes.map((node) =>
      node.id === 'data1' ? { ...node, params: { ...node.params, ...data } } : node,
    ),
  };
}

/**
 * The template “Sudden drift” on a stream whose rows move to another place while the rule stays: nothing that harms the
 * model. A trigger on the distribution, which knows of no harm, asks for retraining.
 */
export function harmless(seed: number, monitor: JsonObject = {}, rows = 14_000): PipelineDocument {
  const { nodes, ...rest } = pipeline(seed, 'sudden');
  const data = { changes: 'covariate', rows, driftAt: (HISTORY + 100 * 50) / rows };
  return {
    ...rest,
    nodes: nodes.map((node) => {
      if (node.id === 'data1') return { ...node, params: { ...node.params, ...data } };
      if (node.id === 'dense1') return { ...node, params: { ...node.params, epochs: 12 } };
      if (node.id === 'monitor1') return { ...node, params: { ...node.params, ...monitor } };
      return node.id === 'performance1' ? { ...node, kind: 'retrain.distribution', params: {} } : node;
    }),
  };
}

/** The same model on a stream that stays as it is, brought up to date by its newest rows alone with every batch. */
export const keptUpToDate = (seed: number): PipelineDocument =>
  unchanging(seed, {
    train: { window: 100, leastRows: 50, replayShare: 0 },
    gate: { decision: 'always', watchRows: 0 },
    every: 100,
  });

/** The same, where few rows decide and no test is asked, so that challengers are promoted by luck. */
export const promotedByLuck = (seed: number): PipelineDocument =>
  unchanging(seed, {
    data: { noise: 1 },
    train: { window: 500 },
    gate: { test: 'none', rows: 40, watchRows: 0 },
    monitor: { window: 300 },
    every: 800,
  });

interface Unchanging {
  readonly data?: JsonObject;
  readonly train: JsonObject;
  readonly gate: JsonObject;
  readonly monitor?: JsonObject;
  readonly every: number;
}

/** The template’s loop on a stream without drift, with incremental training after so many rows. */
function unchanging(seed: number, { data, train, gate, monitor, every }: Unchanging): PipelineDocument {
  const { nodes, ...rest } = pipeline(seed, 'none');
  const changes: Readonly<Record<string, JsonObject>> = {
    data1: { rows: 14_000, ...data },
    dense1: { epochs: 12 },
    train1: { mode: 'incremental', rows: 'window', leastRows: 100, wait: 0, since: 'any', ...train },
    gate1: gate,
    monitor1: { ...monitor },
  };
  return {
    ...rest,
    nodes: nodes.map((node) =>
      node.id === 'performance1'
        ? { ...node, kind: 'retrain.new-data', params: { every } }
        : { ...node, params: { ...node.params, ...changes[node.id] } },
    ),
  };
}

/** Plays a loop to its end: the accuracy of every batch, and its events. */
export async function play(document: PipelineDocument) {
  const kinds = indexKinds(specs, runners, liveRunners);
  const { host } = createNodeHost([]);
  const accuracy: number[] = [];
  const report = await runLive({
    sessionId: 'test',
    engine: createEngine({ kinds, host }),
    kinds,
    host,
    registry: createRegistry(createMemoryBlobs(), { now: () => '2024-01-01T00:00:00Z' }),
    document,
    backend: 'wasm',
    clock: 'virtual',
    ticksPerSecond: null,
    signal: new AbortController().signal,
    emit: (message) => {
      if (message.type !== 'ticks') return;
      for (const { reports } of message.records) accuracy.push(reports.monitor1?.performance.batch.accuracy ?? 0);
    },
  }).done;
  expect(report.status).toBe('completed');
  const ticksOf = (type: LiveEventType): readonly number[] =>
    report.events.filter((event) => event.type === type).map((event) => event.tick);
  return { accuracy, ticksOf, events: report.events };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

type Played = Awaited<ReturnType<typeof play>>;

/** A loop is quiet before the rule turns, sees it within three batches, and recovers to within two points. */
export function expectRecovery({ accuracy, ticksOf, events }: Played): void {
  const noise = events.filter(({ type, tick }) => tick <= QUIET_BATCHES && type !== 'batch');
  expect(noise).toEqual([]);
  expect(ticksOf('drift')[0]).toBeLessThanOrEqual(QUIET_BATCHES + 3);
  expect(ticksOf('trigger')[0]).toBeLessThanOrEqual(QUIET_BATCHES + 3);
  const promoted = ticksOf('promote')[0] ?? Number.NaN;
  const before = mean(accuracy.slice(0, QUIET_BATCHES));
  expect(mean(accuracy.slice(QUIET_BATCHES, promoted - 1))).toBeLessThan(before - 0.2);
  expect(mean(accuracy.slice(promoted - 1))).toBeGreaterThan(before - 0.02);
  expect(ticksOf('rollback')).toEqual([]);
}

/** A loop alarms in at most one batch of a hundred. */
export function expectQuiet({ accuracy, events }: Played): void {
  const alarms = new Set(events.filter(({ type }) => type === 'drift' || type === 'alert').map(({ tick }) => tick));
  expect(alarms.size).toBeLessThanOrEqual(accuracy.length / 100);
}
