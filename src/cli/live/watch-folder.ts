import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataLake } from '../../lake/lake';
import { readForSet } from '../../lake/read-for-set';
import { Failure } from '../../lib/failure';
import { type Text, text } from '../../lib/text';

/** A folder whose CSV files are appended to a data set. */
export interface WatchedFolder {
  readonly set: string;
  readonly folder: string;
}

export interface WatchOptions {
  readonly lake: Pick<DataLake, 'append' | 'find'>;
  readonly say: (message: Text) => void;
  readonly warn: (message: Text) => void;
  readonly now?: () => number;
}

/** A file that changed later than so long ago may still be being written. */
const SETTLED_MS = 1_000;
const CSV = /\.(csv|tsv|txt|tab)$/i;

/**
 * Appends the files of folders that are new since the last look, in the order of their names; a file is appended once,
 * whatever process saw it first, since the lake knows its rows. Answers how many files are still being written.
 */
export function createFolderWatch(
  folders: readonly WatchedFolder[],
  { lake, say, warn, now = Date.now }: WatchOptions,
): () => Promise<number> {
  /** Files done with, by path: one that changes afterwards is looked at again. */
  const seen = new Map<string, string>();

  /** Files whose lake another process held, which has been told. */
  const waiting = new Set<string>();
  /** Files that may still be being written, by path: since when they have looked like this. */
  const unsteady = new Map<string, { readonly state: string; readonly since: number }>();
  const isSettled = (path: string, state: string, mtimeMs: number): boolean => {
    // Of a file whose clock is ahead only its standing still can be told.
    const known = unsteady.get(path);
    const since = known?.state === state ? known.since : now();
    const settled = now() - Math.min(since, mtimeMs) >= SETTLED_MS;
    if (settled) unsteady.delete(path);
    else unsteady.set(path, { state, since });
    return settled;
  };

  const take = async ({ set, folder }: WatchedFolder, name: string): Promise<boolean> => {
    const path = join(folder, name);
    const { size, mtimeMs } = await stat(path);
    const state = `${size} ${mtimeMs}`;
    if (seen.get(path) === state) return true;
    if (!isSettled(path, state, mtimeMs)) return false;
    seen.set(path, state);
    const { table } = await readForSet(lake, set, new Uint8Array(await readFile(path)));
    const { added, rows } = await lake.append(set, table, name);
    say(
      text(
        `${added} rows of ${name} appended to “${set}”, which has ${rows} now.`,
        `${name}의 ${added}행을 “${set}”에 추가했어요. 이제 ${rows}행이에요.`,
      ),
    );
    return true;
  };

  return async () => {
    let unsettled = 0;
    for (const watched of folders) {
      const names = await readdir(watched.folder).catch((cause: unknown) => {
        const why = cause instanceof Error ? cause.message : String(cause);
        const known = `${resolve(watched.folder)}: ${why}`;
        if (seen.get(watched.folder) !== known) warn(text(`${known}`, `${known}`));
        seen.set(watched.folder, known);
        return [];
      });
      for (const name of names.filter((each) => CSV.test(each) && !each.startsWith('.')).sort()) {
        try {
          if (!(await take(watched, name))) unsettled++;
        } catch (cause) {
          if (!(cause instanceof Failure)) {
            const why = cause instanceof Error ? cause.message : String(cause);
            warn(text(`${name} was not read: ${why}`, `${name} 파일을 읽지 못했어요: ${why}`));
          } else if (cause.detail.code !== 'lake-repeated') {
            const { code, message, hint } = cause.detail;
            if (code === 'folder-in-use') {
              // Its turn comes at a later look.
              unsettled++;
              seen.delete(join(watched.folder, name));
              if (waiting.has(join(watched.folder, name))) continue;
              waiting.add(join(watched.folder, name));
            }
            warn(text(`${name}: ${message.en} ${hint.en}`, `${name}: ${message.ko} ${hint.ko}`));
          }
        }
      }
    }
    return unsettled;
  };
}
