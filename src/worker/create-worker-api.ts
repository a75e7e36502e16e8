import { transfer } from 'comlink';
import type { Engine } from '../engine/engine';
import { createEventBatcher } from '../engine/event-batcher';
import type { EngineEvent } from '../engine/events';
import { exportFile } from '../engine/export-output';
import type { Host } from '../engine/host';
import type { Kinds } from '../engine/kinds';
import type { LiveMessage } from '../engine/live/messages';
import { recipeReplayer } from '../engine/run-node';
import type { PipelineDocument } from '../graph/document';
import type { DataLake } from '../lake/lake';
import { createBreather } from '../lib/breathing';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { ModelValue } from '../models/model';
import { backendStatus, memory } from '../models/network/backend/backends';
import type { BackendChoice, WireValue } from '../nodes/runner';
import type { BlobRegistry } from '../registry/create-registry';
import { explainRawRow } from '../serving/explain-raw-row';
import { type PredictRowsContext, predictRawRows } from '../serving/predict-raw-rows';
import { answer } from './answer';
import { createDiskApi, type Disk } from './disk-api';
import { createLakeApi } from './lake-api';
import { createLiveApi } from './live-api';
import type { LiveHalf } from './live-half';
import { createModelsApi } from './models-api';
import { previewOf, rowsPage } from './preview';
import type { ModelRef, OutputPreview, OutputRef } from './protocol';
import { putFile } from './put-file';
import type { WorkerApi } from './worker-api';

export interface WorkerParts {
  readonly engine: Engine;
  readonly kinds: Kinds;
  readonly lake: DataLake;
  readonly registry: BlobRegistry;
  readonly disk: Omit<Disk, 'lake' | 'registry'>;
  readonly host: Host;
  readonly loadLive: () => Promise<LiveHalf>;
  /** Takes every batch of events. */
  readonly send: (events: readonly EngineEvent[]) => void;
  readonly sendLive: (messages: readonly LiveMessage[]) => void;
}

/** Profiles take a pass over the data: the last few are kept. */
const PREVIEWS_KEPT = 24;

/** Six batches a second look live, and leave the page's thread to the person. */
const PAGE_INTERVAL_MS = 160;

