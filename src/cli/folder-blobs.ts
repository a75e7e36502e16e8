import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '../lib/blob-store';
import { onDisk } from './disk-failure';
import { isMissing } from './errno';
import { type FolderLock, withFolderLock } from './folder-lock';
import { writeAside } from './write-whole';

const NAME = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;
/** Where files are written before they get their name: no blob can have a `~` in its own. */
const PARTS = '~parts';
/** What a killed process left half written is in nobody's way, but need not stay. */
const PART_LIFE_MS = 24 * 60 * 60 * 1_000;

/**
 * Named bytes in a folder, which is made when something is first written. A file is written aside, flushed to the
 * disk and then renamed: whoever reads, and whatever is killed, sees the whole of it or what was there before. While
 * something is done exclusively, nothing is written or removed once another process has taken the folder over, nor where
 * `assertOurs` throws. What the disk refuses is a Failure.
 */
export function createFolderBlobs(folder: string, assertOurs: () => void = () => {}): BlobStore {
  const blobs = blobsIn(folder, assertOurs);
  return {
    read: (name) => onDisk(() => blobs.read(name)),
    stat: (name) => onDisk(() => blobs.stat(name)),
    write: (name, bytes) => onDisk(() => blobs.write(name, bytes)),
    list: (prefix) => onDisk(() => blobs.list(prefix)),
    remove: (name) => onDisk(() => blobs.remove(name)),
    exclusively: (what, work) => onDisk(() => blobs.exclusively(what, work)),
  };
}

function blobsIn(folder: string, assertOurs: () => void): Required<BlobStore> {
  let ready: Promise<void> | undefined;
  const locks = new Set<FolderLock>();
  const assertHeld = (): void => {
    assertOurs();
    for (const lock of locks) lock.assertHeld();
  };
  const prepare = async (): Promise<void> => {
    await mkdir(join(folder, PARTS), { recursive: true });
    await sweep(join(folder, PARTS));
  };
  return {
    async read(name) {
      try {
        const { buffer, byteOffset, length } = await readFile(pathOf(folder, name));
        return new Uint8Array(buffer, byteOffset, length);
      } catch (cause) {
        if (isMissing(cause)) return undefined;
        throw cause;
      }
    },
    async stat(name) {
      try {
        const facts = await stat(pathOf(folder, name));
        return facts.isFile() ? { bytes: facts.size, writtenAt: facts.mtimeMs } : undefined;
      } catch (cause) {
        if (isMissing(cause)) return undefined;
        throw cause;
      }
    },
    async write(name, bytes) {
      const path = pathOf(folder, name);
      assertHeld();
      ready ??= prepare();
      await ready;
      await writeAside(join(folder, PARTS, randomUUID()), bytes, path, async () => {
        await mkdir(dirname(path), { recursive: true });
        assertHeld();
      });
      await syncFolder(dirname(path));
    },
    async list(prefix) {
      if (!/^[A-Za-z0-9._/-]*$/.test(prefix) || prefix.split('/').includes('..')) throw badName(prefix);
      const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const names = await filesBelow(folder, start);
      return names.filter((name) => name.startsWith(prefix)).sort();
    },
    async remove(name) {
      const path = pathOf(folder, name);
      assertHeld();
      try {
        await unlink(path);
      } catch (cause) {
        if (!isMissing(cause)) throw cause;
      }
    },
    async exclusively(what, work) {
      await mkdir(folder, { recursive: true });
      return withFolderLock(folder, what, async (lock) => {
        locks.add(lock);
        try {
          return await work();
        } finally {
          locks.delete(lock);
        }
      });
    },
  };
}

function pathOf(folder: string, name: string): string {
  if (!NAME.test(name) || name.split('/').some((word) => word === '.' || word === '..')) throw badName(name);
  return join(folder, ...name.split('/'));
}

const badName = (name: string): Error => new Error(`“${name}” cannot name a blob`);

async function filesBelow(folder: string, under: string): Promise<string[]> {
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(join(folder, under));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
  const names: string[] = [];
  for (const entry of entries) {
    // What stands beside blobs (locks, parts, a person's own files) has names that no blob can have.
    if (!NAME.test(entry.name)) continue;
    if (entry.isDirectory()) names.push(...(await filesBelow(folder, `${under}${entry.name}/`)));
    else names.push(`${under}${entry.name}`);
  }
  return names;
}

const list = (path: string) => readdir(path, { withFileTypes: true });

/** A rename is only on the disk once its folder is. Some file systems do not let folders be opened: theirs to know. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > PART_LIFE_MS) await rm(path, { force: true });
  }
}
