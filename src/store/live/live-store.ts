import { create } from 'zustand';
import type { LiveMessage, TickRecord } from '../../engine/live/messages';
import type { PipelineDocument } from '../../graph/document';
import { loopProblems } from '../../graph/loop-problems';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { BackendChoice } from '../../nodes/contract/runner';
import { deploymentLine } from '../../registry/model-lines';
import type { LiveClient, LiveHandle, ModelsArea } from '../../worker/live-protocol';
import type { DocumentState } from '../document/document-state';
import { useDocument } from '../document/document-store';
import type { RunState } from '../run/run-state';
import { useRun } from '../run/run-store';
import { notifyOutside } from './browser-notification';
import { createLiveAlerts, type LiveAlerts } from './live-alerts';
import { createHistory, type GrowingHistory } from './live-history';
import type { LiveState } from './live-types';
import { fetchWording, wordLive } from './wording';

/** The session that plays, or the last one. */
interface CurrentSession {
  readonly handle: LiveHandle;
  readonly history: GrowingHistory;
  readonly alerts: LiveAlerts;
  readonly backend: BackendChoice;
  /** The newest tick told of before this session went on from an earlier one, and made it again. */
  readonly told: number;
  /** How much of the versions was new when their numbers were last asked for. */
  numbered: number;
}

let client: LiveClient | null = null;
let registry: Pick<ModelsArea, 'list'> | null = null;
let current: CurrentSession | null = null;

const nothing = {
  phase: 'idle',
  sessionId: null,
  document: null,
  failure: null,
  goesOnFrom: null,
  stopped: false,
  tick: 0,
  time: null,
  revision: 0,
  statuses: {},
  reports: {},
  championChange: null,
  cursor: null,
  report: null,
} as const;

export const useLive = create<LiveState>()((set, get) => ({
  ...nothing,
  history: createHistory(),
  speed: 5,
  start: async () => {
    if (client === null || isOn(get())) return;
    const documents = useDocument.getState();
    if (whyNotLive(documents, useRun.getState()) !== null) return;
    const { document } = documents;
    void fetchWording();
    const history = createHistory();
    const backend = useRun.getState().backendChoice;
    const handle = client.start({ document, backend, ticksPerSecond: get().speed });
    const alerts = createLiveAlerts(notifyOutside, () => performance.now());
    set({ ...nothing, document, history });
    await follow({ handle, history, alerts, backend, told: 0, numbered: 0 }, document);
  },
  goOn: async () => {
    const before = current;
    const { document, goesOnFrom, speed } = get();
    const kept = before?.handle.kept();
    if (client === null || before === null || document === null || goesOnFrom === null || kept == null) return;
    if (isOn(get()) || useRun.getState().running) return;
    const { checkpoint: from } = kept;
    const handle = client.start({ document, backend: before.backend, ticksPerSecond: speed, from });
    await follow({ ...before, handle, told: before.history.lastTick }, document);
  },
  play: () => current?.handle.control({ type: 'play' }),
  pause: () => current?.handle.control({ type: 'pause' }),
  step: (ticks = 1) => {
    set({ cursor: null });
    current?.handle.control({ type: 'step', ticks });
  },
  setSpeed: (speed) => {
    set({ speed });
    if (isOn(get())) current?.handle.control({ type: 'speed', ticksPerSecond: speed });
  },
  scrub: (tick) => {
    const { history } = get();
    const within = tick === null || tick >= history.lastTick ? null : Math.max(history.firstTick, tick);
    set({ cursor: within });
  },
  stop: async () => {
    if (!isOn(get())) return;
    set({ stopped: true });
    await current?.handle.stop();
  },
  fire: (nodeId) => current?.handle.command({ type: 'fire', nodeId }),
  decide: (nodeId, type) => current?.handle.command({ type, nodeId }),
  adopt: (nodeId) => current?.handle.command({ type: 'adopt', nodeId }),
  rollback: (nodeId, version) =>
    current?.handle.command({ type: 'rollback', nodeId, ...(version === undefined ? {} : { version }) }),
  clear: () => {
    const abandoned = isOn(get()) ? current : null;
    current = null;
    set({ ...nothing, history: createHistory() });
    if (abandoned !== null) void abandoned.handle.stop().catch(() => undefined);
  },
}));

