import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../engine/host';
import { assetMissing } from '../engine/host';
import { Failure } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { text } from '../lib/text';
import type { FileRef } from '../nodes/kind';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));

export interface NodeLake {
  readonly host: Host;
  /** Puts a file of this machine into the lake; rejects where it cannot be read. */
  put(path: string): Promise<FileRef>;
}

/**
 * The engine's host in Node. The lake is a folder of files named by content hash
 * (`$MILLRACE_CACHE`, or millrace in the user's cache folder), so that a document
 * that has once been given its files runs again without them; `folders` are
 * searched too, for a file of the right name and content.
 */
export function createNodeHost(folders: readonly string[], env: NodeJS.ProcessEnv = process.env): NodeLake {
  const lake = join(env.MILLRACE_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'millrace'), 'lake');
  const given = new Map<string, Uint8Array>();

  const find = async (hash: string, name: string): Promise<Uint8Array | undefined> => {
    const held = given.get(hash);
    if (held !== undefined) return held;
    for (const path of [join(lake, hash), ...folders.map((folder) => join(folder, basename(name)))]) {
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes !== undefined && sha256Hex(bytes) === hash) return bytes;
    }
    return undefined;
  };

  return {
    host: {
      async readFile(hash, name) {
        if (!/^[0-9a-f]{64}$/.test(hash)) throw notGiven(name);
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
      given.set(hash, bytes);
      // Only a convenience for later runs: a folder that cannot be written is no reason to stop.
      await keep(lake, hash, bytes).catch(() => undefined);
      return { name: basename(path), hash, bytes: bytes.length };
    },
  };
}

async function keep(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${hash}.${process.pid}.part`);
  await writeFile(temporary, bytes);
  await rename(temporary, join(folder, hash));
}

function notGiven(name: string): Failure {
  return new Failure({
    code: 'file-vanished',
    message: text(`The file “${name}” is not here.`, `“${name}” 파일을 찾을 수 없습니다.`),
    hint: text('Give its path with --input NODE=PATH.', '--input NODE=PATH 옵션으로 파일 경로를 알려 주세요.'),
  });
}
