import type { Result } from '../application/result';
import type { KeptFile } from '../files/file-store';
import type { Freed } from '../files/sweep-files';
import type { PipelineDocument } from '../graph/document';
import type { BackendChoice } from '../nodes/contract/runner';
import type { ModelVersion } from '../registry/registry';
import type { StoredEntry } from '../storage/eviction';

export type { Freed, KeptFile };

/** What a page has in memory that the disk does not tell of. */
export interface OpenPage {
  readonly document: PipelineDocument;
  /** Hashes of files that undo or redo may bring back. */
  readonly undoFiles: readonly string[];
  /** What its results are made with. */
  readonly backend: BackendChoice;
}

/** A pipeline that this browser keeps, and what of the disk is its own. */
export interface KeptPipeline {
  readonly name: string;
  /** On the canvas of an open tab; null where the browser does not tell. */
  readonly open: boolean | null;
  /** Where it is kept; null while the page alone has it. `session`: what of the bytes is what its tab could undo, and the like. */
  readonly slot: {
    readonly tab: string;
    readonly bytes: number;
    readonly session: number;
    readonly savedAt: number;
  } | null;
  /** Hashes of the files that it names. */
  readonly files: readonly string[];
  /** Names of the data sets that it reads. */
  readonly sets: readonly string[];
  /** Keys of its results as it stands. */
  readonly results: readonly string[];
}

/** `fresh`: nobody names it, but it was kept only just now. `unknown`: what is kept cannot be read. */
export type FileUse = 'pipeline' | 'undo' | 'running' | 'fresh' | 'unused' | 'unknown';

/** What lies on this browser's disk. */
export interface DiskSurvey {
  readonly pipelines: readonly KeptPipeline[];
  readonly files: readonly (KeptFile & { readonly use: FileUse })[];
  /** `alone`: what no other set shares. */
  readonly sets: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly alone: number;
    readonly versions: number;
  }[];
  readonly models: readonly ModelVersion[];
  readonly results: readonly StoredEntry[];
  /** What tabs could undo, and the like, whose pipeline is no longer kept. */
  readonly sessions: readonly { readonly tab: string; readonly bytes: number; readonly open: boolean | null }[];
  /** All of that together, in bytes: what several share counts once. */
  readonly total: number;
  /** What the whole site takes and may take, in bytes; null where the browser does not tell. */
  readonly room: { readonly used: number; readonly allowed: number } | null;
}

/** What a person can see of, and do with, what lies on this browser's disk; models and data sets have areas of their own. */
export interface DiskClient {
  survey(): Promise<Result<DiskSurvey>>;
  /** Removes a file whoever uses it. */
  removeFile(hash: string): Promise<Result<void>>;
  /** Removes all files that no pipeline names. */
  sweep(): Promise<Result<Freed>>;
  removeResults(keys: readonly string[]): Promise<Result<void>>;
  /** Forgets the work of a tab that is closed, and what it could undo. Fails with `tab-open` where it is open. */
  removeSlot(tab: string): Promise<Result<void>>;
  /** Hears of files that were freed because storage was short. */
  onFreed(listener: (freed: Freed) => void): () => void;
}
