import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventually } from './eventually';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('tries until it succeeds, waiting twice as long each time', async () => {
  let attempts = 0;
  const done = eventually(async () => {
    attempts += 1;
    if (attempts < 4) throw new Error('offline');
    return 'there';
  });
  await vi.advanceTimersByTimeAsync(2_999);
  expect(attempts).toBe(2);
  await vi.advanceTimersByTimeAsync(4_001);
  expect(await done).toBe('there');
});

it('tries again at once where the network comes back', async () => {
  const events = new EventTarget();
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  let isOnline = false;
  const done = eventually(async () => {
    if (!isOnline) throw new Error('offline');
    return 'there';
  });
  await vi.advanceTimersByTimeAsync(0);
  isOnline = true;
  events.dispatchEvent(new Event('online'));
  expect(await done).toBe('there');
});
