import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test, type Worker } from '@playwright/test';
import { openApp } from './page/open';
import { serveElsewhere, serveWithoutHeaders } from './page/servers';

/** The programs of all workers in the built product. */
async function workerFiles(): Promise<readonly string[]> {
  const assets = await readdir(fileURLToPath(new URL('../dist/assets/', import.meta.url)));
  return assets.filter((name) => /\.worker-[^/]+\.js$/.test(name)).map((name) => `assets/${name}`);
}

/** Each way to ask another origin for something, and how it went. */
async function askElsewhere(address: string): Promise<readonly string[]> {
  const ways: Readonly<Record<string, () => unknown>> = {
    fetch: () => fetch(address),
    'fetch without an answer': () => fetch(address, { mode: 'no-cors' }),
    request: () => {
      const request = new XMLHttpRequest();
      request.open('GET', address, false);
      request.send();
    },
    cache: async () => {
      const cache = await caches.open('x');
      await cache.add(address);
    },
    socket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(address.replace('http', 'ws'));
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
    events: () =>
      new Promise((resolve, reject) => {
        const events = new EventSource(address);
        events.onopen = resolve;
        events.onerror = reject;
      }),
  };
  const went: string[] = [];
  for (const [way, ask] of Object.entries(ways)) {
    try {
      await ask();
      went.push(`${way}: let through`);
    } catch {
      went.push(`${way}: refused`);
    }
  }
  return went;
}

const REFUSED = ['fetch', 'fetch without an answer', 'request', 'cache', 'socket', 'events'].map(
  (way) => `${way}: refused`,
);

async function startWorker(page: Page, file: string): Promise<Worker> {
  const started = page.waitForEvent('worker', (worker) => worker.url().endsWith(file));
  await page.evaluate((address) => {
    Reflect.set(window, 'held', new Worker(address, { type: 'module' }));
  }, `/${file}`);
  return started;
}

async function expectRefusals(page: Page): Promise<void> {
  const elsewhere = await serveElsewhere();
  try {
    expect(await page.evaluate(askElsewhere, elsewhere.origin)).toEqual(REFUSED);
    const files = await workerFiles();
    expect(files.length).toBeGreaterThanOrEqual(1);
    for (const file of files) {
      const worker = await startWorker(page, file);
      expect(await worker.evaluate(askElsewhere, elsewhere.origin), file).toEqual(REFUSED);
    }
    expect(elsewhere.asked()).toEqual([]);
  } finally {
    await elsewhere.close();
  }
}

test('every file comes with the policy, and page and workers are refused what is elsewhere', async ({
  page,
  request,
}) => {
  for (const path of ['/', '/theme.js', '/templates/index.json', ...(await workerFiles()).map((file) => `/${file}`)]) {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'];
    for (const said of ["default-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'self'"]) {
      expect(policy, path).toContain(said);
    }
    expect(headers['x-content-type-options'], path).toBe('nosniff');
  }
  await openApp(page);
  await expectRefusals(page);
});

test('where a host sends no headers, page and workers are refused what is elsewhere all the same', async ({ page }) => {
  const plain = await serveWithoutHeaders();
  try {
    await page.goto(plain.origin);
    await expectRefusals(page);
  } finally {
    await plain.close();
  }
});
