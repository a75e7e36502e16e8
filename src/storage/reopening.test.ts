import { expect, it } from 'vitest';
import { reopening } from './reopening';

/** Stands in for IndexedDB: the test closes what is open, and forbids to open. */
function disk() {
  let count = 0;
  let isForbidden = false;
  let isClosed = false;
  let giveWay = (): void => undefined;
  const within = reopening(async ({ blocking }) => {
    if (isForbidden) throw new DOMException('forbidden', 'SecurityError');
    count += 1;
    isClosed = false;
    giveWay = blocking;
    const name = `opened ${count}`;
    return {
      close: () => {
        isClosed = true;
      },
      get: async () => {
        if (isClosed) throw new DOMException('closed', 'InvalidStateError');
        return name;
      },
    };
  });
  return {
    ask: () => within((database) => database.get()),
    count: () => count,
    close: () => {
      isClosed = true;
    },
    isClosed: () => isClosed,
    giveWay: () => giveWay(),
    forbid: (now: boolean) => {
      isForbidden = now;
    },
  };
}

it('opens the database once, with the first question', async () => {
  const { ask, count } = disk();
  expect(count()).toBe(0);
  await Promise.all([ask(), ask()]);
  expect(count()).toBe(1);
});

it('opens it again where it was closed meanwhile', async () => {
  const { ask, close } = disk();
  await ask();
  close();
  expect(await ask()).toBe('opened 2');
});

it('gives way to another tab that wants a newer version', async () => {
  const { ask, giveWay, isClosed } = disk();
  await ask();
  giveWay();
  await Promise.resolve();
  expect(isClosed()).toBe(true);
  expect(await ask()).toBe('opened 2');
});

it('asks the browser again where it once refused', async () => {
  const { ask, forbid } = disk();
  forbid(true);
  await expect(ask()).rejects.toThrow('forbidden');
  forbid(false);
  expect(await ask()).toBe('opened 1');
});
