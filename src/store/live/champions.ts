import type { TickRecord } from '../../engine/live/messages';
import { type Text, text } from '../../lib/text';
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
  called(version: string): Text;
  /** What a `promote` or `rollback` event changed; null of any other. */
  changeOf(event: LiveEvent): ChampionChange | null;
  /** Rises whenever a version is first spoken of or comes to serve: the registry may have numbers that are new. */
  readonly news: number;
  /** Takes over the registry's numbers of a deployment's line. */
  learn(deployment: string, numbers: VersionNumbers): void;
}

/** Follows the champions. Until the registry has told its numbers, versions are numbered as the loop comes to speak of them. */
export function createChampions(): Champions {
  const spans = new Map<string, ChampionSpan[]>();
  const spoken = new Map<string, { readonly order: number; readonly tick: number; readonly served: boolean }>();
  const learned = new Map<string, VersionNumbers>();

  let changes = 0;

  const speakOf = (version: string, tick: number, served: boolean): void => {
    if (!spoken.has(version)) spoken.set(version, { order: spoken.size + 1, tick, served });
  };
  const numberOf = (version: string, deployment?: string): number | undefined => {
    const lines = deployment === undefined ? [...learned.values()] : [learned.get(deployment)];
    for (const numbers of lines) {
      const number = numbers?.get(version);
      if (number !== undefined) return number;
    }
    // A guess beside the registry's numbers would be another version's.
    return lines.some((numbers) => numbers !== undefined) ? undefined : spoken.get(version)?.order;
  };
  const called = (version: string): Text => {
    const number = numberOf(version);
    if (number !== undefined) return text(`v${number}`, `v${number}`);
    const known = spoken.get(version);
    if (known === undefined) return text(version, version);
    const { tick, served } = known;
    return served
      ? text(`the champion of tick ${tick}`, `${tick}틱의 챔피언`)
      : text(`the challenger of tick ${tick}`, `${tick}틱의 도전자`);
  };
  const serve = (span: Omit<ChampionSpan, 'number'>): void => {
    speakOf(span.version, span.fromTick, true);
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
    called,
    at: (deployment, tick) => spans.get(deployment)?.findLast((span) => span.fromTick <= tick),
    get news() {
      return spoken.size + changes;
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
        speakOf(version, tick, event.type === 'batch');
        const change = changeOf(event);
        last = change ?? last;
        const span = { deployment: event.nodeId, version, fromTick: tick };
        if (change !== null) {
          changes++;
          serve({ ...span, because: change.because, event: event.index });
        } else if (event.type === 'batch') serve({ ...span, because: 'start', event: null });
      }
      for (const { deployment, version } of Object.values(reports)) {
        serve({ deployment, version, fromTick: tick, because: 'start', event: null });
      }
      return last;
    },
  };
}