/** Answers what the page asks, on top of an engine and a disk. */
export function createWorkerApi(parts: WorkerParts): WorkerApi {
  const {
    engine,
    kinds,
    lake,
    registry,
    disk: { files, ...elsewhere },
    host,
    loadLive,
    send,
    sendLive,
  } = parts;
  const running = new Map<string, AbortController>();
  const previews = new Map<string, OutputPreview>();
  const batcher = createEventBatcher(send, () => performance.now(), PAGE_INTERVAL_MS);
  const replayer = recipeReplayer(kinds);
  const models = createModelsApi(registry, engine);
  let lastBackend: BackendChoice = 'auto';

  const output = async ({ key, port }: OutputRef): Promise<WireValue> => {
    const value = (await engine.result(key))?.outputs[port];
    if (value === undefined) throw resultGone();
    return value;
  };

  const named = async (ref: ModelRef): Promise<WireValue> =>
    'version' in ref ? { type: 'model', model: await registry.load(ref.version) } : output(ref);
  const modelOf = async (ref: ModelRef): Promise<ModelValue> => {
    const value = await named(ref);
    if (value.type !== 'model') throw new Error(`a ${value.type} predicts nothing`);
    return value.model;
  };
  const live = createLiveApi({ engine, loadLive, host, registry, send: sendLive, emitRun: batcher.push });
  const sets = createLakeApi(lake, { output, appended: live.rowsCame });
  const busy = new Set<PipelineDocument>();
  const disk = createDiskApi({
    ...elsewhere,
    files,
    lake,
    registry,
    catalog: kinds.catalog,
    running: () => [...busy],
    keys: async (document) => {
      const backends = new Set<BackendChoice>(['auto', lastBackend]);
      const all = await Promise.all([...backends].map((backend) => engine.keys(document, backend)));
      return all.flatMap((keys) => Object.values(keys));
    },
    now: Date.now,
  });
  const asking = (): PredictRowsContext => ({
    backend: lastBackend,
    signal: new AbortController().signal,
    ...replayer,
  });

  return {
    async run(runId, { document, backend, target }) {
      const controller = new AbortController();
      running.set(runId, controller);
      busy.add(document);
      lastBackend = backend;
      const trained = models.watch(kinds.catalog.compile(document));
      try {
        const report = await engine.run({
          runId,
          document,
          backend,
          signal: controller.signal,
          emit: (event) => {
            trained.see(event);
            batcher.push(event);
          },
          ...(target === undefined ? {} : { target }),
        });
        models.keep(trained, report, (nodeId, message) => batcher.push({ runId, type: 'nodeLog', nodeId, message }));
        return report;
      } finally {
        running.delete(runId);
        busy.delete(document);
        await batcher.drain();
      }
    },
    cancel(runId) {
      running.get(runId)?.abort();
    },
    ping: () => undefined,
    preview: (ref) =>
      answer(async () => {
        const name = 'version' in ref ? `version ${ref.version}` : `${ref.key}.${ref.port}`;
        const breathe = createBreather(new AbortController().signal, () => performance.now());
        const preview = previews.get(name) ?? (await previewOf(await named(ref), replayer, breathe));
        previews.delete(name);
        previews.set(name, preview);
        const [oldest] = previews.keys();
        if (previews.size > PREVIEWS_KEPT && oldest !== undefined) previews.delete(oldest);
        return preview;
      }),
    rows: (ref, from, count) =>
      answer(async () => {
        const value = await output(ref);
        if (value.type !== 'table') throw new Error(`a ${value.type} has no rows`);
        return rowsPage(value.table, from, count);
      }),
    putFile: (file, page) => answer(() => putFile(files, file, () => disk.makeRoom(page))),
    hasFile: files.has,
    predict: (ref, rows) => answer(async () => predictRawRows(await modelOf(ref), rows, asking())),
    explain: (ref, row) => answer(async () => explainRawRow(await modelOf(ref), row, asking())),
    keys: (document, backend) => engine.keys(document, backend),
    exportOutput: async (ref) => {
      const exported = await answer(async () => exportFile(await output(ref)));
      return exported.ok ? transfer(exported, [exported.value.bytes.buffer]) : exported;
    },
    backends: backendStatus,
    memory,
    ...live.questions,
    async liveStart(sessionId, request) {
      busy.add(request.document);
      try {
        return await live.questions.liveStart(sessionId, request);
      } finally {
        busy.delete(request.document);
      }
    },
    diskSurvey: disk.survey,
    diskRemoveFile: disk.removeFile,
    diskSweep: disk.sweep,
    diskRemoveResults: disk.removeResults,
    diskRemoveSlot: disk.removeSlot,
    lakeList: sets.list,
    lakeAppend: sets.append,
    lakeKeep: sets.keep,
    lakeRows: sets.rows,
    lakeRemove: sets.remove,
    lakeDownload: async (name, hash) => {
      const file = await sets.download(name, hash);
      return file.ok ? transfer(file, [file.value.bytes.buffer]) : file;
    },
    modelsList: models.client.list,
    modelsPromote: models.client.promote,
    modelsRollback: models.client.rollback,
    modelsDescribe: models.client.describe,
    modelsRemove: models.client.remove,
    modelsTraining: models.client.training,
    modelsParts: models.client.parts,
    modelsDownload: async (id) => {
      const file = await models.client.download(id);
      return file.ok ? transfer(file, [file.value.bytes.buffer]) : file;
    },
  };
}

function resultGone(): Failure {
  return new Failure({
    code: 'result-gone',
    message: text('This result is no longer kept.', '이 결과는 더 이상 보관되어 있지 않아요.'),
    hint: text('Run the node again.', '노드를 다시 실행해 주세요.'),
  });
}
