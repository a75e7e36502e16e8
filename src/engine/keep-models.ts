import type { PipelineDocument } from '../graph/document';
import { pipelineHash } from '../graph/pipeline-hash';
import { type TrainedModel, trainedModels } from '../graph/trained-models';
import { sha256Hex } from '../lib/hash';
import { keptFigures } from '../models/kept-figures';
import type { ModelValue } from '../models/model';
import type { SpecPipeline } from '../nodes/catalog';
import { trainingLine } from '../registry/model-lines';
import type { Lineage, ModelRegistry, ModelVersion } from '../registry/registry';
import { tableHash } from '../table/table-hash';
import type { Engine } from './engine';
import { evaluationFigures } from './evaluation-figures';
import type { EngineEvent } from './events';
import type { RunReport } from './report';
import type { StoredResult } from './result-cache';

/** A model that a run trained: a result that was only recalled is none. */
interface Trained extends TrainedModel {
  readonly key: string;
}

/** Watches a run for the models it trains. */
export interface TrainedModels {
  see(event: EngineEvent): void;
  /** Once the run is over: keeps each as a candidate of its line, with lineage and figures. One that cannot be is told. */
  keep(report: RunReport, failed: (nodeId: string, cause: unknown) => void): Promise<readonly ModelVersion[]>;
}

export interface KeepingParts {
  readonly engine: Engine;
  readonly registry: ModelRegistry;
}

/** Collects the models that one run of a pipeline trains, to keep them when it ends. */
export function watchTraining(pipeline: SpecPipeline, { engine, registry }: KeepingParts): TrainedModels {
  const models = trainedModels(pipeline);
  const trained: Trained[] = [];

  const keep = async (one: Trained, report: RunReport, dataHash: string | null) => {
    const { trainer, output, key } = one;
    const value = (await engine.result(key))?.outputs[output.port];
    if (value?.type !== 'model') throw new Error(`what ${trainer.id} trained is no longer at hand`);
    const metrics = evaluationFigures(pipeline, report, output) ?? keptFigures(value.model);
    const lineage = lineageOf(pipeline.document, trainer.id, value.model, dataHash);
    return registry.add(value.model, { line: trainingLine(pipeline, one), metrics, lineage });
  };

  return {
    see(event) {
      if (event.type !== 'nodeCompleted' || event.cached) return;
      const { nodeId, key } = event;
      for (const model of models) if (model.output.nodeId === nodeId) trained.push({ ...model, key });
    },
    async keep(report, failed) {
      if (trained.length === 0) return [];
      const hashes = new Map<string, Promise<string | null>>();
      const hashOf = (source: string): Promise<string | null> => {
        const hash = hashes.get(source) ?? engine.result(report.nodes[source]?.key ?? '').then(hashOfTables);
        hashes.set(source, hash);
        return hash;
      };
      const kept: ModelVersion[] = [];
      for (const one of trained) {
        try {
          const sources = await Promise.all(sourcesOf(pipeline, one.trainer.id).map(hashOf));
          kept.push(await keep(one, report, together(sources)));
        } catch (cause) {
          failed(one.trainer.id, cause);
        }
      }
      return kept;
    },
  };
}

function hashOfTables(result: StoredResult | undefined): string | null {
  const values = Object.values(result?.outputs ?? {});
  return together(values.flatMap((value) => (value.type === 'table' ? [tableHash(value.table)] : [])));
}

/** One hash for several; null where one is not known. */
function together(hashes: readonly (string | null)[]): string | null {
  const known = hashes.filter((hash) => hash !== null);
  if (known.length < hashes.length || known.length === 0) return null;
  return known.length === 1 ? (known[0] ?? null) : sha256Hex(known.join());
}

/** Nodes above a node that read nothing: where its data comes from, in the document's order. */
function sourcesOf(pipeline: SpecPipeline, nodeId: string): readonly string[] {
  const above = pipeline.upstream([nodeId]);
  return pipeline.nodes
    .map(({ id }) => id)
    .filter((id) => id !== nodeId && above.has(id) && pipeline.into(id).length === 0);
}

function lineageOf(document: PipelineDocument, nodeId: string, model: ModelValue, dataHash: string | null): Lineage {
  const { rows, backend } = model.training;
  return {
    pipeline: { name: document.name, hash: pipelineHash(document) },
    nodeId,
    dataHash,
    rows,
    seed: document.seed,
    backend,
    steps: model.recipe.steps.map(({ kind }) => kind),
    madeBy: 'pipeline',
    parent: null,
    tick: null,
    streamRows: null,
  };
}
