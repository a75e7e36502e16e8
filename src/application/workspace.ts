import { createEngine } from '../engine/engine';
import type { EngineEvent } from '../engine/events';
import { type ExportedFile, exportFile } from '../engine/export-output';
import type { Host } from '../engine/host';
import { watchTraining } from '../engine/keep-models';
import type { Kinds } from '../engine/kinds';
import { performJob } from '../engine/live/perform-job';
import type { JobPool } from '../engine/live/train-job';
import type { RunReport } from '../engine/report';
import { recipeReplayer } from '../engine/run-node';
import type { NodeProgram } from '../export/program';
import { createFileStore, type FileStore } from '../files/file-store';
import type { Freed } from '../files/sweep-files';
import type { PipelineDocument } from '../graph/document';
import { flattenGroups } from '../graph/flatten-groups';
import { createLake } from '../lake/create-lake';
import type { DataLake } from '../lake/lake';
import { createMemoryBlobs } from '../lib/blob-store';
import { Failure, type FailureDetail } from '../lib/failure';
import { text } from '../lib/text';
import { createYieldIfDue } from '../lib/yielding';
import type { ModelValue } from '../models/model';
import type { BackendChoice, WireValue } from '../nodes/contract/runner';
import type { DataLook } from '../nodes/own-data/data-look';
import { type BlobRegistry, createRegistry } from '../registry/create-registry';
import type { ModelVersion } from '../registry/registry';
import { type Explanation, explainRawRow } from '../serving/explain-raw-row';
import { openModelFile } from '../serving/open-model-file';
import { type PredictRowsContext, predictRawRows, type RowAnswer } from '../serving/predict-raw-rows';
import type { RowsView } from '../table/arrange-rows';
import type { DataNote } from '../table/notes';
import type { Table } from '../table/table';
import type { CsvReader } from '../table/to-csv';
import type { EvaluationsCompared } from './compare-evaluations';
import type { PythonExport, PythonProgram } from './export-python';
import { createLakeArea, type LakeArea } from './lake-area';
import { createLiveArea, type LiveArea } from './live-area';
import type { LiveHalf } from './live-half';
import type { AnyModel, OutputPreview, OutputRef, RowsPage } from './looks';
import { createModelsArea, type ModelsArea } from './models-area';
import type { Looks, NodeQuestion } from './node-in-python';
import type { OwnFile } from './own-data';
import { previewOf, rowsPage } from './preview';
import { type PutFile, putFile } from './put-file';
import { failureOf, type Result, resultOf } from './result';
import { versionOfLine } from './version-of-line';

/** What a workspace is made of. What is left out is kept in memory alone, and gone with it. */
export interface WorkspaceParts {
  readonly kinds: Kinds;
  readonly host: Host;
  readonly files?: FileStore;
  /** Runs leave the models they train here; without one they leave none. */
  readonly registry?: BlobRegistry;
  readonly lake?: DataLake;
  /** Makes the threads that retrain while the loop ticks, where there can be any; given how a job is done in this one. */
  readonly threads?: (inThread: JobPool) => JobPool | undefined;
  /** Loads what only the loop needs of the engine. */
  readonly loadLive?: () => Promise<LiveHalf>;
}

/** A run to carry out. */
interface WorkspaceRun {
  readonly runId: string;
  readonly document: PipelineDocument;
  readonly backend: BackendChoice;
  /** Run only this node and what it needs. */
  readonly target?: string;
  readonly signal: AbortSignal;
  readonly emit: (event: EngineEvent) => void;
}

/** What a run left in the registry. */
export interface KeptModels {
  readonly versions: readonly ModelVersion[];
  readonly failures: readonly { readonly nodeId: string; readonly failure: FailureDetail }[];
}

/** What raw rows are asked with: cells are texts by column name; null is missing. */
export type RawRow = Readonly<Record<string, string | null>>;

export interface AskOptions {
  readonly backend: BackendChoice;
}

