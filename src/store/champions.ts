import type { TickRecord } from '../engine/live/messages';
import type { JsonObject } from '../lib/json';
import type { ChampionSpan, LiveTurn } from './live-types';

/** Who serves, since when and why, as the ticks tell it. */
export interface Champions {
  readonly spans: ReadonlyMap<string, readonly ChampionSpan[]>;
  /** Takes a tick in; gives the last change of champion in it, if there was one. */
  add(record: TickRecord): LiveTurn | null;
  at(deployment: string, tick: number): ChampionSpan | undefined;
  numberOf(version: string): number | undefined;
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

  return {
    spans,
    add({ tick, events, reports }) {
      let turn: LiveTurn | null = null;
      for (const { type, nodeId, figures, index, reason } of events) {
        const version = versionIn(figures);
        if (version === null) continue;
        if (type === 'batch') {
          serve({ deployment: nodeId, version, fromTick: tick, because: 'start', event: null });
        } else if (type === 'promote' || type === 'rollback') {
          serve({ deployment: nodeId, version, fromTick: tick, because: type, event: index });
          turn = { deployment: nodeId, because: type, number: nameOf(version), tick, why: reason };
        } else nameOf(version);
      }
      for (const { deployment, version } of Object.values(reports)) {
        serve({ deployment, version, fromTick: tick, because: 'start', event: null });
      }
      return turn;
    },
    at: (deployment, tick) => spans.get(deployment)?.findLast((span) => span.fromTick <= tick),
    numberOf: (version) => numbers.get(version),
  };
}
