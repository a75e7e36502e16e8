/**
 * The first visit, beside another build of the page in the same run: what comes before the first contentful paint, when
 * the pipeline stands on the canvas, and how long the first epoch of a first Run takes.
 *
 *   npx tsx perf/first-load.ts --against DIST [--rounds 5] [--rest 6]
 *
 * DIST is the `dist` folder of another checkout. Each round opens both builds in browsers of their own, with nothing
 * kept; --rest is how many seconds a person looks before pressing Run.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    rest: { type: 'string', default: '6' },
  },
});
if (values.against === undefined) throw new Error('--against needs the dist folder of another build');

/** In the page's own words: when Run was pressed, and when the engine told of a first epoch. */
const WATCH = `
  addEventListener('click', () => { window.pressed = performance.now(); }, true);
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (data?.millraceEvents?.some(({ type }) => type === 'nodeMetric')) window.firstEpoch ??= performance.now();
      });
    }
  };
`;

interface Visit {
  readonly bytesToPaint: number;
  readonly requestsToPaint: number;
  readonly paint: number;
  readonly canvas: number;
  readonly firstEpoch: number;
}

const builds = [await serve(values.against), await serve('dist')];
const visits: Visit[][] = [[], []];
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [index, { address }] of builds.entries()) visits[index]?.push(await visit(address));
}
for (const { server } of builds) await server.close();

console.log('| median | before | now | now / before |');
console.log('|---|---|---|---|');
line('kB until the first contentful paint', ({ bytesToPaint }) => bytesToPaint / 1000);
line('requests until then', ({ requestsToPaint }) => requestsToPaint);
line('first contentful paint, ms', ({ paint }) => paint);
line('pipeline on the canvas, ms', ({ canvas }) => canvas);
line('first epoch after a first Run, ms', ({ firstEpoch }) => firstEpoch);

async function serve(outDir: string) {
  const server = await preview({
    logLevel: 'error',
    configFile: false,
    build: { outDir },
    preview: { port: 0, host: 'localhost' },
  });
  return { server, address: server.resolvedUrls?.local[0] ?? '' };
}

async function visit(address: string): Promise<Visit> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const asked: number[] = [];
    const came: { readonly at: number; readonly bytes: number }[] = [];
    let clock = 0;
    session.on('Network.requestWillBeSent', ({ timestamp, wallTime }) => {
      clock ||= wallTime - timestamp;
      asked.push(timestamp);
    });
    session.on('Network.dataReceived', ({ timestamp, encodedDataLength }) =>
      came.push({ at: timestamp, bytes: encodedDataLength }),
    );
    session.on('Network.responseReceived', ({ timestamp, response }) =>
      came.push({ at: timestamp, bytes: response.encodedDataLength }),
    );
    await page.addInitScript(WATCH);
    await page.goto(address);
    await page.locator('.react-flow__node').first().waitFor();
    const canvas = await page.evaluate(() => performance.now());
    await page.waitForTimeout(Number(values.rest) * 1000);
    const { paint, origin } = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      origin: performance.timeOrigin,
    }));
    const painted = (origin + paint) / 1000 - clock;
    await page
      .getByRole('button', { name: /^Run\b/ })
      .first()
      .click();
    await page
      .getByText(/Epoch \d+|accuracy/i)
      .first()
      .waitFor({ timeout: 60_000 });
    const firstEpoch = await page.evaluate<number>('window.firstEpoch - window.pressed');
    return {
      bytesToPaint: came.filter(({ at }) => at <= painted).reduce((sum, { bytes }) => sum + bytes, 0),
      requestsToPaint: asked.filter((at) => at <= painted).length,
      paint,
      canvas,
      firstEpoch,
    };
  } finally {
    await browser.close();
  }
}

function line(name: string, of: (visit: Visit) => number): void {
  const [before = Number.NaN, now = Number.NaN] = visits.map((all) => median(all.map(of)));
  console.log(`| ${name} | ${before.toFixed(0)} | ${now.toFixed(0)} | ${(now / before).toFixed(2)} |`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
