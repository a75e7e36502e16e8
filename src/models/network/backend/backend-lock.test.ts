import { expect, it } from 'vitest';
import { Cancelled } from '../../../lib/failure';
import { enterBackend } from './backend-lock';

const never = new AbortController().signal;

it('work for the same backend shares it; work for another waits, and late comers queue behind it', async () => {
  const log: string[] = [];
  const work = async (name: 'cpu' | 'wasm', label: string): Promise<void> => {
    const leave = await enterBackend(name, never);
    log.push(`${label} in`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${label} out`);
    leave();
  };
  await Promise.all([work('cpu', 'a'), work('cpu', 'b'), work('wasm', 'c'), work('cpu', 'd')]);
  expect(log).toEqual(['a in', 'b in', 'a out', 'b out', 'c in', 'c out', 'd in', 'd out']);
});

it('whoever is cancelled while waiting gives up its place, and those behind move up', async () => {
  const leave = await enterBackend('cpu', never);
  const control = new AbortController();
  const waiting = enterBackend('wasm', control.signal);
  const behind = enterBackend('cpu', never);
  control.abort();
  await expect(waiting).rejects.toBeInstanceOf(Cancelled);
  const second = await behind;
  leave();
  second();
  const third = await enterBackend('wasm', never);
  third();
});