/** Shows a session from here to its end. */
async function follow(session: CurrentSession, document: PipelineDocument): Promise<void> {
  const { sessionId, done } = session.handle;
  current = session;
  useLive.setState({ phase: 'preparing', sessionId, failure: null, goesOnFrom: null, stopped: false, report: null });
  void useRun.getState().follow(sessionId, document, done);
  await settle(session);
}

/** Whether a session is under way: it prepares, plays or waits. */
export const isOn = ({ phase }: Pick<LiveState, 'phase'>): boolean =>
  phase === 'preparing' || phase === 'playing' || phase === 'paused';

/** Why the pipeline cannot go live as it stands; null where it can. */
export function whyNotLive({ document }: Pick<DocumentState, 'document'>, run: Pick<RunState, 'running'>): Text | null {
  if (catalog.compile(document).enabled('stream').length === 0) return noStream;
  const [open] = loopProblems(catalog.compile(document));
  if (open !== undefined) return open.message;
  return run.running ? stillRunning : null;
}

/** Gives the store its loop, and the registry's word on version numbers. Returns what takes them away again. */
export function connectLive(live: LiveClient, models: Pick<ModelsArea, 'list'> | null = null): () => void {
  client = live;
  registry = models;
  const stopListening = live.listen(receive);
  const stopFollowing = useDocument.subscribe((now, before) => {
    if (now.session !== before.session) useLive.getState().clear();
  });
  return () => {
    stopListening();
    stopFollowing();
    if (client === live) client = null;
    if (registry === models) registry = null;
    useLive.getState().clear();
  };
}

async function settle(session: CurrentSession): Promise<void> {
  const report = await session.handle.done.catch(() => null);
  if (current !== session) return;
  // The engine says how it ended; where it could not, it has ended all the same.
  const { phase } = useLive.getState();
  useLive.setState({
    report,
    phase: phase === 'failed' || phase === 'ended' ? phase : report === null ? 'failed' : 'ended',
  });
  // The last report is the last session's, whichever way the pipeline ran.
  if (report !== null) useRun.setState({ lastReport: report });
}

function receive(messages: readonly LiveMessage[]): void {
  const session = current;
  if (session === null) return;
  const own = messages.filter(({ sessionId }) => sessionId === session.handle.sessionId);
  takeRecords(
    session,
    own
      .flatMap((message) => (message.type === 'ticks' ? message.records : []))
      .filter(({ tick }) => tick > session.told),
  );
  // A phase comes last: who hears that the loop has ended finds all its ticks here.
  for (const message of own) {
    if (message.type !== 'phase') continue;
    const { phase, failure = null } = message;
    const kept = failure?.code === 'live-lost' ? session.handle.kept() : null;
    useLive.setState({ phase, failure, goesOnFrom: kept?.tick ?? null });
  }
}

function takeRecords(session: CurrentSession, records: readonly TickRecord[]): void {
  const last = records.at(-1);
  const { document } = useLive.getState();
  if (last === undefined || document === null) return;
  const change = session.history.add(records);
  useLive.setState((state) => ({
    tick: last.tick,
    time: last.time,
    statuses: last.statuses,
    reports: last.reports,
    revision: state.revision + 1,
    ...(change === null ? {} : { championChange: change }),
  }));
  session.alerts.tell(records, document, (message) => wordLive(message, session.history));
  if (session.history.news === session.numbered) return;
  session.numbered = session.history.news;
  void learnNumbers(session.history, document);
}

/** Versions are known by their numbers in the registry, which the ticks do not tell. */
export async function learnNumbers(history: GrowingHistory, document: PipelineDocument): Promise<void> {
  const answer = await registry?.list().catch(() => null);
  if (answer?.ok !== true) return;
  const pipeline = catalog.compile(document);
  for (const node of pipeline.nodes.filter(({ id }) => history.champions.has(id))) {
    const line = deploymentLine(pipeline, node.id);
    const own = answer.value.versions.filter((version) => version.line === line);
    history.learn(node.id, new Map(own.map(({ id, number }) => [id, number])));
  }
  if (useLive.getState().history === history) useLive.setState(({ revision }) => ({ revision: revision + 1 }));
}

const noStream = text(
  'Add a Stream node first: it hands out the rows that the loop lives on.',
  '먼저 스트림 노드를 추가하세요. 루프는 스트림이 내보내는 행으로 돌아가요.',
);
const stillRunning = text('Wait for the run to end, or cancel it.', '실행이 끝나기를 기다리거나 취소하세요.');
