import type { LivePhase, TickRecord } from '../../engine/live/messages';
import type { PipelineDocument } from '../../graph/document';
import { openJson } from '../../graph/open-json';
import { saveDocument } from '../../graph/save-document';
import type { FailureDetail } from '../../lib/failure';
import { catalog } from '../../nodes/catalog';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { createHistory } from '../../store/live/live-history';
import { isOn, learnNumbers, useLive } from '../../store/live/live-store';
import { fetchWording } from '../../store/live/wording';

/** What a loop told, so that it is there again once the page is loaded anew. */
interface KeptLoop {
  readonly sessionId: string;
  /** The document that played, as text. */
  readonly document: string;
  readonly phase: LivePhase;
  readonly failure: FailureDetail | null;
  /** The newest ticks whole; of those before them what happened in them alone. */
  readonly records: readonly TickRecord[];
  /** The first of the whole ones. */
  readonly wholeFrom: number;
}

/** Whole ticks kept at most, the letters that they may have together, and the events of ticks before them. */
const [MOST_TICKS, MOST_LETTERS, MOST_EVENTS] = [600, 4_000_000, 1_000];

/** What the loop has told so far; null where there was none, or it told nothing yet. */
export function keptLoop(): KeptLoop | null {
  const { sessionId, document, phase, failure, history } = useLive.getState();
  const last = history.recent.at(-1);
  if (sessionId === null || document === null || phase === 'idle' || last === undefined) return null;
  const ticks = Math.min(MOST_TICKS, Math.max(20, Math.floor(MOST_LETTERS / JSON.stringify(last).length)));
  const whole = history.recent.slice(-ticks);
  const wholeFrom = whole[0]?.tick ?? 0;
  // Who served from the start is told by the first batch.
  const first = history.eventsAt(history.firstTick).filter(({ type }) => type === 'batch');
  const notable = history.notable.slice(-MOST_EVENTS);
  const earlier = [...first, ...notable].filter(({ tick }) => tick < wholeFrom);
  return {
    sessionId,
    document: saveDocument(document),
    phase,
    failure,
    records: [...eventsAlone(earlier), ...whole],
    wholeFrom,
  };
}

function eventsAlone(events: readonly LiveEvent[]): readonly TickRecord[] {
  const byTick = new Map<number, LiveEvent[]>();
  for (const event of events) byTick.set(event.tick, [...(byTick.get(event.tick) ?? []), event]);
  return [...byTick].map(([tick, own]) => ({ tick, time: own[0]?.time ?? 0, events: own, statuses: {}, reports: {} }));
}

/** What is back of a loop: up to which tick, and of how many first ticks there are no figures. */
export interface BackLoop {
  readonly tick: number;
  readonly withoutFigures: number;
}

/** Shows again what a loop told; null where that is not what was kept, or cannot be shown. */
export function takeUpLoop(kept: unknown, sessionId: string, present: PipelineDocument): BackLoop | null {
  if (!isKeptLoop(kept) || kept.sessionId !== sessionId || useLive.getState().phase !== 'idle') return null;
  const document = documentOf(kept.document, present);
  const last = kept.records.at(-1);
  if (document === null || last === undefined) return null;
  const history = createHistory();
  const championChange = history.add(kept.records);
  const { phase, failure } = kept;
  useLive.setState(({ revision }) => ({
    // What was under way has ended with its page.
    phase: isOn({ phase }) ? 'ended' : phase,
    sessionId,
    document,
    failure,
    history,
    championChange,
    tick: last.tick,
    time: last.time,
    statuses: last.statuses,
    reports: last.reports,
    revision: revision + 1,
  }));
  void fetchWording();
  void learnNumbers(history, document);
  return { tick: last.tick, withoutFigures: kept.wholeFrom - 1 };
}

/** Written by this page alone, beside a session whose format is raised with its shape. */
const isKeptLoop = (value: unknown): value is KeptLoop =>
  typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records);

function documentOf(text: string, present: PipelineDocument): PipelineDocument | null {
  if (text === saveDocument(present)) return present;
  const opened = openJson(JSON.parse(text), catalog);
  return opened.ok ? opened.document : null;
}