/** Everything the product can do, whoever asks: a page through its worker, a terminal, a server. */
export interface Workspace {
  /** Runs a document to its end; `kept` resolves, after the report, once what was trained has been kept. */
  run(run: WorkspaceRun): Promise<{ readonly report: RunReport; readonly kept: Promise<KeptModels> }>;
  /** Node cache keys of a document as it stands, for showing what would run on a backend. */
  keys(document: PipelineDocument, backend: BackendChoice): Promise<Readonly<Record<string, string>>>;
  /** Documents that run, or are played, just now. */
  running(): readonly PipelineDocument[];
  preview(ref: AnyModel): Promise<Result<OutputPreview>>;
  rows(ref: OutputRef, from: number, count: number, view?: RowsView): Promise<Result<RowsPage>>;
  /** The output as a file: CSV of a table, for programs unless it is for a spreadsheet; JSON of a report or a model. */
  exportOutput(ref: OutputRef, reader?: CsvReader): Promise<Result<ExportedFile>>;
  /** Runs a document, where it has not run, and writes it in Python with its data beside it; rejects with Cancelled. */
  exportPython(request: PythonExport): Promise<Result<PythonProgram>>;
  /** A node as the export writes it, by what has run so far. */
  nodeInPython(question: NodeQuestion): Promise<Result<NodeProgram>>;
  /** Reports beside each other, by what their models said of each row. */
  compareEvaluations(reports: readonly OutputRef[]): Promise<Result<EvaluationsCompared>>;
  readonly ownData: OwnDataArea;
  /** Predicts raw rows, each by itself. */
  predict(ref: AnyModel, rows: readonly RawRow[], options: AskOptions): Promise<Result<readonly RowAnswer[]>>;
  /** Why a raw row gets its answer: what each column did to it. */
  explain(ref: AnyModel, row: RawRow, options: AskOptions): Promise<Result<Explanation>>;
  readonly live: LiveArea;
  readonly models: ModelsArea;
  readonly lake: LakeArea;
  readonly files: FilesArea;
}

/** What is said of a file before there is a pipeline. */
interface OwnDataArea {
  look(file: OwnFile): Promise<Result<DataLook>>;
  /** What makes a model of this target look better than it is, with the columns to leave out. */
  risks(file: OwnFile, target: string): Promise<Result<readonly DataNote[]>>;
}

/** The files that people gave. */
export interface FilesArea {
  /** Keeps a file's bytes; where storage is short, `makeRoom` is asked once. */
  put(file: File, makeRoom: () => Promise<Freed>): Promise<Result<PutFile>>;
  has(hash: string): Promise<boolean>;
}

/** Profiles take a pass over the data: the last few are kept. */
const PREVIEWS_KEPT = 24;

