import { Cancelled, Failure } from '../../lib/failure';
import { deriveSeed } from '../../lib/random';
import type { SpecPipeline } from '../../nodes/catalog';
import type { ModelOrigin, RetrainJob, RetrainOutcome } from '../../nodes/contract/live';
import type { BackendChoice } from '../../nodes/contract/runner';
import { tableHash } from '../../table/table-hash';
import type { Host } from '../host';
import type { Kinds } from '../kinds';
import { unexpectedFailure } from '../reasons';
import type { StoredResult } from '../result-cache';
import type { StreamView } from './live-stream';
import { performJob } from './perform-job';
import { retrainingDocument } from './retraining-document';
import type { LoopModels, LoopRetraining } from './services';
import type { TrainJob, TrainJobResult } from './train-job';
import { trainingRows } from './training-rows';

export interface RetrainingOptions {
  readonly pipeline: SpecPipeline;
  readonly kinds: Kinds;
  readonly backend: BackendChoice;
  readonly host: Host;
  readonly models: LoopModels;
  readonly signal: AbortSignal;
  readonly onWallClock: boolean;
  readonly recall?: (key: string) => Promise<StoredResult | undefined>;
}

interface Running {
  readonly job: RetrainJob;
  readonly controller: AbortController;
  readonly made: Promise<TrainJobResult>;
  done: boolean;
}

/** Outcomes that may be asked for again, because the tick that asked was given up. */
const OUTCOMES_KEPT = 64;

/**
 * Retraining in the host's pool, or else in this thread, in turns with the ticks. A model enters the registry when
 * its result is asked for, so that the registry's order follows from the ticks alone.
 */
export function createRetraining(options: RetrainingOptions): LoopRetraining & { dispose(): void } {
  const { kinds, host, models, signal } = options;
  const running = new Map<string, Running>();
  const outcomes = new Map<string, RetrainOutcome>();

  const begin = (job: RetrainJob, view: StreamView): void => {
    if (running.has(job.id) || outcomes.has(job.id)) return;
    const controller = new AbortController();
    const either = AbortSignal.any([signal, controller.signal]);
    const made = perform(job, view, either);
    const entry: Running = { job, controller, made, done: false };
    running.set(job.id, entry);
    const settled = (): void => {
      entry.done = true;
    };
    made.then(settled, settled);
  };

  async function perform(job: RetrainJob, view: StreamView, either: AbortSignal): Promise<TrainJobResult> {
    try {
      const work = await trainJob(job, view, options);
      const parts = {
        kinds,
        host,
        signal: either,
        ...(options.recall === undefined ? {} : { recall: options.recall }),
      };
      return await (host.pool === undefined ? performJob(work, parts) : host.pool.run(work, either));
    } catch (error) {
      if (either.aborted || error instanceof Cancelled) throw new Cancelled();
      const { message, hint } = error instanceof Failure ? error.detail : unexpectedFailure(error);
      return { ok: false, message, hint };
    }
  }

  return {
    begin,
    isDone: (id) => outcomes.has(id) || running.get(id)?.done === true,
    async result(id, view) {
      const known = outcomes.get(id);
      if (known !== undefined) return known;
      const entry = running.get(id);
      if (entry === undefined) throw new Error(`no retraining ${id} was begun`);
      const outcome = await entered(entry.job, await entry.made, models, view);
      outcomes.set(id, outcome);
      running.delete(id);
      for (const old of outcomes.keys()) {
        if (outcomes.size <= OUTCOMES_KEPT) break;
        outcomes.delete(old);
      }
      return outcome;
    },
    cancel(id) {
      running.get(id)?.controller.abort();
      running.delete(id);
    },
    onWallClock: options.onWallClock,
    pending: () => [...running.values()].map(({ job }) => job),
    dispose() {
      for (const { controller } of running.values()) controller.abort();
      running.clear();
    },
  };
}

async function entered(
  job: RetrainJob,
  result: TrainJobResult,
  models: LoopModels,
  view: StreamView,
): Promise<RetrainOutcome> {
  if (!result.ok) return result;
  const { model, metrics } = result;
  const about: ModelOrigin = {
    deployment: job.deployment,
    madeBy: job.mode,
    parent: job.mode === 'incremental' ? job.base : null,
    tick: Number(job.id.slice(job.id.lastIndexOf(':') + 1)),
    rows: job.rows,
    metrics,
  };
  const version = await models.keep(model, about, view);
  return { ok: true, version, metrics };
}

/** The rows are taken at once, as they are then: what a thread gets is its own. */
async function trainJob(job: RetrainJob, view: StreamView, options: RetrainingOptions): Promise<TrainJob> {
  const { pipeline, backend, models } = options;
  const seed = deriveSeed(pipeline.document.seed, `retrain:${job.id}`);
  const rows = trainingRows(view, job, seed);
  const common = { id: job.id, backend, seed, rows };
  if (job.mode === 'incremental') {
    const { epochs, learningRateFactor } = job;
    return { ...common, mode: 'incremental', base: await models.load(job.base), epochs, learningRateFactor };
  }
  const { stream, deployment } = job;
  const part = retrainingDocument(pipeline, {
    stream,
    deployment,
    seed,
    rowsHash: tableHash(rows),
  });
  return { ...common, mode: 'full', stream, ...part };
}
