import { nameOf } from '../../graph/node-name';
import { Cancelled, Failure, type FailureDetail } from '../../lib/failure';
import { text } from '../../lib/text';
import { continueTraining } from '../../models/estimators';
import type { SpecPipeline } from '../../nodes/catalog';
import { checkPipeline } from '../../nodes/check-pipeline';
import { evaluationFigures } from '../evaluation-figures';
import { executeRun } from '../execute-run';
import type { Host } from '../host';
import type { Kinds } from '../kinds';
import { unexpectedFailure } from '../reasons';
import type { RunReport } from '../report';
import type { StoredResult } from '../result-cache';
import { createResultCache } from '../result-cache';
import { applyRecipe } from '../run-node';
import { withRows } from './rows-kind';
import type { TrainJob, TrainJobResult } from './train-job';

/** What a thread that trains has at hand. */
export interface JobParts {
  readonly kinds: Kinds;
  readonly host: Host;
  readonly signal: AbortSignal;
  /** Results of earlier runs, for branches that do not depend on the new rows. */
  readonly recall?: (key: string) => Promise<StoredResult | undefined>;
}

/**
 * Trains as a job asks for. What a person can mend is a value; rejects with Cancelled. Results of its run are
 * kept by nobody but itself.
 */
export async function performJob(job: TrainJob, parts: JobParts): Promise<TrainJobResult> {
  try {
    return await (job.mode === 'full' ? runAgain(job, parts) : goOn(job, parts));
  } catch (error) {
    if (parts.signal.aborted || error instanceof Cancelled) throw new Cancelled();
    const { message, hint } = error instanceof Failure ? error.detail : unexpectedFailure(error);
    return { ok: false, message, hint };
  }
}

async function runAgain(job: Extract<TrainJob, { mode: 'full' }>, parts: JobParts): Promise<TrainJobResult> {
  const { results: _kept, ...host } = parts.host;
  const cache = createResultCache(Number.POSITIVE_INFINITY);
  const kinds = withRows(parts.kinds, job.rows);
  const pipeline = kinds.catalog.compile(job.document);
  const report = await executeRun({
    runId: job.id,
    pipeline,
    check: checkPipeline(pipeline),
    backend: job.backend,
    signal: parts.signal,
    emit: () => {},
    kinds,
    host,
    cache,
    result: async (key) => cache.get(key) ?? (await parts.recall?.(key)),
  });
  if (report.status === 'cancelled') throw new Cancelled();
  const key = report.nodes[job.model.nodeId]?.key ?? '';
  const made = (cache.get(key) ?? (await parts.recall?.(key)))?.outputs[job.model.port];
  if (made?.type !== 'model') return { ok: false, ...firstFailure(pipeline, report) };
  return { ok: true, model: made.model, metrics: evaluationFigures(pipeline, report, job.model) ?? {} };
}

async function goOn(job: Extract<TrainJob, { mode: 'incremental' }>, parts: JobParts): Promise<TrainJobResult> {
  const table = applyRecipe(parts.kinds, job.base.recipe, job.rows);
  const model = await continueTraining(
    {
      model: job.base,
      table,
      rows: Uint32Array.from({ length: table.rows }, (_, row) => row),
      epochs: job.epochs,
      learningRateFactor: job.learningRateFactor,
      seed: job.seed,
    },
    {
      signal: parts.signal,
      backend: job.backend,
      progress: () => {},
      metric: () => {},
      log: () => {},
      usesBackend: () => {},
    },
  );
  return { ok: true, model, metrics: {} };
}

/** Why the pipeline gave no model: what the first failed node says, under its name. */
function firstFailure(pipeline: SpecPipeline, report: RunReport): Pick<FailureDetail, 'message' | 'hint'> {
  for (const node of pipeline.nodes) {
    const failure = report.nodes[node.id]?.failure;
    if (failure === undefined) continue;
    const { message, hint } = failure;
    const name = nameOf(node);
    return { message: text(`“${name.en}”: ${message.en}`, `“${name.ko}” 노드: ${message.ko}`), hint };
  }
  return {
    message: text('The pipeline gave no model for these rows.', '이 행들로 파이프라인에서 모델이 나오지 않았어요.'),
    hint: text(
      'Run the pipeline once and mend what it reports.',
      '파이프라인을 한 번 실행해 알려 주는 문제를 고쳐 주세요.',
    ),
  };
}