/** Puts an engine and what is kept into one workspace. */
export function createWorkspace(parts: WorkspaceParts): Workspace {
  const { kinds, lake = createLake(createMemoryBlobs()) } = parts;
  const registry = parts.registry ?? createRegistry(createMemoryBlobs(), { now: () => new Date().toISOString() });
  const host: Host = { ...parts.host, ...(parts.registry && { registry }), ...(parts.lake && { lake }) };
  const engine = createEngine({ kinds, host });
  const inThread: JobPool = {
    run: (job, signal) => performJob(job, { kinds, host, signal, recall: engine.result }),
  };
  const pool = parts.threads?.(inThread);
  const busy = new Set<PipelineDocument>();
  const previews = new Map<string, OutputPreview>();
  const pythonLooks: Looks = new Map();
  const replayer = recipeReplayer(kinds);
  /** Runs leave their models one after the other. */
  let keeping: Promise<unknown> = Promise.resolve();

  const output = async ({ key, port }: OutputRef): Promise<WireValue> => {
    const value = (await engine.result(key))?.outputs[port];
    if (value === undefined) throw resultGone();
    return value;
  };
  const named = async (ref: AnyModel): Promise<WireValue> => {
    if ('key' in ref) return output(ref);
    if ('modelFile' in ref) {
      const source = new TextDecoder().decode(ref.modelFile);
      return { type: 'model', model: await openModelFile(source, asking({ backend: 'auto' })) };
    }
    const kept = async () => ({ versions: await registry.list(), troubles: await registry.troubles() });
    const id = 'version' in ref ? ref.version : versionOfLine(await kept(), ref.line).id;
    return { type: 'model', model: await registry.load(id) };
  };
  const modelOf = async (ref: AnyModel): Promise<ModelValue> => {
    const value = await named(ref);
    if (value.type !== 'model') throw new Error(`a ${value.type} predicts nothing`);
    return value.model;
  };
  const asking = ({ backend }: AskOptions): PredictRowsContext => ({
    backend,
    signal: new AbortController().signal,
    ...replayer,
  });
  const live = createLiveArea({
    engine,
    host: { ...host, ...(pool && { pool }) },
    registry,
    loadLive: parts.loadLive ?? (async () => (await import('./live-half')).liveHalf(kinds)),
    busy,
  });

  const preview = async (ref: AnyModel): Promise<OutputPreview> => {
    const yieldIfDue = createYieldIfDue(new AbortController().signal, () => performance.now());
    const name = 'version' in ref ? `version ${ref.version}` : 'key' in ref ? `${ref.key}.${ref.port}` : null;
    const known = name === null ? undefined : previews.get(name);
    const look = known ?? (await previewOf(await named(ref), replayer, yieldIfDue));
    if (name === null) return look;
    previews.delete(name);
    previews.set(name, look);
    const [oldest] = previews.keys();
    if (previews.size > PREVIEWS_KEPT && oldest !== undefined) previews.delete(oldest);
    return look;
  };

  /** The order that was asked for last: pages of one view are asked for one after the other. */
  let ordered: { readonly name: string; readonly order: Promise<Uint32Array> } | null = null;
  const orderOf = (ref: OutputRef, table: Table, view: RowsView): Promise<Uint32Array> => {
    const name = JSON.stringify([ref, view]);
    if (ordered?.name !== name) {
      const yieldIfDue = createYieldIfDue(new AbortController().signal, () => performance.now());
      const order = import('../table/arrange-rows').then(({ arrangeRows }) => arrangeRows(table, view, yieldIfDue));
      ordered = { name, order };
      order.catch(() => {
        if (ordered?.order === order) ordered = null;
      });
    }
    return ordered.order;
  };

  const run: Workspace['run'] = async ({ emit, ...run }) => {
    const trained =
      parts.registry &&
      watchTraining(kinds.catalog.compile(flattenGroups(run.document)), { engine, registry: parts.registry });
    busy.add(run.document);
    try {
      const seen = (event: EngineEvent): void => {
        trained?.see(event);
        emit(event);
      };
      const report = await engine.run({ ...run, emit: seen });
      const failures: KeptModels['failures'][number][] = [];
      const kept = keeping.then(async (): Promise<KeptModels> => {
        const keep = trained?.keep(report, (nodeId, cause) => failures.push({ nodeId, failure: failureOf(cause) }));
        return { versions: (await keep) ?? [], failures };
      });
      keeping = kept.catch(() => undefined);
      return { report, kept };
    } finally {
      busy.delete(run.document);
    }
  };

  return {
    run,
    keys: engine.keys,
    running: () => [...busy],
    preview: (ref) => resultOf(() => preview(ref)),
    rows: (ref, from, count, view) =>
      resultOf(async () => {
        const value = await output(ref);
        if (value.type !== 'table') throw new Error(`a ${value.type} has no rows`);
        return rowsPage(value.table, from, count, view && (await orderOf(ref, value.table, view)));
      }),
    exportOutput: (ref, reader = 'program') => resultOf(async () => exportFile(await output(ref), reader)),
    async exportPython(request) {
      const { exportPython } = await import('./export-python');
      const { result, readFile } = engine;
      const keeping = { run: async (asked: WorkspaceRun) => (await run(asked)).report, result, readFile };
      return resultOf(() => exportPython({ engine: keeping, kinds }, request));
    },
    async nodeInPython(question) {
      const { nodeInPython } = await import('./node-in-python');
      return resultOf(() => nodeInPython({ engine, kinds, looks: pythonLooks }, question));
    },
    compareEvaluations: (reports) =>
      resultOf(async () => {
        const { compareEvaluations } = await import('./compare-evaluations');
        const judged = await Promise.all(reports.map(output));
        return compareEvaluations(judged.filter((value) => value.type === 'report'));
      }),
    ownData: {
      look: (file) => resultOf(async () => (await import('./own-data')).lookAtFile(engine, file)),
      risks: (file, target) => resultOf(async () => (await import('./own-data')).risksOfTarget(engine, file, target)),
    },
    predict: (ref, rows, options) => resultOf(async () => predictRawRows(await modelOf(ref), rows, asking(options))),
    explain: (ref, row, options) => resultOf(async () => explainRawRow(await modelOf(ref), row, asking(options))),
    live: live.area,
    models: createModelsArea(registry, () => keeping),
    lake: createLakeArea(lake, { output, appended: live.rowsCame }),
    files: filesArea(parts.files ?? createFileStore(createMemoryBlobs())),
  };
}

const filesArea = (files: FileStore): FilesArea => ({
  put: (file, makeRoom) => resultOf(() => putFile(files, file, makeRoom)),
  has: files.has,
});

function resultGone(): Failure {
  return new Failure({
    code: 'result-gone',
    message: text('This result is no longer kept.', '이 결과는 더 이상 보관되어 있지 않아요.'),
    hint: text('Run the node again.', '노드를 다시 실행해 주세요.'),
  });
}
