import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { errnoOf, isMissing } from './errno';

/** How long another process's turn is waited for. */
const PATIENCE_MS = 60_000;

/** Does `work` while no other process does work of this name on the folder. */
export async function withFolderLock<T>(folder: string, what: string, work: () => Promise<T>): Promise<T> {
  const release = await takeFolderLock(folder, what, PATIENCE_MS);
  try {
    return await work();
  } finally {
    await release();
  }
}

/**
 * Takes a folder for this process until what is returned is called, or the process ends: the lock of a process that is
 * no more is taken over. Fails with `folder-in-use` when another one holds it for `patience` milliseconds.
 */
export async function takeFolderLock(folder: string, what: string, patience: number): Promise<() => Promise<void>> {
  const path = join(folder, `~${what}.lock`);
  const id = randomUUID();
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id });
  const giveUp = Date.now() + patience;
  while (!(await claim(path, mine))) {
    const holder = await readLock(path);
    if (holder !== undefined && isGone(holder)) {
      await takeAway(path, holder);
      continue;
    }
    if (Date.now() >= giveUp) throw inUse(folder, path, holder);
    await wait(20);
  }
  held.add(id);
  return async () => {
    held.delete(id);
    if ((await readLock(path)) === mine) await unlink(path).catch(() => undefined);
  };
}

/** Ids of the locks that this very process holds. */
const held = new Set<string>();

/** A link is made only where there is none, and shows the whole of the lock at once. */
async function claim(path: string, mine: string): Promise<boolean> {
  const part = `${path}.${randomUUID()}~`;
  const handle = await open(part, 'wx');
  try {
    await handle.writeFile(mine);
    await handle.close();
    await link(part, path);
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(part, { force: true });
  }
}

async function readLock(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

/** Whether the process that wrote a lock runs no more. Of another machine's nothing can be known. */
function isGone(lock: string): boolean {
  const { pid, host, id } = parseLock(lock);
  if (pid === undefined || host !== hostname()) return false;
  // In a container every process may have the number of the one before.
  if (pid === process.pid) return id === undefined || !held.has(id);
  try {
    process.kill(pid, 0);
    return false;
  } catch (cause) {
    return errnoOf(cause) === 'ESRCH';
  }
}

/** Two may find the same stale lock: only the one who moves away the very lock that was read has removed it. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}~`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (isMissing(cause)) return;
    throw cause;
  }
  // A newer lock was moved by mistake: put it back, unless its place has been taken meanwhile.
  if ((await readLock(aside)) !== stale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function parseLock(lock: string): { readonly pid?: number; readonly host?: string; readonly id?: string } {
  try {
    const parsed: unknown = JSON.parse(lock);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return {
      ...('pid' in parsed && typeof parsed.pid === 'number' ? { pid: parsed.pid } : {}),
      ...('host' in parsed && typeof parsed.host === 'string' ? { host: parsed.host } : {}),
      ...('id' in parsed && typeof parsed.id === 'string' ? { id: parsed.id } : {}),
    };
  } catch {
    return {};
  }
}

function inUse(folder: string, path: string, lock: string | undefined): Failure {
  const { pid, host } = parseLock(lock ?? '');
  const who = pid === undefined ? '' : ` (${pid}, ${host ?? '?'})`;
  return new Failure({
    code: 'folder-in-use',
    message: text(
      `Another process${who} is working on ${folder}.`,
      `다른 프로세스${who}가 ${folder} 폴더에서 작업하고 있습니다.`,
    ),
    hint: text(
      `Wait until it has ended, or give this one a folder of its own. If there is no such process any more, delete ${path}.`,
      `그 프로세스가 끝나기를 기다리거나 다른 폴더를 지정하세요. 그런 프로세스가 이미 없다면 ${path} 파일을 지우세요.`,
    ),
  });
}
