import { setTimeout as wait } from 'node:timers/promises';
import type { DataLake } from '../../lake/lake';
import { type Text, text } from '../../lib/text';
import type { SpecPipeline } from '../../nodes/catalog';
import { dataSetOf } from '../../nodes/contract/data-set-param';
import type { LiveCommandLine } from '../command';
import { createFolderWatch, type WatchedFolder } from './watch-folder';

const EVERY_MS = 1_000;

/**
 * The data sets that folders are watched for: a node that reads (or follows) a data set stands for that set. What is
 * wrong with the first that cannot be, else.
 */
export function watchedFolders(
  watch: LiveCommandLine['watch'],
  pipeline: SpecPipeline,
): readonly WatchedFolder[] | Text {
  const folders: WatchedFolder[] = [];
  for (const { to, folder } of watch) {
    const node = pipeline.node(to);
    if (node === undefined) {
      folders.push({ set: to, folder });
      continue;
    }
    const { spec, parsed } = node;
    const set = spec === undefined || !parsed.ok ? undefined : dataSetOf(spec, parsed.params);
    if (set === undefined) {
      return text(
        `The node “${to}” names no data set of the lake to append ${folder} to.`,
        `“${to}” 노드에 ${folder} 폴더를 추가할 레이크 데이터 세트가 정해져 있지 않아요.`,
      );
    }
    folders.push({ set, folder });
  }
  return folders;
}

export interface Watching {
  /** Answers the files that could not be taken in. */
  stop(): Promise<readonly string[]>;
}

/**
 * Takes in what lies in the folders now, waiting for files that are still being written, and goes on looking each second
 * where `goesOn`.
 */
export async function startWatching(
  folders: readonly WatchedFolder[],
  options: {
    readonly lake: DataLake | undefined;
    readonly goesOn: boolean;
    readonly signal: AbortSignal;
    readonly say: (message: Text) => void;
    readonly warn: (message: Text) => void;
  },
): Promise<Watching> {
  const { lake, goesOn, signal } = options;
  if (lake === undefined || folders.length === 0) return { stop: async () => [] };
  const { look, refused } = createFolderWatch(folders, { ...options, lake });
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  const pause = (): Promise<void> => wait(EVERY_MS, undefined, { signal: either }).catch(() => undefined);
  while ((await look()) > 0 && !either.aborted) await pause();
  const watch = async (): Promise<void> => {
    for (await pause(); !either.aborted; await pause()) await look();
  };
  const watching = goesOn ? watch() : undefined;
  return {
    async stop() {
      ending.abort();
      await watching;
      return refused();
    },
  };
}
