import { pipelineHash } from '../../graph/pipeline-hash';
import type { ModelValue } from '../../models/model';
import { openPredictor, type Predictor } from '../../models/predict';
import type { SpecPipeline } from '../../nodes/catalog';
import type { ModelOrigin } from '../../nodes/contract/live';
import type { BackendChoice } from '../../nodes/contract/runner';
import { deploymentLine } from '../../registry/model-lines';
import type { Lineage, ModelRegistry } from '../../registry/registry';
import { type AnswerContext, answerRaw } from '../../serving/answer-raw';
import { predictionInputs } from '../../serving/prediction-inputs';
import { scoreRows } from '../../serving/score-rows';
import type { Table } from '../../table/table';
import { tableHash } from '../../table/table-hash';
import type { Kinds } from '../kinds';
import { recipeReplayer } from '../run-node';
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
  readonly answering: AnswerContext;
  users: number;
}

/** The registry as the nodes of one document see it. */
export function createLiveModels(options: LiveModelsOptions): OpenModels {
  const { registry, pipeline, kinds, backend, streams, signal } = options;
  const { document } = pipeline;
  const of = { name: document.name, hash: pipelineHash(document) };
  const replayer = recipeReplayer(kinds);
  const held = new Map<string, Held>();
  const kept = new Set<string>();

  const open = (model: ModelValue): Held => {
    const predictor = openPredictor(model, { backend, signal });
    const answering = {
      inputs: predictionInputs(model, replayer),
      prepare: (raw: Table) => replayer.applyRecipe(model.recipe, raw),
      predict: predictor.predict,
    };
    return { model, predictor, answering, users: 0 };
  };
  const hold = (version: string, model: ModelValue): Held => {
    const entry = held.get(version) ?? open(model);
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

  /** Keeps a model open while it is used. */
  const use = async <T>(version: string, ask: (entry: Held) => Promise<T>): Promise<T> => {
    const entry = await take(version);
    entry.users++;
    try {
      return await ask(entry);
    } finally {
      entry.users--;
    }
  };

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
    score: (version, raw) =>
      use(version, async ({ model, answering }) => (await scoreRows(model, raw, { tries: 0 }, answering)).answers),
    answer: (version, raw, policy) => use(version, ({ model, answering }) => answerRaw(model, raw, policy, answering)),
    promote: (version, { deployment, tick, why }) =>
      registry.promote(deploymentLine(pipeline, deployment), version, { tick, why }),
    rollback: async (version, { deployment, tick, why }) => {
      await registry.rollback(deploymentLine(pipeline, deployment), { tick, why }, version);
    },
    archive: (version, { deployment, tick, why }) =>
      registry.archive(deploymentLine(pipeline, deployment), version, { tick, why }),
    dispose() {
      for (const { predictor } of held.values()) predictor.dispose();
      held.clear();
    },
  };
}
