import type { Task } from '../graph/schema-types';
import type { Message } from '../lib/message';
import type { ModelValue } from '../models/model';

/** A candidate was trained; the champion of its line serves; what is archived served once or lost. */
export type ModelStage = 'candidate' | 'champion' | 'archived';

/** Where a version comes from: enough to make it again, or to say why it cannot be. */
export type Lineage = {
  readonly pipeline: { readonly name: string; readonly hash: string };
  /** The node whose output it is. */
  readonly nodeId: string;
  /** SHA-256 of the rows it was trained on: their source columns and values. */
  readonly dataHash: string | null;
  readonly rows: number;
  readonly seed: number;
  readonly backend: string;
  /** Kinds of the recipe's steps, in order. */
  readonly steps: readonly string[];
  readonly madeBy: 'pipeline' | 'incremental' | 'full';
  /** The version it was continued from. */
  readonly parent: string | null;
  /** Of the loop: the tick, and positions in the stream. */
  readonly tick: number | null;
  readonly streamRows: { readonly from: number; readonly to: number } | null;
};

export type StageMove = {
  readonly stage: ModelStage;
  /** Tick of the loop; null outside it. */
  readonly tick: number | null;
  readonly why: Message;
  readonly rollback: boolean;
};

/** One model in the registry, without its weights. */
export type ModelVersion = {
  /** The beginning of the hash of everything the model answers with: equal models have equal ids. */
  readonly id: string;
  /** What belongs together and has one champion: a deployment's name. */
  readonly line: string;
  /** From 1 within its line, in order of arrival. */
  readonly number: number;
  readonly stage: ModelStage;
  readonly task: Task;
  readonly target: string;
  readonly classes: readonly string[] | null;
  readonly parameters: number;
  readonly bytes: number;
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly lineage: Lineage;
  readonly moves: readonly StageMove[];
  /** The model card: what a person wrote about it. */
  readonly card: string;
  /** When it was kept, ISO 8601; for reading, never part of an id. */
  readonly keptAt: string;
};

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
