import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FileHandle, link, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { text } from '../lib/text';
import { errnoOf, isMissing } from './errno';

/** How long another process's turn is waited for. */
const PATIENCE_MS = 60_000;
/** How often a holder shows that it is there, and how long it may not have done so before its lock is taken over. */
const TOUCH_MS = 5_000;
const STALE_MS = 60_000;

/** A folder held for this process. */
export interface FolderLock {
  /** Throws `folder-taken` where another process has taken the folder over: to be asked before each write. */
  assertHeld(): void;
  release(): Promise<void>;
}

/** Does `work` while no other process does work of this name on the folder. */
export async function withFolderLock<T>(
  folder: string,
  what: string,
  work: (lock: FolderLock) => Promise<T>,
): Promise<T> {
  const lock = await takeFolderLock(folder, what, PATIENCE_MS);
  try {
    return await work(lock);
  } finally {
    await lock.release();
  }
}

/**
 * Takes a folder for this process until it is released, or the process ends. The lock of a process that is no more is
 * taken over at once; that of one on another machine, or which hangs, when it was not touched for a minute by the clock
 * of the disk. Fails with `folder-in-use` when another one holds it for `patience` milliseconds.
 */
export async function takeFolderLock(folder: string, what: string, patience: number): Promise<FolderLock> {
  const path = join(folder, `~${what}.lock`);
  const id = randomUUID();
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id });
  const giveUp = Date.now() + patience;
  for (;;) {
    const claim = await tryClaim(path, mine);
    if (claim.handle !== undefined) return heldLock(folder, path, id, mine, claim.handle);
    const holder = await readLock(path);
    if (holder !== undefined && (isGone(holder) || (await untouched(path, claim.at)) > STALE_MS)) {
      await takeAway(path, holder);
      continue;
    }
    if (Date.now() >= giveUp) throw inUse(folder, path, holder);
    await wait(20);
  }
}

/** Ids of the locks that this very process holds. */
const held = new Set<string>();

function heldLock(folder: string, path: string, id: string, mine: string, handle: FileHandle): FolderLock {
  held.add(id);
  // The file that is held open is touched, never one that has come into its place. Where the disk fails, writes tell.
  const touching = setInterval(() => void handle.write(mine, 0).catch(() => undefined), TOUCH_MS);
  touching.unref();
  return {
    assertHeld() {
      if (lockNow(path) !== mine) throw taken(folder);
    },
    async release() {
      held.delete(id);
      clearInterval(touching);
      await handle.close();
      if ((await readLock(path)) === mine) await unlink(path).catch(() => undefined);
    },
  };
}

/**
 * A link is made only where there is none, and shows the whole of the lock at once. Answers the lock's file, open, or
 * without it the time by the disk's clock.
 */
async function tryClaim(path: string, mine: string): Promise<{ readonly at: number; readonly handle?: FileHandle }> {
  const part = `${path}.${randomUUID()}~`;
  const handle = await open(part, 'wx');
  let kept = false;
  try {
    await handle.writeFile(mine);
    const { mtimeMs: at } = await handle.stat();
    await link(part, path);
    kept = true;
    return { at, handle };
  } catch (cause) {
    if (errnoOf(cause) !== 'EEXIST') throw cause;
    return { at: (await handle.stat()).mtimeMs };
  } finally {
    if (!kept) await handle.close();
    await rm(part, { force: true });
  }
}

/** Milliseconds since a lock was touched; none where it is gone. */
async function untouched(path: string, now: number): Promise<number> {
  try {
    return now - (await stat(path)).mtimeMs;
  } catch (cause) {
    if (isMissing(cause)) return 0;
    throw cause;
  }
}

function lockNow(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
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
      korean`다른 프로세스${who}이(가) ${folder} 폴더에서 작업하고 있어요.`,
    ),
    hint: text(
      `Wait until it has ended, or give this one a folder of its own. If there is no such process any more, the folder is free a minute after it was last seen (${path}).`,
      `그 프로세스가 끝나기를 기다리거나 다른 폴더를 지정하세요. 그런 프로세스가 이미 없다면 마지막으로 확인된 지 1분 뒤에 쓸 수 있어요(${path}).`,
    ),
  });
}

const taken = (folder: string): Failure =>
  new Failure({
    code: 'folder-taken',
    message: text(
      `Another process has taken over ${folder}, since this one had not been heard of for a minute.`,
      `1분 동안 이 프로세스의 소식이 없어서 다른 프로세스가 ${folder} 폴더를 넘겨받았어요.`,
    ),
    hint: text(
      'Nothing has been written since. Start again when the other one has ended.',
      '그 뒤로는 아무것도 쓰지 않았어요. 다른 프로세스가 끝나면 다시 시작해 주세요.',
    ),
  });
