import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isMissing } from './errno';
import { factsOf } from './write-whole';

/** Whether a folder can be written without touching what anybody has there: it is empty, or not there. */
export async function isFree(folder: string): Promise<boolean> {
  const there = await factsOf(folder);
  return there === undefined || (there.isDirectory() && (await readdir(folder)).length === 0);
}

/** A folder of this name, or of the next that nothing has. */
export async function freeFolder(name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = n === 1 ? name : `${name}-${n}`;
    if ((await factsOf(folder)) === undefined) return folder;
  }
}

/** Writes a folder that {@link isFree} with files by their paths in it, so that it has all of them or is as it was. */
export async function writeFolderWhole(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const target = (await factsOf(folder)) === undefined ? resolve(folder) : await realpath(folder);
  await mkdir(dirname(target), { recursive: true });
  const part = join(dirname(target), `.${basename(target)}.${randomUUID()}~`);
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(part, path)), { recursive: true });
      const handle = await open(join(part, path), 'wx');
      try {
        await handle.writeFile(content);
        await handle.datasync();
      } finally {
        await handle.close();
      }
    }
    // An empty folder gives its place; one that has been filled meanwhile does not.
    await rmdir(target).catch((cause: unknown) => {
      if (!isMissing(cause)) throw cause;
    });
    await rename(part, target);
  } catch (cause) {
    await rm(part, { recursive: true, force: true });
    throw cause;
  }
}
