import { randomUUID } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoOf, isMissing } from './errno';

/**
 * Writes a file so that whoever reads it, and whatever is killed, sees the whole of it or what was there before. What is
 * no file (a pipe, `/dev/stdout`) is written as it goes, and a link stays one.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const there = await factsOf(path);
  if (there !== undefined && !there.isFile()) return writeFile(path, content);
  const target = there === undefined ? path : await realpath(path);
  const part = join(dirname(target), `.${basename(target)}.${randomUUID()}~`);
  try {
    await writeAside(part, content, target, async (handle) => {
      if (there !== undefined) await handle.chmod(there.mode);
    });
  } catch (cause) {
    // A file may be writable where its folder is not.
    if (there === undefined || !['EACCES', 'EPERM'].includes(errnoOf(cause) ?? '')) throw cause;
    await writeFile(path, content);
  }
}

/** Writes `part`, flushes it to the disk, and gives it its name once `last` has been done. */
export async function writeAside(
  part: string,
  content: string | Uint8Array,
  path: string,
  last: (handle: FileHandle) => Promise<void> | void,
): Promise<void> {
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(content);
      await handle.datasync();
      await last(handle);
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true });
    throw cause;
  }
}

/** What lies at a path, links followed; undefined where nothing does. */
export async function factsOf(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}
