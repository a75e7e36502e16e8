/**
 * The canvas with many nodes: what the page's own thread computes for a frame while a person pans, drags a node and
 * zooms, at rest and while ten nodes train, beside a bare React Flow of the same nodes, wires and zoom in the same
 * run; what selecting a node and opening the document cost; and how many elements are drawn. Processor time, whoever
 * else wants the processor. The run of ten nodes is made up in the page, so that no engine takes part.
 *
 *   npx tsx perf/canvas.ts [--nodes 500] [--large 2000] [--zoom 0.7]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '500' },
    large: { type: 'string', default: '2000' },
    zoom: { type: 'string', default: '0.7' },
    rounds: { type: 'string', default: '5' },
  },
});
const GESTURES = ['pan', 'drag', 'zoom'] as const;
type Gesture = (typeof GESTURES)[number];
const MOVES = 120;

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** In the page's own words, one step of a hand for each frame, from and back to the same place. */
const HAND = `(gesture, from) => new Promise((done) => {
  const at = (i) => Math.min(i, ${MOVES} - i);
  const mouse = (type, i) =>
    new MouseEvent(type, {
      bubbles: true, cancelable: true, view: window, buttons: type === 'mouseup' ? 0 : 1,
      clientX: from.x + at(i) * 6, clientY: from.y + at(i) * 4,
    });
  const target = document.elementFromPoint(from.x, from.y);
  let i = 0;
  const frame = () => {
    i++;
    if (gesture === 'zoom')
      target.dispatchEvent(new WheelEvent('wheel', {
        bubbles: true, cancelable: true, view: window,
        clientX: from.x, clientY: from.y, deltaY: i <= ${MOVES} / 2 ? 12 : -12,
      }));
    else window.dispatchEvent(mouse('mousemove', i));
    if (i < ${MOVES}) requestAnimationFrame(frame);
    else requestAnimationFrame(() => {
      if (gesture !== 'zoom') window.dispatchEvent(mouse('mouseup', i));
      done(i);
    });
  };
  if (gesture !== 'zoom') target.dispatchEvent(mouse('mousedown', 0));
  requestAnimationFrame(frame);
})`;

const root = fileURLToPath(new URL('./canvas/', import.meta.url));
const publicDir = fileURLToPath(new URL('../public/', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'millrace-canvas-'));
await build({
  configFile: false,
  root,
  publicDir,
  logLevel: 'error',
  plugins: [react(), tailwindcss()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: true,
    rolldownOptions: { input: [join(root, 'app.html'), join(root, 'bare.html')] },
  },
});
const server = await preview({ configFile: false, root, logLevel: 'error', build: { outDir }, preview: { port: 0 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const many = Number(values.nodes);
  const ours = await open('app.html', many);
  const bare = await open('bare.html', many);
  console.log(`${many} nodes, zoom ${values.zoom}: the page's thread, ms a frame\n`);
  console.log('| | Millrace | bare React Flow | ratio |\n|---|---|---|---|');
  for (const training of [false, true]) {
    for (const { page } of [ours, bare]) await page.evaluate(`train(${training})`);
    // The dock comes up with the first charts.
    await ours.page.waitForTimeout(1_000);
    for (const gesture of GESTURES) {
      const found: (readonly [ours: number, bare: number])[] = [];
      for (let round = 0; round < Number(values.rounds); round++) {
        found.push([await measure(ours, gesture), await measure(bare, gesture)]);
      }
      const [a, b] = [median(found.map(([one]) => one)), median(found.map(([, other]) => other))];
      const name = `${gesture}${training ? ', ten nodes train' : ''}`;
      console.log(`| ${name} | ${a.toFixed(2)} | ${b.toFixed(2)} | ${(a / b).toFixed(2)} |`);
    }
  }
  for (const { page } of [ours, bare]) await page.close();
  console.log('\n| nodes | open, ms | elements | select, first, ms | select, ms |\n|---|---|---|---|---|');
  for (const count of [many, Number(values.large)]) {
    const seen = await open('app.html', count);
    const elements = await seen.page.evaluate<number>(`document.querySelectorAll('*').length`);
    const [first = Number.NaN, ...more] = await selections(seen);
    const select = median(more);
    console.log(`| ${count} | ${[seen.opening, elements, first, select].map((n) => n.toFixed(0)).join(' | ')} |`);
    await seen.page.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}

interface Seen {
  readonly page: Page;
  /** Seconds that the page's thread has computed. */
  readonly busy: () => Promise<number>;
  /** What opening the document cost, in ms. */
  readonly opening: number;
}

async function open(file: string, count: number): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => console.error(error));
  const profiler = await page.context().newCDPSession(page);
  await profiler.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await profiler.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.goto(address + file);
  await page.waitForFunction(`'show' in window`);
  await page.waitForTimeout(1_500);
  const before = await busy();
  await page.evaluate(`show(${count})`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(3_000);
  const opening = 1000 * ((await busy()) - before);
  // Both look at the same part: the beginning, which the page shows by itself.
  const zoom = Number(values.zoom);
  await page.evaluate(`window.lookAt?.(24, 52, ${zoom})`);
  const own = /scale\(([\d.]+)\)/.exec((await page.locator('.react-flow__viewport').getAttribute('style')) ?? '')?.[1];
  if (Math.abs(Number(own) - zoom) > 0.001) throw new Error(`${file} stands at zoom ${own}, not at ${zoom}`);
  return { page, busy, opening };
}

/** What a frame of one gesture costs, in ms. */
async function measure({ page, busy }: Seen, gesture: Gesture): Promise<number> {
  const node = await page.locator('.react-flow__node[data-id="n2"]').boundingBox();
  if (node === null) throw new Error('Nothing is drawn.');
  const from =
    gesture === 'drag' ? { x: node.x + 100, y: node.y + 14 } : { x: node.x - 25, y: node.y + node.height + 12 };
  const view = (): Promise<string> =>
    page.evaluate<string>(
      `['viewport', 'node[data-id="n2"]'].map((one) => document.querySelector('.react-flow__' + one).style.transform).join()`,
    );
  const stood = await view();
  const moving = page.evaluate<number>(`(${HAND})('${gesture}', ${JSON.stringify(from)})`);
  const before = await busy();
  let moves = false;
  // A machine that others load takes its time until the first frame.
  for (let looks = 0; looks < 12 && !moves; looks++) {
    await page.waitForTimeout(400);
    moves = (await view()) !== stood;
  }
  const frames = await moving;
  if (!moves) throw new Error(`${gesture} moves nothing`);
  const spent = 1000 * ((await busy()) - before);
  await page.waitForTimeout(400);
  return spent / frames;
}

/** What a click on each of some nodes costs until all is drawn, in ms; the first brings the inspector up. */
async function selections({ page, busy }: Seen): Promise<readonly number[]> {
  const found: number[] = [];
  for (const id of ['n1', 'n21', 'n2', 'n22', 'n1', 'n21', 'n2']) {
    const box = await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();
    if (box === null) throw new Error(`${id} is not drawn`);
    await page.mouse.move(box.x + box.width / 2, box.y + 14);
    await page.waitForTimeout(400);
    const before = await busy();
    await page.mouse.click(box.x + box.width / 2, box.y + 14);
    await page.waitForTimeout(900);
    found.push(1000 * ((await busy()) - before));
  }
  return found;
}
