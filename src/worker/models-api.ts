import type { Engine } from '../engine/engine';
import { type TrainedModels, watchTraining } from '../engine/keep-models';
import type { RunReport } from '../engine/report';
import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import { formatOf } from '../models/bodies';
import type { ModelValue } from '../models/model';
import { readModelFile } from '../models/model-file';
import type { SpecPipeline } from '../nodes/catalog';
import type { BlobRegistry } from '../registry/create-registry';
import { answer } from './answer';
import type { ModelsClient } from './live-protocol';

/** The registry's side of the worker: what the page asks of it, and what runs put into it. */
export interface ModelsApi {
  readonly client: ModelsClient;
  watch(pipeline: SpecPipeline): TrainedModels;
  /** Keeps what a run trained, after whatever is being kept; trouble is told, and costs the run nothing. */
  keep(trained: TrainedModels, report: RunReport, trouble: (nodeId: string, message: Text) => void): void;
}

const BY_HAND = { tick: null, why: text('Chosen by a person.', '사람이 직접 골랐습니다.') };

export function createModelsApi(registry: BlobRegistry, engine: Engine): ModelsApi {
  let keeping: Promise<unknown> = Promise.resolve();
  const decoder = new TextDecoder();
  const read = async (id: string): Promise<ModelValue> => readModelFile(decoder.decode(await registry.file(id)));
  return {
    watch: (pipeline) => watchTraining(pipeline, { engine, registry }),
    keep(trained, report, trouble) {
      keeping = keeping
        .then(() => trained.keep(report, (nodeId, cause) => trouble(nodeId, notKept(cause))))
        .catch(() => undefined);
    },
    client: {
      list: () =>
        answer(async () => {
          await keeping;
          return { versions: await registry.list(), troubles: await registry.troubles() };
        }),
      promote: (line, id) => answer(() => registry.promote(line, id, BY_HAND)),
      rollback: (line, to) => answer(() => registry.rollback(line, BY_HAND, to)),
      describe: (line, id, card) => answer(() => registry.describe(line, id, card)),
      remove: (line, id) => answer(() => registry.remove(line, id)),
      training: (id) => answer(async () => (await read(id)).training),
      parts: (id) =>
        answer(async () => {
          const model = await read(id);
          return formatOf(model.body).parts(model.body, model);
        }),
      download: (id) =>
        answer(async () => {
          const bytes = await registry.file(id);
          const { target } = readModelFile(decoder.decode(bytes));
          const name = target.name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
          return { name: `model-${name}-${id.slice(0, 8)}.json`, bytes };
        }),
    },
  };
}

function notKept(cause: unknown): Text {
  if (cause instanceof Failure) {
    const { message, hint } = cause.detail;
    return text(
      `The model was not kept: ${message.en} ${hint.en}`,
      `모델을 보관하지 못했어요: ${message.ko} ${hint.ko}`,
    );
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return text(
    `The model was not kept: ${why} Run again to keep it.`,
    `모델을 보관하지 못했어요: ${why} 다시 실행하면 보관해요.`,
  );
}
