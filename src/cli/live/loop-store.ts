import '../../lib/zod-without-eval';
import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, ftruncateSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LoopCheckpoint } from '../../engine/live/checkpoint';
import type { TickRecord } from '../../engine/live/messages';
import { liveWords } from '../../engine/live/wording';
import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';
import { type ReportedEvent, reportEvent } from '../../nodes/contract/live-events';
import { isMissing } from '../errno';
import { type FolderLock, takeFolderLock } from '../folder-lock';
import { readEvents } from './read-events';

/** What a loop goes on from. */
interface SavedLoop {
  /** A checkpoint, as JSON. */
  readonly loop: unknown;
  readonly tick: number;
  /** Nodes that stood in alarm after that tick. */
  readonly alarms: readonly string[];
  /** Every event up to it. */
  readonly events: readonly ReportedEvent[];
}

/** The loop's place on the disk; held by one process. */
export interface LoopStore {
  /** Undefined where the loop begins. */
  readonly saved: SavedLoop | undefined;
  /** Writes down a tick: its events, then the checkpoint that counts them. */
  keep(record: TickRecord, checkpoint: LoopCheckpoint): Promise<void>;
  /** Throws `folder-taken` where another process has taken the loop over. */
  assertHeld(): void;
  close(): Promise<void>;
}

const EVENTS = 'events.ndjson';
/** The newest checkpoint, and the newest that is surely on the disk should the power fail. */
const NEWEST = 'checkpoint.json';
const FLUSHED = 'checkpoint.flushed.json';
const FLUSH_MS = 1_000;

const checkpointFile = z.object({
  format: z.literal('millrace/live-checkpoint'),
  version: z.literal(1),
  /** Length of the events' file after this tick: what is behind it was written after. */
  eventBytes: z.int().min(0),
  /** Of those bytes; files of before have none. */
  eventSha256: z.string().exactOptional(),
  alarms: z.array(z.string()),
  loop: z.looseObject({ tick: z.int().min(0) }),
});
type CheckpointFile = z.infer<typeof checkpointFile>;

/**
 * Opens the folder of one loop. Each tick appends its events to `events.ndjson` and then replaces the checkpoint, which
 * says how long the events are: killed between the two, the loop makes that tick again and its events are cut off first.
 * A kill loses nothing that was written; should the power fail, what was flushed counts, at least once a second and with
 * every tick in which more happened than a batch. Fails with `folder-in-use` and `loop-damaged`;
 * `keep` with `folder-taken`, before it writes anything.
 */
export async function openLoopStore(folder: string, fresh: boolean): Promise<LoopStore> {
  await mkdir(folder, { recursive: true });
  const lock = await takeFolderLock(folder, 'loop', 0);
  try {
    if (fresh) for (const name of [NEWEST, FLUSHED, EVENTS]) await rm(join(folder, name), { force: true });
    const found = await findCheckpoint(folder);
    const events = openSync(join(folder, EVENTS), 'a+');
    ftruncateSync(events, found?.bytes.length ?? 0);
    return storeOf(folder, events, found, lock);
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

interface Found {
  readonly file: CheckpointFile;
  /** Of the events. */
  readonly bytes: Uint8Array;
  readonly events: readonly ReportedEvent[];
}

function storeOf(folder: string, eventsFile: number, found: Found | undefined, lock: FolderLock): LoopStore {
  let eventBytes = found?.bytes.length ?? 0;
  const eventHash = createHash('sha256').update(found?.bytes ?? '');
  let flushed = Number.NEGATIVE_INFINITY;
  return {
    saved:
      found === undefined
        ? undefined
        : { loop: found.file.loop, tick: found.file.loop.tick, alarms: found.file.alarms, events: found.events },
    async keep({ events, statuses }, loop) {
      lock.assertHeld();
      const lines = Buffer.from(events.map((event) => `${JSON.stringify(reportEvent(event, liveWords))}\n`).join(''));
      for (let at = 0; at < lines.length; ) at += writeSync(eventsFile, lines, at);
      eventBytes += lines.length;
      const eventSha256 = eventHash.update(lines).copy().digest('hex');
      const alarms = Object.keys(statuses).filter((id) => statuses[id]?.level === 'alarm');
      const file = seal({ format: 'millrace/live-checkpoint', version: 1, eventBytes, eventSha256, alarms, loop });
      const now = performance.now();
      const flush = now - flushed >= FLUSH_MS || events.some(({ type }) => type !== 'batch');
      if (flush) {
        fdatasyncSync(eventsFile);
        replace(folder, FLUSHED, file, true);
        flushed = now;
      }
      replace(folder, NEWEST, file, false);
    },
    assertHeld: lock.assertHeld,
    async close() {
      closeSync(eventsFile);
      await lock.release();
    },
  };
}

/** The newest checkpoint that is whole and whose events are there. Fails where there are checkpoints, but none such. */
async function findCheckpoint(folder: string): Promise<Found | undefined> {
  let damaged = false;
  for (const name of [NEWEST, FLUSHED]) {
    const source = await readIfThere(join(folder, name));
    if (source === undefined) continue;
    const file = unseal(source);
    const bytes = file === undefined ? undefined : await firstBytes(join(folder, EVENTS), file);
    const events = bytes === undefined ? undefined : readEvents(bytes);
    if (file !== undefined && bytes !== undefined && events !== undefined) return { file, bytes, events };
    damaged = true;
  }
  if (damaged) throw loopDamaged(folder);
  return undefined;
}

function seal(file: Omit<CheckpointFile, 'loop'> & { readonly loop: LoopCheckpoint }): string {
  const json = JSON.stringify(file);
  return `${hashOf(json)}\n${json}\n`;
}

function unseal(source: string): CheckpointFile | undefined {
  const end = source.indexOf('\n');
  const json = source.slice(end + 1, -1);
  if (end < 0 || source.slice(0, end) !== hashOf(json)) return undefined;
  const parsed = checkpointFile.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : undefined;
}

/** The events that a checkpoint counts; undefined where they are not all there as they were written. */
async function firstBytes(path: string, { eventBytes, eventSha256 }: CheckpointFile): Promise<Uint8Array | undefined> {
  const source = await readFile(path).catch((cause: unknown) => {
    if (isMissing(cause)) return Buffer.alloc(0);
    throw cause;
  });
  if (source.length < eventBytes) return undefined;
  const bytes = source.subarray(0, eventBytes);
  return eventSha256 === undefined || eventSha256 === hashOf(bytes) ? bytes : undefined;
}

const hashOf = (json: string | Uint8Array): string => createHash('sha256').update(json).digest('hex');

/** At once, without turns in between: a tick's share of it is a fraction of a millisecond. */
function replace(folder: string, name: string, content: string, flush: boolean): void {
  const part = join(folder, `~${name}`);
  const file = openSync(part, 'w');
  try {
    writeFileSync(file, content);
    if (flush) fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, join(folder, name));
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

function loopDamaged(folder: string): Failure {
  return new Failure({
    code: 'loop-damaged',
    message: text(
      `The loop’s state in ${folder} is damaged, so it cannot go on from there.`,
      `${folder}에 있는 루프 상태가 손상되어 이어서 진행할 수 없어요.`,
    ),
    hint: text(
      'Bring the folder back from a backup, or start anew with --fresh.',
      '백업에서 되살리거나 --fresh로 처음부터 시작하세요.',
    ),
  });
}
