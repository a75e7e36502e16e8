import { pipelineHash } from '../../graph/pipeline-hash';
import { decide } from '../../models/decision';
import type { ModelValue } from '../../models/model';
import { openPredictor, type Predictor } from '../../models/predict';
import type { SpecPipeline } from '../../nodes/catalog';
import type { Answers, ModelOrigin } from '../../nodes/live';
import type { BackendChoice } from '../../nodes/runner';
import { deploymentLine } from '../../registry/model-lines';
import type { Lineage, ModelRegistry } from '../../registry/registry';
import type { Table } from '../../table/table';
import { tableHash } from '../../table/table-hash';
import type { Kinds } from '../kinds';
import { applyRecipe } from '../run-node';
import type { Streams, StreamView } from './live-stream';
import type { LoopModels } from './services';

export interface LiveModelsOptions {
  readonly registry: ModelRegistry;
  readonly pipeline: SpecPipeline;
  readonly kinds: Kinds;
  readonly backend: BackendChoice;
  readonly streams: Pick<Streams, 'has'>;
  readonly signal: AbortSignal;
}

/** The loop's models, with their networks open; `dispose` frees those. */
export interface OpenModels extends LoopModels {
  dispose(): void;
}

/** Models kept at hand: the champions and challengers of a few deployments. */
const AT_HAND = 12;

interface Held {
  readonly model: ModelValue;
  readonly predictor: Predictor;
  users: number;
}

/** The registry as the nodes of one document see it. */
export function createLiveModels(options: LiveModelsOptions): OpenModels {
  const { registry, pipeline, kinds, backend, streams, signal } = options;
  const { document } = pipeline;
  const of = { name: document.name, hash: pipelineHash(document) };
  const held = new Map<string, Held>();
  const kept = new Set<string>();

  const hold = (version: string, model: ModelValue): Held => {
    const entry = held.get(version) ?? { model, predictor: openPredictor(model, { backend, signal }), users: 0 };
    held.delete(version);
    held.set(version, entry);
    for (const [old, { predictor, users }] of held) {
      if (held.size <= AT_HAND) break;
      if (users > 0 || old === version) continue;
      predictor.dispose();
      held.delete(old);
    }
    return entry;
  };
  const take = async (version: string): Promise<Held> =>
    hold(version, held.get(version)?.model ?? (await registry.load(version)));

  const lineageOf = (model: ModelValue, about: ModelOrigin, view: StreamView): Lineage => {
    const source = pipeline.source(about.deployment, 'model');
    const stream = pipeline.source(about.deployment, 'stream')?.nodeId ?? '';
    return {
      pipeline: of,
      nodeId: source?.nodeId ?? about.deployment,
      dataHash: about.rows === null || !streams.has(stream) ? null : tableHash(view.rows(stream, about.rows)),
      rows: model.training.rows,
      seed: model.training.seed,
      backend: model.training.backend,
      steps: model.recipe.steps.map(({ kind }) => kind),
      madeBy: about.madeBy,
      parent: about.parent,
      tick: about.tick,
      streamRows: about.rows,
    };
  };

  return {
    async keep(model, about, view) {
      const version = registry.idOf(model);
      const line = deploymentLine(pipeline, about.deployment);
      if (!kept.has(`${line}\n${version}`)) {
        await registry.add(model, { line, metrics: about.metrics, lineage: lineageOf(model, about, view) });
        kept.add(`${line}\n${version}`);
      }
      hold(version, model);
      return version;
    },
    load: async (version) => (await take(version)).model,
    async score(version, raw) {
      const entry = await take(version);
      entry.users++;
      try {
        const prepared = applyRecipe(kinds, entry.model.recipe, { ...raw, partition: null, sourceRows: null });
        return await answersOf(entry, prepared, raw);
      } finally {
        entry.users--;
      }
    },
    promote: (version, { deployment, tick, why }) =>
      registry.promote(deploymentLine(pipeline, deployment), version, { tick, why }),
    archive: (version, { deployment, tick, why }) =>
      registry.archive(deploymentLine(pipeline, deployment), version, { tick, why }),
    dispose() {
      for (const { predictor } of held.values()) predictor.dispose();
      held.clear();
    },
  };
}

async function answersOf({ model, predictor }: Held, prepared: Table, raw: Table): Promise<Answers> {
  const every = Uint32Array.from({ length: prepared.rows }, (_, row) => row);
  const { scores, outputs } = await predictor.predict(prepared, every);
  const { sourceRows } = prepared;
  const decided = (of: Float64Array): Answers => ({
    scores: of,
    outputs,
    said: model.target.classes === undefined ? null : decide(model, of, raw),
  });
  if (sourceRows === null && prepared.rows === raw.rows) return decided(scores);
  const all = new Float64Array(raw.rows * outputs).fill(Number.NaN);
  for (const row of every) {
    all.set(scores.subarray(row * outputs, (row + 1) * outputs), (sourceRows?.[row] ?? row) * outputs);
  }
  return decided(all);
}
