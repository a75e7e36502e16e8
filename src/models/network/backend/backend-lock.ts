import { Cancelled } from '../../../lib/failure';
import type { BackendName } from './backend-choice';

interface Waiter {
  readonly name: BackendName;
  enter(): void;
}

let current: BackendName | null = null;
let users = 0;
const queue: Waiter[] = [];

/**
 * Waits until `name` may be the active backend and returns the way out.
 * The active backend is one for all of tfjs: work that asks for the same one
 * shares it, work that asks for another waits its turn in order of arrival.
 * Throws Cancelled when `signal` fires while waiting. Not to be nested.
 */
export async function enterBackend(name: BackendName, signal: AbortSignal): Promise<() => void> {
  if (signal.aborted) throw new Cancelled();
  if (users === 0 || (current === name && queue.length === 0)) take(name);
  else await waitFor(name, signal);
  let left = false;
  return () => {
    if (left) return;
    left = true;
    users--;
    admit();
  };
}

function take(name: BackendName): void {
  current = name;
  users++;
}

function waitFor(name: BackendName, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiter: Waiter = {
      name,
      enter: () => {
        signal.removeEventListener('abort', leave);
        take(name);
        resolve();
      },
    };
    const leave = (): void => {
      queue.splice(queue.indexOf(waiter), 1);
      admit();
      reject(new Cancelled());
    };
    signal.addEventListener('abort', leave, { once: true });
    queue.push(waiter);
  });
}

function admit(): void {
  for (;;) {
    const next = queue[0];
    if (next === undefined || (users > 0 && next.name !== current)) return;
    queue.shift();
    next.enter();
  }
}
