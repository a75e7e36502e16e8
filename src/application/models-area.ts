import type { FailureDetail } from '../lib/failure';
import { readModelFile } from '../models/model-file';
import type { BlobRegistry } from '../registry/create-registry';
import { sayOfModels } from '../registry/messages';
import type { ModelVersion } from '../registry/registry';
import { type Result, resultOf } from './result';

/** What the registry holds. */
export interface ModelList {
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
  /** Of versions that cannot be read: what happened, and the remedy. */
  readonly troubles: readonly FailureDetail[];
}

/** The models that a workspace keeps. */
export interface ModelsArea {
  /** Answers once the models of runs that are over have been kept. */
  list(): Promise<Result<ModelList>>;
  promote(line: string, id: string): Promise<Result<void>>;
  rollback(line: string, to?: string): Promise<Result<ModelVersion>>;
  describe(line: string, id: string, card: string): Promise<Result<void>>;
  remove(line: string, id: string): Promise<Result<void>>;
  /** The model file, ready to be saved. */
  download(id: string): Promise<Result<NamedBytes>>;
}

/** A file, ready to be saved. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BY_HAND = { tick: null, why: sayOfModels('by-hand') };

/** The models of a registry; what is asked of them waits for `kept`, the models that runs are leaving there. */
export function createModelsArea(registry: BlobRegistry, kept: () => Promise<unknown>): ModelsArea {
  const decoder = new TextDecoder();
  return {
    list: () =>
      resultOf(async () => {
        await kept();
        return { versions: await registry.list(), troubles: await registry.troubles() };
      }),
    promote: (line, id) => resultOf(() => registry.promote(line, id, BY_HAND)),
    rollback: (line, to) => resultOf(() => registry.rollback(line, BY_HAND, to)),
    describe: (line, id, card) => resultOf(() => registry.describe(line, id, card)),
    remove: (line, id) => resultOf(() => registry.remove(line, id)),
    download: (id) =>
      resultOf(async () => {
        const bytes = await registry.file(id);
        const { target } = readModelFile(decoder.decode(bytes));
        const name = target.name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
        return { name: `model-${name}-${id.slice(0, 8)}.json`, bytes };
      }),
  };
}
