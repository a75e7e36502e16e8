import type { PipelineDocument } from '../graph/document';
import { pipelineHash } from '../graph/pipeline-hash';
import { parseEnd, sourceOf, targetOf, wireEnd } from '../graph/wire';
import { sha256Hex } from '../lib/hash';
import { keptFigures } from '../models/kept-figures';
import type { ModelValue } from '../models/model';
import type { BackendChoice } from '../nodes/runner';
import { trainingLine } from '../registry/model-lines';
import type { Lineage, ModelRegistry, ModelVersion } from '../registry/registry';
import { tableHash } from '../table/table-hash';
import type { Engine } from './engine';
import type { EngineEvent } from './events';
import type { Kinds } from './kinds';
import type { RunReport } from './report';
import type { StoredResult } from './result-cache';

/** A model that a run trained: a result that was only recalled is none. */
interface Trained {
  readonly nodeId: string;
  readonly key: string;
  readonly port: string;
}

/** Watches a run for the models it trains. */
export interface TrainedModels {
  see(event: EngineEvent): void;
  /** Once the run is over: keeps each as a candidate of its line, with lineage and figures. One that cannot be is told. */
  keep(report: RunReport, trouble: (nodeId: string, cause: unknown) => void): Promise<readonly ModelVersion[]>;
}

export interface KeepingParts {
  readonly engine: Engine;
  readonly kinds: Kinds;
  readonly registry: ModelRegistry;
}

/** Collects the models that one run of a document trains, to keep them when it ends. */
export function watchTraining(
  document: PipelineDocument,
  backend: BackendChoice,
  { engine, kinds, registry }: KeepingParts,
): TrainedModels {
  const trained: Trained[] = [];
  const kindOf = (nodeId: string) => kinds.catalog.kind(document.nodes.find(({ id }) => id === nodeId)?.kind ?? '');

  const keep = async ({ nodeId, key, port }: Trained, report: RunReport, dataHash: string | null) => {
    const value = (await engine.result(key))?.outputs[port];
    if (value?.type !== 'model') throw new Error(`what ${nodeId} trained is no longer at hand`);
    const metrics = evaluated(document, report, wireEnd(nodeId, port)) ?? keptFigures(value.model);
    const lineage = lineageOf(document, nodeId, value.model, dataHash);
    return registry.add(value.model, { line: trainingLine(document, nodeId), metrics, lineage });
  };

  return {
    see(event) {
      if (event.type !== 'nodeCompleted' || event.cached) return;
      const spec = kindOf(event.nodeId);
      if (spec?.stage !== 'train' || !spec.inputs.some(({ type }) => type === 'table')) return;
      for (const { name, type } of spec.outputs) {
        if (type === 'model') trained.push({ nodeId: event.nodeId, key: event.key, port: name });
      }
    },
    async keep(report, trouble) {
      if (trained.length === 0) return [];
      const keys = await engine.keys(document, backend);
      const hashes = new Map<string, Promise<string | null>>();
      const hashOf = (source: string): Promise<string | null> => {
        const hash = hashes.get(source) ?? engine.result(keys[source] ?? '').then(hashOfTables);
        hashes.set(source, hash);
        return hash;
      };
      const kept: ModelVersion[] = [];
      for (const one of trained) {
        try {
          const sources = await Promise.all(sourcesOf(document, one.nodeId).map(hashOf));
          kept.push(await keep(one, report, together(sources)));
        } catch (cause) {
          trouble(one.nodeId, cause);
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
function sourcesOf(document: PipelineDocument, nodeId: string): readonly string[] {
  const above = new Set<string>();
  const visit = (id: string): void => {
    if (above.has(id)) return;
    above.add(id);
    for (const edge of document.edges) if (targetOf(edge) === id) visit(sourceOf(edge));
  };
  visit(nodeId);
  const fed = new Set(document.edges.map(targetOf));
  return document.nodes.map(({ id }) => id).filter((id) => id !== nodeId && above.has(id) && !fed.has(id));
}

/** The figures that an evaluation of this very output found in the run. */
function evaluated(
  document: PipelineDocument,
  { nodes }: RunReport,
  output: string,
): Readonly<Record<string, number | null>> | null {
  for (const { from, to } of document.edges) {
    const metrics = from === output ? nodes[parseEnd(to).nodeId]?.metrics : undefined;
    if (metrics === undefined) continue;
    return Object.fromEntries(
      Object.entries(metrics).flatMap(([name, value]) =>
        value === null || typeof value === 'number' ? [[name, value] as const] : [],
      ),
    );
  }
  return null;
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
