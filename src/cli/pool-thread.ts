import { parentPort } from 'node:worker_threads';
import type { Host } from '../engine/host';
import { noLake } from '../engine/host';
import { indexKinds } from '../engine/kinds';
import { performJob } from '../engine/live/perform-job';
import { Cancelled, Failure } from '../lib/failure';
import { liveRunners } from '../nodes/live-runners';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import type { FromThread, HostQuestion, HostReply, ToThread } from './pool-protocol';

/* The program of a thread that trains: one job at a time; files and tables are asked of the thread that started it. */

const port = parentPort;
if (port === null) throw new Error('this program runs in a thread');
const kinds = indexKinds(specs, runners, liveRunners);
const asked = new Map<number, (reply: HostReply) => void>();
let questions = 0;
let controller = new AbortController();

const post = (message: FromThread): void => port.postMessage(message);

async function ask(question: HostQuestion): Promise<HostReply> {
  const id = ++questions;
  const reply = await new Promise<HostReply>((resolve) => {
    asked.set(id, resolve);
    post({ type: 'ask', id, question });
  });
  if (reply.of === 'failure') throw new Failure(reply.failure);
  if (reply.of === 'error') throw new Error(reply.message);
  return reply;
}

async function bytesOf(question: HostQuestion): Promise<Uint8Array> {
  const reply = await ask(question);
  if (!('bytes' in reply)) throw new Error('another answer than was asked for');
  return reply.bytes;
}

const nowhere = (): never => {
  throw noLake();
};

const host: Host = {
  readFile: (hash, name) => bytesOf({ of: 'file', hash, name }),
  readAsset: (path) => bytesOf({ of: 'asset', path }),
  now: () => performance.now(),
  lake: {
    async read(name, version = '') {
      const reply = await ask({ of: 'table', name, version });
      if (reply.of !== 'table') throw new Error('another answer than was asked for');
      return reply.read;
    },
    list: nowhere,
    versions: nowhere,
    find: nowhere,
    append: nowhere,
    remove: nowhere,
    sizes: nowhere,
  },
};

port.on('message', (message: ToThread) => {
  switch (message.type) {
    case 'job':
      controller = new AbortController();
      performJob(message.job, { kinds, host, signal: controller.signal }).then(
        (result) => post({ type: 'done', result }),
        (error: unknown) =>
          post(error instanceof Cancelled ? { type: 'cancelled' } : { type: 'failed', message: String(error) }),
      );
      return;
    case 'cancel':
      controller.abort();
      return;
    case 'reply':
      asked.get(message.id)?.(message.reply);
      asked.delete(message.id);
  }
});
post({ type: 'ready' });
