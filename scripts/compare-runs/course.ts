import { isObject, type Json, type JsonObject } from '../../src/lib/json';
import { bare, WORDING } from '../../src/testing/comparable';
import type { ObservedRun } from './observed-run';

/** What is compared of a run: its decisions and figures, without wording, durations and hashes of bytes. */
export interface Course {
  readonly outcome: JsonObject;
  /** By node id, in the report's order. */
  readonly nodes: ReadonlyMap<string, Json>;
  /** Of a plain run, what each node said, in order. Nodes that train beside each other interleave as time has it. */
  readonly said: ReadonlyMap<string, Json>;
  /** Of a loop, its timeline. */
  readonly events: readonly JsonObject[];
  /** The registry's lines by name. */
  readonly lines: ReadonlyMap<string, Json>;
}

/** Of the clock and the machine. */
const PASSING = new Set(['runId', 'ms', 'rowsPerSecond', 'secondsLeft', 'keptAt']);
/** Hashes over a file's or a document's own form, which a new version of that form changes. */
const FORM = new Set(['key', 'file', 'bytes', 'pipeline']);
/** Events of the engine that speak of how far the work is, or of what a node's completion says again. */
const PROGRESS = new Set(['nodeProgress', 'nodeLog', 'nodeBackend', 'runStarted', 'runFinished']);

export function courseOf({ command, exit, report, events, lines }: ObservedRun): Course {
  const timeline = command === 'live' ? events.map((event) => bare(event, WORDING)) : [];
  const nodes = isObject(report.nodes) ? report.nodes : {};
  const said = command === 'run' ? groupByNode(events) : new Map<string, Json>();
  const kept = lines
    .map((line) => (isObject(line.content) ? line.content : line))
    .map((content): [string, Json] => [String(content.line), bare(content, WORDING, PASSING, FORM)])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    outcome: { exit, status: report.status ?? null, backend: report.backend ?? null, seed: report.seed ?? null },
    nodes: new Map(Object.entries(nodes).map(([id, node]) => [id, bare(node, WORDING, PASSING, FORM)])),
    said,
    events: timeline.filter(isObject),
    lines: new Map(kept),
  };
}

function groupByNode(events: readonly JsonObject[]): ReadonlyMap<string, Json> {
  const said = new Map<string, Json[]>();
  for (const event of events) {
    if (PROGRESS.has(String(event.type)) || isWithinEpoch(event)) continue;
    const id = String(event.nodeId);
    said.set(id, [...(said.get(id) ?? []), bare(event, WORDING, PASSING, FORM)]);
  }
  return said;
}

/** A point of the curve between two epochs: told as often as time allows. */
const isWithinEpoch = ({ point }: JsonObject): boolean => isObject(point) && !Number.isInteger(point.epoch);
