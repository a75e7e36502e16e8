import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { DataLake } from '../../lake/lake';
import { readForSet } from '../../lake/read-for-set';
import { Failure } from '../../lib/failure';
import { counted } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import { diskWords } from '../disk-failure';
import { errnoOf } from '../errno';

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

export interface FolderWatch {
  /** Takes in what is new since the last look. Answers how many files are still being written. */
  look(): Promise<number>;
  /** The files that could not be taken in as they are now. */
  refused(): readonly string[];
}

/**
 * Appends the files of folders in the order of their names; a file is appended once, whatever process saw it first, since
 * the lake knows what came from it. One that holds the rows of another is a file of its own.
 */
export function createFolderWatch(
  folders: readonly WatchedFolder[],
  { lake, say, warn, now = Date.now }: WatchOptions,
): FolderWatch {
  const refused = new Set<string>();
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

  /** What the lake knows a file by: of several folders for one set, by its folder's name too. */
  const fromOf = ({ set, folder }: WatchedFolder, name: string): string =>
    folders.filter((other) => other.set === set).length > 1 ? `${basename(resolve(folder))}/${name}` : name;

  const take = async (watched: WatchedFolder, name: string): Promise<boolean> => {
    const { set, folder } = watched;
    const path = join(folder, name);
    const { size, mtimeMs } = await stat(path);
    const state = `${size} ${mtimeMs}`;
    if (seen.get(path) === state) return true;
    if (!isSettled(path, state, mtimeMs)) return false;
    seen.set(path, state);
    refused.delete(path);
    const { table } = await readForSet(lake, set, new Uint8Array(await readFile(path)));
    const { added, rows } = await lake.append(set, table, fromOf(watched, name), 'file');
    say(
      text(
        `${counted(added, 'row')} of ${name} appended to “${set}”, which has ${rows} now.`,
        `${name}의 ${added}행을 “${set}”에 추가했어요. 이제 ${rows}행이에요.`,
      ),
    );
    return true;
  };

  /** Tells of a file that was not taken in; answers whether it will be looked at again as it is. */
  const refuse = (path: string, name: string, cause: unknown): boolean => {
    if (!(cause instanceof Failure)) {
      const why = diskWords(cause);
      refused.add(path);
      warn(text(`${name} was not read: ${why.en}`, `${name} 파일을 읽지 못했어요: ${why.ko}`));
      return false;
    }
    const { code, message, hint } = cause.detail;
    if (code === 'lake-repeated') return false;
    // Where another process holds the lake, its turn comes at a later look.
    const again = code === 'folder-in-use';
    if (!again) refused.add(path);
    else seen.delete(path);
    if (!waiting.has(path)) warn(text(`${name}: ${message.en} ${hint.en}`, `${name}: ${message.ko} ${hint.ko}`));
    if (again) waiting.add(path);
    return again;
  };

  const filesOf = async (folder: string): Promise<readonly string[]> => {
    try {
      const names = await readdir(folder);
      refused.delete(folder);
      return names.filter((each) => CSV.test(each) && !each.startsWith('.')).sort();
    } catch (cause) {
      const why = diskWords(cause);
      const known = text(`${resolve(folder)}: ${why.en}`, `${resolve(folder)}: ${why.ko}`);
      const code = errnoOf(cause) ?? 'unknown';
      if (seen.get(folder) !== code) warn(known);
      seen.set(folder, code);
      refused.add(folder);
      return [];
    }
  };

  return {
    async look() {
      let unsettled = 0;
      for (const watched of folders) {
        for (const name of await filesOf(watched.folder)) {
          try {
            if (!(await take(watched, name))) unsettled++;
          } catch (cause) {
            if (refuse(join(watched.folder, name), name, cause)) unsettled++;
          }
        }
      }
      return unsettled;
    },
    refused: () => [...refused],
  };
}
