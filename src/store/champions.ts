import type { TickRecord } from '../engine/live/messages';
import type { JsonObject } from '../lib/json';
import type { LiveEvent } from '../nodes/live-events';
import type { ChampionSpan, LiveTurn } from './live-types';

/** Who serves, since when and why, as the ticks tell it. */
export interface Champions {
  readonly spans: ReadonlyMap<string, readonly ChampionSpan[]>;
  /** Takes a tick in; gives the last change of champion in it, if there was one. */
  add(record: TickRecord): LiveTurn | null;
  at(deployment: string, tick: number): ChampionSpan | undefined;
  numberOf(version: string): number | undefined;
  /** What a `promote` or `rollback` event changed; null of any other. */
  turnOf(event: LiveEvent): LiveTurn | null;
}

const versionIn = (figures: JsonObject): string | null =>
  typeof figures.version === 'string' ? figures.version : null;

/** Follows the champions. Versions are numbered in the order in which the loop first speaks of them. */
export function createChampions(): Champions {
  const spans = new Map<string, ChampionSpan[]>();
  const numbers = new Map<string, number>();

  const nameOf = (version: string): number => {
    const number = numbers.get(version) ?? numbers.size + 1;
    numbers.set(version, number);
    return number;
  };
  const serve = (span: Omit<ChampionSpan, 'number'>): void => {
    const own = spans.get(span.deployment) ?? [];
    if (own.length === 0) spans.set(span.deployment, own);
    if (own.at(-1)?.version !== span.version) own.push({ ...span, number: nameOf(span.version) });
  };

  const turnOf = ({ type, nodeId, figures, tick, reason }: LiveEvent): LiveTurn | null => {
    const version = versionIn(figures);
    if (version === null || (type !== 'promote' && type !== 'rollback')) return null;
    return { deployment: nodeId, because: type, number: nameOf(version), tick, why: reason };
  };

  return {
    spans,
    turnOf,
    add({ tick, events, reports }) {
      let last: LiveTurn | null = null;
      for (const event of events) {
        const version = versionIn(event.figures);
        if (version === null) continue;
        const turn = turnOf(event);
        last = turn ?? last;
        const span = { deployment: event.nodeId, version, fromTick: tick };
        if (turn !== null) serve({ ...span, because: turn.because, event: event.index });
        else if (event.type === 'batch') serve({ ...span, because: 'start', event: null });
        else nameOf(version);
      }
      for (const { deployment, version } of Object.values(reports)) {
        serve({ deployment, version, fromTick: tick, because: 'start', event: null });
      }
      return last;
    },
    at: (deployment, tick) => spans.get(deployment)?.findLast((span) => span.fromTick <= tick),
    numberOf: (version) => numbers.get(version),
  };
}
