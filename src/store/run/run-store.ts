import { create } from 'zustand';
import type { EngineEvent } from '../../engine/events';
import type { RunReport } from '../../engine/report';
import type { PipelineDocument } from '../../graph/document';
import type { WireSchema } from '../../graph/schema-types';
import { plural, size } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { EngineClient, RunHandle } from '../../worker/protocol';
import { useDocument } from '../document/document-store';
import { useNotices } from '../view/notice-store';
import { progressOf, reduceEvents } from './node-run';
import { nextSource } from './probe-sources';
import { createRememberedRuns } from './remembered-runs';
import type { NodeRun, RunState } from './run-state';

/** The run under way, or the last one: its batched events may still arrive after it is done. */
interface CurrentRun {
  readonly handle: RunHandle;
  readonly document: PipelineDocument;
  /** Started by the store itself, to learn a source's columns. */
  readonly probe: boolean;
  nodeIds: readonly string[];
  keys: Readonly<Record<string, string>>;
}

/** Edits settle this long before the engine is asked for keys, in milliseconds. */
const KEYS_DELAY_MS = 120;

/** What running needs of the engine. */
export type RunEngine = Pick<EngineClient, 'run' | 'keys' | 'listen' | 'onRestart' | 'onSilence'> & {
  readonly disk: Pick<EngineClient['disk'], 'onFreed'>;
};

let client: RunEngine | null = null;
let current: CurrentRun | null = null;
let keysTimer: ReturnType<typeof setTimeout> | undefined;
const remembered = createRememberedRuns();
/** Sources run already, by node id and key, so that a failing one is not run again and again. */
const probed = new Set<string>();

export const useRun = create<RunState>()((set, get) => ({
  running: false,
  probing: false,
  looping: false,
  silentFor: null,
  runId: null,
  progress: 0,
  nodes: {},
  lastReport: null,
  lastStatus: null,
  backendChoice: 'auto',
  setBackendChoice: (backendChoice) => {
    set({ backendChoice });
    // Another backend makes the results of networks stale.
    followSoon();
  },
  run: async (target) => {
    if (client === null || get().running || get().looping) return;
    if (current !== null && get().probing) await stop(current);
    await start(client, target, false);
  },
  cancel: async () => {
    if (current !== null && (get().running || get().probing)) await current.handle.cancel();
  },
  follow: async (runId, document, over) => {
    if (client === null) return;
    if (current !== null && get().probing) void stop(current);
    const handle = { runId, done: over, cancel: async () => undefined };
    await see(client, { handle, document, probe: true, nodeIds: [], keys: {} }, { looping: true, probing: false });
  },
  clear: () => {
    const abandoned = current;
    current = null;
    remembered.forget();
    probed.clear();
    set({
      running: false,
      probing: false,
      looping: false,
      runId: null,
      progress: 0,
      nodes: {},
      lastReport: null,
      lastStatus: null,
    });
    if (abandoned !== null) void abandoned.handle.cancel().catch(() => undefined);
  },
}));

/** Gives the store its engine. Returns what takes it away again. */
export function connectEngine(engine: RunEngine): () => void {
  client = engine;
  const stopListening = engine.listen(receive);
  const stopRestarts = engine.onRestart((reason) =>
    useNotices.getState().notify({ severity: 'warning', subject: 'engine', message: reason }),
  );
  const stopSilence = engine.onSilence((silentFor) => useRun.setState({ silentFor }));
  const stopFreed = engine.disk.onFreed(({ files, bytes }) =>
    useNotices.getState().notify({ severity: 'info', subject: 'freed', message: freedWords(files, bytes) }),
  );
  const stopFollowing = useDocument.subscribe((now, before) => {
    if (now.session !== before.session) useRun.getState().clear();
    if (now.document !== before.document) followSoon();
  });
  followSoon();
  return () => {
    stopListening();
    stopRestarts();
    stopSilence();
    stopFreed();
    stopFollowing();
    clearTimeout(keysTimer);
    if (client === engine) client = null;
    useRun.getState().clear();
  };
}

function freedWords(files: number, bytes: number): Text {
  return text(
    `Room was short: ${plural(files, 'an old file', `${files} old files`)} that no pipeline uses (${size(bytes)}) went.`,
    `공간이 부족해서 어떤 파이프라인도 쓰지 않는 오래된 파일 ${files}개(${size(bytes)})를 지웠어요.`,
  );
}

async function start(engine: RunEngine, target: string | undefined, probe: boolean): Promise<void> {
  const { document } = useDocument.getState();
  const backend = useRun.getState().backendChoice;
  const handle = engine.run({ document, backend, ...(target === undefined ? {} : { target }) });
  await showRun(engine, handle, document, probe);
}

/** Shows a run of a document from here to its end, whoever began it. */
export async function showRun(
  engine: Pick<RunEngine, 'keys'>,
  handle: RunHandle,
  document: PipelineDocument,
  probe: boolean,
): Promise<void> {
  const run: CurrentRun = { handle, document, probe, nodeIds: [], keys: {} };
  await see(engine, run, { running: !probe, probing: probe, ...(probe ? {} : { lastStatus: null }) });
}

