import { Failure } from '../../lib/failure';
import type { Message } from '../../lib/message';
import type { ModelValue } from '../../models/model';
import type { LiveContext, ModelOrigin, RetrainJob, RetrainOutcome, TickContext } from '../../nodes/contract/live';
import type { RowRange } from '../../nodes/contract/row-range';
import { answerRaw, type RawAnswers } from '../../serving/answer-raw';
import type { Answers } from '../../serving/answers';
import { predictionInputs } from '../../serving/prediction-inputs';
import type { RecipeReplayer } from '../../serving/recipe-replayer';
import { isCoded } from '../../table/columns';
import { takeRows } from '../../table/rows';
import type { Column, Table } from '../../table/table';

export interface FakeLoopSetup {
  /** The rows of the one stream there is, called `stream1` unless `stream` says otherwise. */
  readonly table?: Table;
  readonly stream?: string;
  readonly target?: string | null;
  readonly historyRows?: number;
  /** Scripted answers by version; they get raw rows whose labels may be missing. */
  readonly scores?: Readonly<Record<string, (raw: Table) => Answers>>;
  /** Models by version, for what loads them. */
  readonly models?: Readonly<Record<string, ModelValue>>;
  /** What the steps of the models' recipes do to the columns. */
  readonly stepColumns?: RecipeReplayer['stepColumns'];
  /** What a training job comes to; by default a new version `v2`, `v3` … without figures. */
  readonly outcome?: (job: RetrainJob) => RetrainOutcome;
  /** Milliseconds that a tick takes. */
  readonly tickMs?: number;
  readonly begin?: number;
  readonly onWallClock?: boolean;
}

type Placed = { readonly version: string; readonly deployment: string; readonly tick: number; readonly why: Message };

/** A loop for live kinds' own tests: one stream over a table, scripted models and scripted retraining, all in memory. */
export interface FakeLoop {
  /** Moves on by one tick: hands out `rows` further rows and lets labels arrive up to `labelledTo` (all of them unless given). `atEnd`: none come after. */
  next(
    step?: { readonly rows?: number; readonly labelledTo?: number; readonly atEnd?: boolean },
    changes?: Partial<TickContext>,
  ): TickContext;
  /** Before the first tick. */
  live(changes?: Partial<LiveContext>): LiveContext;
  readonly kept: { readonly version: string; readonly model: ModelValue; readonly about: ModelOrigin }[];
  readonly promoted: Placed[];
  readonly rolledBack: Placed[];
  readonly archived: Placed[];
  readonly jobs: RetrainJob[];
  readonly cancelled: string[];
  /** Rows scored so far, by version. */
  readonly scored: Record<string, number>;
  /** On the wall clock: lets a job be done. */
  finish(id: string): void;
}

