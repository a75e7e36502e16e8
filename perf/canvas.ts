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
    rounds: { type: 'string', default: '3' },
  },
});
const GESTURES = ['pan', 'drag', 'zoom'] as const;
type Gesture = (typeof GESTURES)[number];
const MOVES = 60;

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
  console.log(`${many} nodes, zoom ${values.zoom}: the page's thread, ms a frame (frames in the gesture)\n`);
  console.log('| | Millrace | bare React Flow | ratio |\n|---|---|---|---|');
  for (const training of [false, true]) {
    for (const { page } of [ours, bare]) await page.evaluate(`train(${training})`);
    for (const gesture of GESTURES) {
      const found = { ours: [] as Frames[], bare: [] as Frames[] };
      for (let round = 0; round < Number(values.rounds); round++) {
        found.ours.push(await measure(ours, gesture));
        found.bare.push(await measure(bare, gesture));
      }
      const [a, b] = [middle(found.ours), middle(found.bare)];
      const words = [a, b].map(({ each, frames }) => `${each.toFixed(2)} (${frames})`);
      const name = `${gesture}${training ? ', ten nodes train' : ''}`;
      console.log(`| ${name} | ${words.join(' | ')} | ${(a.each / b.each).toFixed(2)} |`);
    }
  }
  for (const { page } of [ours, bare]) await page.close();
  console.log('\n| nodes | open, ms | elements | select, first, ms | select, ms |\n|---|---|---|---|---|');
  for (const count of [many, Number(values.large)]) {
    const seen = await open('app.html', count);
    const elements = await seen.page.evaluate<number>(`document.querySelectorAll('*').length`);
    const [first = Number.NaN, ...more] = await selections(seen);
    const select = [...more].sort((a, b) => a - b)[Math.floor(more.length / 2)] ?? Number.NaN;
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

interface Frames {
  readonly each: number;
  readonly frames: number;
}

function middle(all: readonly Frames[]): Frames {
  return [...all].sort((a, b) => a.each - b.each)[Math.floor(all.length / 2)] ?? { each: Number.NaN, frames: 0 };
}

/** One gesture by the mouse, from and back to the same place. */
async function measure({ page, busy }: Seen, gesture: Gesture): Promise<Frames> {
  const pane = await page.locator('.react-flow').boundingBox();
  const node = await page.locator('.react-flow__node[data-id="n2"]').boundingBox();
  if (pane === null || node === null) throw new Error('Nothing is drawn.');
  const from =
    gesture === 'drag' ? { x: node.x + 100, y: node.y + 14 } : { x: node.x - 25, y: node.y + node.height + 12 };
  await page.mouse.move(from.x, from.y);
  if (gesture !== 'zoom') await page.mouse.down();
  await page.evaluate(`(() => {
    window.frames_ = 0;
    const count = () => { window.frames_++; window.counting = requestAnimationFrame(count); };
    count();
  })()`);
  const before = await busy();
  for (let i = 1; i <= MOVES; i++) {
    const out = i <= MOVES / 2;
    if (gesture === 'zoom') await page.mouse.wheel(0, out ? 20 : -20);
    else {
      const step = out ? i : MOVES - i;
      await page.mouse.move(from.x + step * 6, from.y + step * 4);
    }
    await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
  }
  const spent = 1000 * ((await busy()) - before);
  const frames = await page.evaluate<number>('cancelAnimationFrame(window.counting), window.frames_');
  if (gesture !== 'zoom') await page.mouse.up();
  await page.waitForTimeout(400);
  return { each: spent / frames, frames };
}

/** What a click on each of some nodes costs until all is drawn, in ms; the first brings the inspector up. */
async function selections({ page, busy }: Seen): Promise<readonly number[]> {
  const found: number[] = [];
  for (const id of ['n1', 'n21', 'n2', 'n22', 'n1', 'n21', 'n2']) {
    const box = await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();
    if (box === null) throw new Error(`${id} is not drawn`);
    await page.mouse.move(box.x + 100, box.y + 14);
    await page.waitForTimeout(400);
    const before = await busy();
    await page.mouse.click(box.x + 100, box.y + 14);
    await page.waitForTimeout(900);
    found.push(1000 * ((await busy()) - before));
  }
  return found;
}
