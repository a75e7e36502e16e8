import type { TickRecord } from '../../engine/live/messages';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { ChampionChange, ChampionSpan } from './live-types';

/** Numbers of versions in the registry, by version. */
type VersionNumbers = ReadonlyMap<string, number>;

/** Who serves, since when and why, as the ticks tell it. */
export interface Champions {
  readonly spans: ReadonlyMap<string, readonly ChampionSpan[]>;
  /** Takes a tick in; gives the last change of champion in it, if there was one. */
  add(record: TickRecord): ChampionChange | null;
  at(deployment: string, tick: number): ChampionSpan | undefined;
  numberOf(version: string, deployment?: string): number | undefined;
  /** What a `promote` or `rollback` event changed; null of any other. */
  changeOf(event: LiveEvent): ChampionChange | null;
  /** How many versions the loop has spoken of. */
  readonly versions: number;
  /** Takes over the registry's numbers of a deployment's line. */
  learn(deployment: string, numbers: VersionNumbers): void;
}

/** Follows the champions. Until the registry's numbers are known, versions are numbered as the loop comes to speak of them. */
export function createChampions(): Champions {
  const spans = new Map<string, ChampionSpan[]>();
  const spoken = new Map<string, number>();
  const learned = new Map<string, VersionNumbers>();

  const speakOf = (version: string): void => {
    if (!spoken.has(version)) spoken.set(version, spoken.size + 1);
  };
  const numberOf = (version: string, deployment?: string): number | undefined => {
    const lines = deployment === undefined ? [...learned.values()] : [learned.get(deployment)];
    for (const numbers of lines) {
      const number = numbers?.get(version);
      if (number !== undefined) return number;
    }
    return spoken.get(version);
  };
  const serve = (span: Omit<ChampionSpan, 'number'>): void => {
    speakOf(span.version);
    const own = spans.get(span.deployment) ?? [];
    if (own.length === 0) spans.set(span.deployment, own);
    if (own.at(-1)?.version === span.version) return;
    own.push({ ...span, number: numberOf(span.version, span.deployment) ?? 0 });
  };
  const changeOf = ({ type, nodeId, figures, tick, reason }: LiveEvent): ChampionChange | null => {
    const { version } = figures;
    if (typeof version !== 'string' || (type !== 'promote' && type !== 'rollback')) return null;
    const number = numberOf(version, nodeId) ?? 0;
    return { deployment: nodeId, because: type, version, number, tick, why: reason };
  };

  return {
    spans,
    changeOf,
    numberOf,
    at: (deployment, tick) => spans.get(deployment)?.findLast((span) => span.fromTick <= tick),
    get versions() {
      return spoken.size;
    },
    learn(deployment, numbers) {
      learned.set(deployment, numbers);
      const own = spans.get(deployment) ?? [];
      own.forEach((span, at) => {
        own[at] = { ...span, number: numberOf(span.version, deployment) ?? span.number };
      });
    },
    add({ tick, events, reports }) {
      let last: ChampionChange | null = null;
      for (const event of events) {
        const { version } = event.figures;
        if (typeof version !== 'string') continue;
        speakOf(version);
        const change = changeOf(event);
        last = change ?? last;
        const span = { deployment: event.nodeId, version, fromTick: tick };
        if (change !== null) serve({ ...span, because: change.because, event: event.index });
        else if (event.type === 'batch') serve({ ...span, because: 'start', event: null });
      }
      for (const { deployment, version } of Object.values(reports)) {
        serve({ deployment, version, fromTick: tick, because: 'start', event: null });
      }
      return last;
    },
  };
}
