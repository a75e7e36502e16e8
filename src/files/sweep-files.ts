import type { FileStore, KeptFile } from './file-store';

/** A file this young may be on its way into a document: another tab keeps its document half a second after an edit. */
const SETTLE_MS = 10_000;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Files nobody names are let go without being asked only after so many days, and only for want of room. */
export const FORGOTTEN_DAYS = 30;

/** What was freed. */
export interface Freed {
  readonly files: number;
  readonly bytes: number;
}

export interface SweepOptions {
  /** Hashes that documents name; asked for after the files are listed, so that a file kept meanwhile counts as named. */
  readonly named: () => Promise<ReadonlySet<string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Leave what is younger; a file whose age the disk does not tell is young. Absent: only what was kept just now. */
  readonly olderThanDays?: number;
}

/** Files that no document names and that are old enough to go. */
export function unusedFiles(
  files: readonly KeptFile[],
  named: ReadonlySet<string>,
  { now, olderThanDays }: Omit<SweepOptions, 'named'>,
): readonly KeptFile[] {
  return files.filter(({ hash, writtenAt }) => {
    if (named.has(hash)) return false;
    if (writtenAt === null) return olderThanDays === undefined;
    return now - writtenAt > (olderThanDays === undefined ? SETTLE_MS : olderThanDays * DAY_MS);
  });
}

/** Removes the files that no document names. */
export async function sweepFiles(store: FileStore, { named, ...options }: SweepOptions): Promise<Freed> {
  const files = await store.list();
  const unused = unusedFiles(files, await named(), options);
  for (const { hash } of unused) await store.remove(hash);
  return freedBy(unused);
}

export function freedBy(files: readonly Pick<KeptFile, 'bytes'>[]): Freed {
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