/** Shows a run from here to its end. */
async function see(engine: Pick<RunEngine, 'keys'>, run: CurrentRun, begin: Partial<RunState>): Promise<void> {
  const { handle, document } = run;
  current = run;
  useRun.setState({ runId: handle.runId, progress: 0, ...begin });
  engine.keys(document, useRun.getState().backendChoice).then(
    (keys) => {
      run.keys = keys;
      if (current === run) useRun.setState({ nodes: withFailureKeys(useRun.getState().nodes, run) });
    },
    () => undefined,
  );
  try {
    finish(run, await handle.done);
  } catch (error) {
    finish(run, null);
    if (current !== run) return;
    const reason = error instanceof Error ? error.message : String(error);
    useNotices.getState().notify({
      severity: 'error',
      subject: 'engine',
      message: text(`The run ended unexpectedly: ${reason}`, `실행이 예기치 않게 끝났어요: ${reason}`),
      hint: text('Run it again. Results that were ready are kept.', '다시 실행해 주세요. 이미 나온 결과는 보존돼요.'),
    });
  }
}

async function stop(run: CurrentRun): Promise<void> {
  await run.handle.cancel().catch(() => undefined);
  await run.handle.done.catch(() => undefined);
}

function finish(run: CurrentRun, report: RunReport | null): void {
  if (current !== run) return;
  const { nodes } = useRun.getState();
  const settled: Record<string, NodeRun> = { ...nodes };
  for (const id of run.nodeIds) {
    const node = nodes[id];
    if (node === undefined || (node.status !== 'waiting' && node.status !== 'running')) continue;
    const said = report?.nodes[id];
    // Its own event may still be under way; until then the report speaks for it.
    settled[id] = { ...node, status: said?.status ?? 'cancelled', doing: null, secondsLeft: null };
  }
  useRun.setState({
    running: false,
    probing: false,
    looping: false,
    nodes: settled,
    ...(run.probe ? {} : { lastReport: report, lastStatus: report?.status ?? 'failed' }),
    ...(report?.status === 'completed' ? { progress: 1 } : {}),
  });
  followSoon();
}

function receive(events: readonly EngineEvent[]): void {
  const run = current;
  if (run === null) return;
  const own = events.filter((event) => event.runId === run.handle.runId);
  if (own.length === 0) return;
  for (const event of own) if (event.type === 'runStarted') run.nodeIds = event.nodeIds;
  const nodes = withFailureKeys(reduceEvents(useRun.getState().nodes, own), run);
  remembered.remember(nodes);
  useRun.setState({ nodes, progress: progressOf(nodes, run.nodeIds) });
  let completed = false;
  for (const event of own) {
    if (event.type !== 'nodeCompleted') continue;
    completed = true;
    const outputs: Record<string, WireSchema> = {};
    for (const [port, output] of Object.entries(event.outputs)) outputs[port] = output.schema;
    useDocument.getState().learnSchemas(event.nodeId, outputs, run.document);
  }
  if (completed && useDocument.getState().document !== run.document) followSoon();
}

/** A failed node carries the key it failed with, so that an edit clears its message. */
function withFailureKeys(nodes: RunState['nodes'], run: CurrentRun): RunState['nodes'] {
  const next: Record<string, NodeRun> = { ...nodes };
  for (const id of run.nodeIds) {
    const node = next[id];
    const key = run.keys[id];
    if ((node?.status === 'failed' || node?.status === 'skipped') && node.key === null && key !== undefined) {
      next[id] = { ...node, key };
    }
  }
  return next;
}

/** Goes on from what nodes came to earlier, as far as nothing runs. */
export function takeUp(earlier: Pick<RunState, 'nodes' | 'lastReport' | 'lastStatus' | 'backendChoice'>): void {
  if (current !== null) return;
  remembered.remember(earlier.nodes);
  useRun.setState(earlier);
  followSoon();
}

/** Asks again what is stale: the lake has changed beneath the document. */
export const followLake = (): void => followSoon();

/** Files that were not here have come: what failed for want of them is asked again. */
export function filesCame(): void {
  probed.clear();
  followSoon();
}

function followSoon(): void {
  clearTimeout(keysTimer);
  keysTimer = setTimeout(() => void followKeys(), KEYS_DELAY_MS);
}

/** Marks what an edit made stale, and brings back what undoing it made true again. */
async function followKeys(): Promise<void> {
  const engine = client;
  const { document } = useDocument.getState();
  const { backendChoice } = useRun.getState();
  if (engine === null) return;
  let keys: Readonly<Record<string, string>>;
  try {
    keys = await engine.keys(document, backendChoice);
  } catch {
    return; // The engine is being restarted; the next edit or run asks again.
  }
  if (client !== engine || useDocument.getState().document !== document) return;
  if (useRun.getState().backendChoice !== backendChoice) return;
  const { nodes } = useRun.getState();
  const followed = remembered.follow(nodes, keys);
  if (followed !== nodes) useRun.setState({ nodes: followed });
  await probeSources(keys);
}

/** Runs, one at a time and only while nothing else runs, each source whose columns are not known yet. */
async function probeSources(keys: Readonly<Record<string, string>>): Promise<void> {
  const { running, probing, looping } = useRun.getState();
  if (client === null || running || probing || looping) return;
  const { document, problems, schemas } = useDocument.getState();
  const nameOf = (id: string): string => `${id} ${keys[id] ?? ''}`;
  const source = nextSource(catalog.compile(document), { problems, schemas }, (node) => probed.has(nameOf(node.id)));
  if (source === undefined) return;
  probed.add(nameOf(source.id));
  await start(client, source.id, true);
}
