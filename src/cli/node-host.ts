import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../engine/host';
import { assetMissing } from '../engine/host';
import { createFileStore, type FileStore } from '../files/file-store';
import { Failure } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { text } from '../lib/text';
import type { FileRef } from '../nodes/contract/kind';
import { createFolderBlobs } from './folder-blobs';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));

export interface NodeFiles {
  readonly host: Host;
  /** Keeps a file of this machine; rejects where it cannot be read. */
  put(path: string): Promise<FileRef>;
}

/** Where Millrace keeps what later runs may need: `$MILLRACE_CACHE`, or millrace in the user's cache folder. */
export const cacheFolder = (env: NodeJS.ProcessEnv): string =>
  env.MILLRACE_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'millrace');

/** The files of a cache folder. They lie in `lake`, as they did before the data lake had that name. */
export const openFiles = (cache: string): FileStore => createFileStore(createFolderBlobs(join(cache, 'lake')));

/**
 * The engine's host in Node. Files are kept in the cache folder by their content hash, so that a document
 * that has once been given its files runs again without them; `folders` are
 * searched too, for a file of the right name and content.
 */
export function createNodeHost(folders: readonly string[], env: NodeJS.ProcessEnv = process.env): NodeFiles {
  const files = openFiles(cacheFolder(env));
  const given = new Map<string, Uint8Array>();

  const find = async (hash: string, name: string): Promise<Uint8Array | undefined> => {
    const held = given.get(hash);
    if (held !== undefined) return held;
    const beside = folders.map((folder) => () => readFile(join(folder, basename(name))));
    for (const read of [() => files.read(hash), ...beside]) {
      const bytes = await read().catch(() => undefined);
      if (bytes !== undefined && sha256Hex(bytes) === hash) return bytes;
    }
    return undefined;
  };

  return {
    host: {
      async readFile(hash, name) {
        const bytes = await find(hash, name);
        if (bytes === undefined) throw notGiven(name);
        return bytes;
      },
      async readAsset(path) {
        const full = resolve(PUBLIC, path);
        if (!full.startsWith(PUBLIC.endsWith(sep) ? PUBLIC : PUBLIC + sep))
          throw assetMissing(path, 'it lies elsewhere');
        return readFile(full).catch((cause: unknown) => {
          throw assetMissing(path, cause instanceof Error ? cause.message : String(cause));
        });
      },
      now: () => performance.now(),
    },
    async put(path) {
      const bytes = await readFile(path);
      const hash = sha256Hex(bytes);
      const name = basename(path);
      given.set(hash, bytes);
      // Only a convenience for later runs: a folder that cannot be written is no reason to stop.
      await files.write(hash, bytes, name).catch(() => undefined);
      return { name, hash, bytes: bytes.length };
    },
  };
}

function notGiven(name: string): Failure {
  return new Failure({
    code: 'file-vanished',
    message: text(`The file “${name}” is not here.`, `“${name}” 파일을 찾을 수 없어요.`),
    hint: text('Give its path with --input NODE=PATH.', '--input NODE=PATH 옵션으로 파일 경로를 알려 주세요.'),
  });
}