/** Makes a {@link FakeLoop}. */
export function fakeLoop(setup: FakeLoopSetup = {}): FakeLoop {
  const {
    stream = 'stream1',
    target = null,
    historyRows = 0,
    tickMs = 3_600_000,
    begin = Date.UTC(2026, 0, 1),
    stepColumns = () => null,
  } = setup;
  const table = setup.table ?? {
    rows: 0,
    columns: [],
    partition: null,
    sourceRows: null,
    recipe: { source: [], steps: [] },
  };
  const kept: FakeLoop['kept'] = [];
  const [promoted, rolledBack, archived]: [Placed[], Placed[], Placed[]] = [[], [], []];
  const [jobs, cancelled]: [RetrainJob[], string[]] = [[], []];
  const scored: Record<string, number> = {};
  const done = new Set<string>();
  const outcomes = new Map<string, RetrainOutcome>();
  let [tick, rows, labelledTo] = [0, historyRows, historyRows];
  let atEnd = false;

  const known = (id: string): void => {
    if (id !== stream) throw new Error(`no stream ${id} here`);
  };
  const load = async (version: string): Promise<ModelValue> =>
    setup.models?.[version] ?? kept.find((one) => one.version === version)?.model ?? gone(version);
  const score = async (version: string, raw: Table): Promise<Answers> => {
    scored[version] = (scored[version] ?? 0) + raw.rows;
    return setup.scores?.[version]?.(raw) ?? gone(version);
  };
  const live = (changes: Partial<LiveContext> = {}): LiveContext => ({
    nodeId: 'node1',
    signal: new AbortController().signal,
    seed: 42,
    backend: 'cpu',
    stepColumns,
    yieldIfDue: () => Promise.resolve(),
    models: {
      keep: async (model, about) => {
        const version = `kept${kept.length + 1}`;
        kept.push({ version, model, about });
        return version;
      },
      load,
      score,
      answer: async (version, raw, policy) => {
        const model = await load(version);
        // Scripted answers are told from raw rows: there are no features that could be missing.
        const answered = await answerRaw({ ...model, features: [] }, raw, policy, {
          inputs: predictionInputs(model, { stepColumns }),
          prepare: (table) => table,
          predict: (table, rows) => score(version, takeRows(table, rows)),
        });
        return withDropped(answered, raw.rows);
      },
      promote: async (version, at) => {
        promoted.push({ version, ...at });
      },
      rollback: async (version, at) => {
        rolledBack.push({ version, ...at });
      },
      archive: async (version, at) => {
        archived.push({ version, ...at });
      },
    },
    evaluated: {},
    stream: (id) => {
      known(id);
      return { historyRows, rows, labelledTo, target, atEnd };
    },
    rows: (id, range) => {
      known(id);
      if (range.from < 0 || range.from > range.to || range.to > rows) {
        throw new RangeError(`rows ${range.from} to ${range.to} of ${rows} handed out`);
      }
      return withoutLabels(table, range, target, labelledTo);
    },
    ...changes,
  });

  return {
    kept,
    promoted,
    rolledBack,
    archived,
    jobs,
    cancelled,
    scored,
    finish: (id) => {
      done.add(id);
    },
    live,
    next: (step = {}, changes = {}) => {
      tick++;
      rows = Math.min(table.rows, rows + (step.rows ?? 0));
      labelledTo = Math.min(rows, step.labelledTo ?? rows);
      atEnd = step.atEnd ?? false;
      return {
        ...live(),
        tick,
        time: begin + tick * tickMs,
        before: begin + (tick - 1) * tickMs,
        source: null,
        commands: [],
        retraining: {
          begin: (job) => {
            if (outcomes.has(job.id)) return;
            jobs.push(job);
            outcomes.set(job.id, setup.outcome?.(job) ?? { ok: true, version: `v${jobs.length + 1}`, metrics: {} });
          },
          isDone: (id) => outcomes.has(id) && (setup.onWallClock !== true || done.has(id)),
          result: async (id) => outcomes.get(id) ?? missingJob(id),
          cancel: (id) => {
            cancelled.push(id);
          },
          onWallClock: setup.onWallClock ?? false,
        },
        awaited: () => null,
        ...changes,
      };
    },
  };
}

/** Rows that scripted answers say nothing of count as dropped by the preparation. */
function withDropped({ refused, ...others }: RawAnswers, rows: number): RawAnswers {
  const { answers } = others;
  const known = new Set(refused.map(({ row }) => row));
  const dropped = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => !known.has(row) && Number.isNaN(answers.scores[row * answers.outputs]),
  );
  const all = [...refused, ...dropped.map((row) => ({ row, reason: 'dropped-by-preparation' }))];
  return { ...others, refused: all.sort((a, b) => a.row - b.row) };
}

function gone(version: string): never {
  const message = { en: `${version} is gone`, ko: `${version} 버전이 없어요` };
  throw new Failure({ code: 'version-gone', message, hint: message });
}

function missingJob(id: string): never {
  throw new Error(`no job ${id} was begun`);
}

function withoutLabels(table: Table, { from, to }: RowRange, target: string | null, labelledTo: number): Table {
  const part = takeRows(
    table,
    Uint32Array.from({ length: to - from }, (_, i) => from + i),
  );
  const first = Math.max(0, labelledTo - from);
  return {
    ...part,
    partition: null,
    sourceRows: null,
    columns: part.columns.map((column) => (column.name === target ? missingFrom(column, first) : column)),
  };
}

function missingFrom(column: Column, first: number): Column {
  if (isCoded(column)) return { ...column, codes: column.codes.slice().fill(-1, first) };
  if (column.type === 'image') throw new Error('an image is no label');
  return { ...column, values: column.values.slice().fill(Number.NaN, first) };
}
