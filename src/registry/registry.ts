import type { Message } from '../lib/message';
import type { OfSchema } from '../lib/of-schema';
import type { ModelValue } from '../models/model';
import type { versionSchema } from './line';

/** One model in the registry, without its weights. */
export type ModelVersion = OfSchema<typeof versionSchema>;
/** A candidate was trained; the champion of its line serves; what is archived served once or lost. */
export type ModelStage = ModelVersion['stage'];
/** Where a version comes from: enough to make it again, or to say why it cannot be. */
export type Lineage = ModelVersion['lineage'];
export type StageMove = ModelVersion['moves'][number];

export interface NewVersion {
  readonly line: string;
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly lineage: Lineage;
}

/** Why and when a version changes its stage. */
export interface Occasion {
  readonly tick: number | null;
  readonly why: Message;
}

/**
 * Models that outlive the page and the process. Every change is one atomic write, verified by hash when it is
 * read; a crash in between leaves what was there before. Changes are idempotent, so that a loop that goes on from
 * a checkpoint may repeat its last one.
 */
export interface ModelRegistry {
  /** The id that a model would have. */
  idOf(model: ModelValue): string;
  /** Keeps a model as a candidate; one that is there already is left as it is. */
  add(model: ModelValue, about: NewVersion): Promise<ModelVersion>;
  /** Newest first. */
  list(): Promise<readonly ModelVersion[]>;
  /** Fails with `version-gone`, or `version-damaged` where the bytes do not have their hash. */
  load(id: string): Promise<ModelValue>;
  /** Makes it the champion of its line; the one before is archived. The same version at the same tick: nothing. */
  promote(line: string, id: string, occasion: Occasion): Promise<void>;
  archive(line: string, id: string, occasion: Occasion): Promise<void>;
  /** Makes the champion before (or the version named) champion again. Fails with `nothing-before` where there is none. */
  rollback(line: string, occasion: Occasion, to?: string): Promise<ModelVersion>;
  describe(line: string, id: string, card: string): Promise<void>;
  /** Forgets a version; fails with `version-serves` where it is a champion. */
  remove(line: string, id: string): Promise<void>;
}
