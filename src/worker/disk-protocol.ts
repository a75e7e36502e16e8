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
  /** On the canvas of an open tab. */
  readonly open: boolean;
  /** Where it is kept; null while the page alone has it. */
  readonly slot: { readonly tab: string; readonly bytes: number; readonly savedAt: number } | null;
  /** Hashes of the files that it names. */
  readonly files: readonly string[];
  /** Names of the data sets that it reads. */
  readonly sets: readonly string[];
  /** Keys of its results as it stands. */
  readonly results: readonly string[];
}

/** `fresh`: nobody names it, but it was kept only just now. */
export type FileUse = 'pipeline' | 'undo' | 'fresh' | 'unused';

/** What lies on this browser's disk. */
export interface DiskSurvey {
  readonly pipelines: readonly KeptPipeline[];
  readonly files: readonly (KeptFile & { readonly use: FileUse })[];
  readonly sets: readonly { readonly name: string; readonly bytes: number; readonly versions: number }[];
  readonly models: readonly ModelVersion[];
  readonly results: readonly StoredEntry[];
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
  /** Forgets the work of a tab that is closed. Fails with `tab-open` where it is open. */
  removeSlot(tab: string): Promise<Result<void>>;
  /** Hears of files that were freed because storage was short. */
  onFreed(listener: (freed: Freed) => void): () => void;
}
