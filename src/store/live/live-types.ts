import type { LivePhase, TickRecord } from '../../engine/live/messages';
import type { RunReport } from '../../engine/report';
import type { PipelineDocument } from '../../graph/document';
import type { FailureDetail } from '../../lib/failure';
import type { Message } from '../../lib/message';
import type { Text } from '../../lib/text';
import type { LiveEvent, LiveStatus } from '../../nodes/contract/live-events';
import type { DetectorName, MonitorReport } from '../../nodes/contract/monitor-report';

/** A figure over the ticks, kept in chunks: adding one costs the same at tick 10 and at tick 10,000. NaN: none. */
export interface LiveSeries {
  /** The first tick still held, and one past the newest. */
  readonly first: number;
  readonly end: number;
  at(tick: number): number;
  /** The figures of ticks `from` … `to`, `to` excluded; NaN where none are held. */
  slice(from: number, to: number): Float64Array;
  /** The smallest and largest figure of those ticks; null where there is none. */
  range(from: number, to: number): { readonly min: number; readonly max: number } | null;
}

/**
 * What is drawn over the ticks, by the report's own names: `window.rmse`, `noChange.accuracy`,
 * `column.<name>` (the column's statistic), `effect.<name>` (PSI), `verdict.<name>` (0 stable, 1 not enough rows,
 * 2 drift), `group.<name>` (selection rate). A detector is 0 stable, 1 warning, 2 drift.
 */
export type SeriesName =
  | `${'batch' | 'window' | 'overall' | 'noChange' | 'majority' | 'reference'}.${string}`
  | `drift.${'share' | 'verdict'}`
  | `drift.${'prediction' | 'target'}${'' | 'Effect' | 'Verdict'}`
  | `${'column' | 'effect' | 'verdict' | 'group'}.${string}`
  | `rows.${'batch' | 'refused' | 'labelled' | 'window'}`
  | `fairness.${'parityDifference' | 'parityRatio' | 'equalizedOddsDifference'}`
  | `detector.${DetectorName}`
  | 'quality.findings';

/** One monitor's figures over the ticks. */
export interface MonitorHistory {
  readonly monitorId: string;
  /** Names of every series that ever had a figure, in the order in which they came. */
  readonly names: readonly SeriesName[];
  series(name: SeriesName): LiveSeries | undefined;
  /** The report of the tick, or of the nearest kept one before it. */
  reportAt(tick: number): MonitorReport | undefined;
}

/** From when on a version served. */
export interface ChampionSpan {
  readonly deployment: string;
  readonly version: string;
  /** What a person calls it: its number in the registry; until that is known, in the order in which the loop spoke of it. */
  readonly number: number;
  readonly fromTick: number;
  readonly because: 'start' | 'promote' | 'rollback';
  /** Order on the timeline of the event that said so; null of the one that served from the start. */
  readonly event: number | null;
}

/**
 * Everything a session has told, added to in place: the object stays the same for the session, and
 * `LiveState.revision` says that there is more in it.
 */
export interface LiveHistory {
  /** The first and newest tick told of; 0 and 0 before the first. */
  readonly firstTick: number;
  readonly lastTick: number;
  /** Whole ticks, the newest last: at least as many of the newest as are told of one by one. */
  readonly recent: readonly TickRecord[];
  /** In the order of their index. Grows in place. */
  readonly events: readonly LiveEvent[];
  /** Of them, all but `batch`. Grows in place. */
  readonly notable: readonly LiveEvent[];
  /** By id of the monitor, in the order in which they first spoke. */
  readonly monitors: ReadonlyMap<string, MonitorHistory>;
  /** By id of the deployment; oldest first. */
  readonly champions: ReadonlyMap<string, readonly ChampionSpan[]>;
  /** Clock time of a tick, milliseconds since 1970; NaN where it is not held. */
  timeOf(tick: number): number;
  /** Events of one tick. */
  eventsAt(tick: number): readonly LiveEvent[];
  /** What the nodes said in the tick, or in the nearest kept one before it. */
  statusesAt(tick: number): Readonly<Record<string, LiveStatus>>;
  /** The champion of a deployment after the tick. */
  championAt(deployment: string, tick: number): ChampionSpan | undefined;
  /** The registry's number of a version (of a deployment's line); undefined of one that it does not keep. */
  numberOf(version: string, deployment?: string): number | undefined;
  /** What a person calls a version: by its number, or else by the tick in which the loop first spoke of it. */
  called(version: string): Text;
  /** What a `promote` or `rollback` event changed; null of any other. */
  changeOf(event: LiveEvent): ChampionChange | null;
  /** Alerts of one node, oldest first. */
  alertsOf(nodeId: string): readonly LiveEvent[];
  /** What a node said of itself, newest last: one entry for as long as it said the same. */
  statusSpansOf(nodeId: string): readonly StatusSpan[];
}

/** What a node said from a tick on, until another. */
export interface StatusSpan {
  readonly tick: number;
  readonly until: number;
  /** Its figures changed meanwhile: the status is that of the last tick alone. */
  readonly varied: boolean;
  readonly status: LiveStatus;
}

/** Ticks a second that a person can choose; null as fast as possible. */
export const LIVE_SPEEDS = [1, 5, 20, 100, null] as const;
export type LiveSpeed = (typeof LIVE_SPEEDS)[number];

/** The loop as the page sees it. `useLive` in live-store.ts. */
export interface LiveState {
  /** `idle`: no session since this document was opened. */
  readonly phase: LivePhase | 'idle';
  readonly sessionId: string | null;
  /** The document that plays. Edits since then are not in it. */
  readonly document: PipelineDocument | null;
  readonly failure: FailureDetail | null;
  /** The tick that a session whose engine died can go on from; null where there is none. */
  readonly goesOnFrom: number | null;
  /** A person stopped it. */
  readonly stopped: boolean;
  /** The newest tick, and its clock time (null before the first). */
  readonly tick: number;
  readonly time: number | null;
  readonly speed: LiveSpeed;
  /** Raised whenever `history` has grown: what redraws watches this. */
  readonly revision: number;
  readonly history: LiveHistory;
  /** The newest of each, by node id. */
  readonly statuses: Readonly<Record<string, LiveStatus>>;
  readonly reports: Readonly<Record<string, MonitorReport>>;
  /** The last promotion or rollback: what the feedback wire shows for a while. */
  readonly championChange: ChampionChange | null;
  /** The tick looked at; null: the newest one, whatever comes. */
  readonly cursor: number | null;
  /** Once the session is over. */
  readonly report: RunReport | null;
  /** Starts a session of the document as it stands. */
  start(): Promise<void>;
  /** Goes on from {@link goesOnFrom}: the same session, as its history and document stand. */
  goOn(): Promise<void>;
  play(): void;
  pause(): void;
  step(ticks?: number): void;
  setSpeed(speed: LiveSpeed): void;
  /** Looks at an earlier tick while the loop goes on; null goes back to the newest. */
  scrub(tick: number | null): void;
  stop(): Promise<void>;
  fire(nodeId: string): void;
  /** Decides where a gate asks. */
  decide(nodeId: string, decision: 'promote' | 'hold'): void;
  /** Lets a monitor compare drift with the newest rows from now on. */
  adopt(nodeId: string): void;
  /** `version` absent: the champion before this one. */
  rollback(nodeId: string, version?: string): void;
  /** Forgets the session and what it told. */
  clear(): void;
}

/** A champion that changed. */
export interface ChampionChange {
  readonly deployment: string;
  readonly because: 'promote' | 'rollback';
  readonly version: string;
  readonly number: number;
  readonly tick: number;
  readonly why: Message;
}
