/**
 * Smoothness of the live panel: gaps between animation frames with 10,000 ticks told of, while ticks arrive and
 * while a person scrolls, in each view. What is drawn is the production build of the panel over a loop made up in
 * the page, so that neither an engine nor the canvas takes part. `busy ms` is what the page's thread itself computes
 * for a frame, whoever else wants the processor; the gaps also show who else does.
 *
 *   npx tsx perf/live-panel.ts [--seconds 5] [--ticks 10000] [--rate 100] [--height 280]
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
    seconds: { type: 'string', default: '5' },
    ticks: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '100' },
    height: { type: 'string', default: '280' },
  },
});
const seconds = Number(values.seconds);
const VIEWS = ['Timeline', 'Performance', 'Drift', 'Fairness', 'Data quality', 'Events'];

/** In the page's own words: what compiles this file would add helpers that the page does not have. */
const GAPS = `new Promise((resolve) => {
  const found = [];
  const start = performance.now();
  let last = start;
  const frame = (now) => {
    found.push(now - last);
    last = now;
    if (now - start < ${seconds * 1000}) requestAnimationFrame(frame);
    else resolve(found.slice(1));
  };
  requestAnimationFrame(frame);
})`;

/** A finger on the wheel: sideways, back and forth, once a frame. Tables scroll up and down. */
const WHEEL = `(() => {
  const chart = document.querySelector('[role="slider"], [role="img"]') ?? document.querySelector('[role="tabpanel"]');
  const rows = [...document.querySelectorAll('[role="tabpanel"] *')].find((one) => one.scrollHeight > one.clientHeight + 2000);
  const box = chart.getBoundingClientRect();
  let turned = 0;
  const turn = () => {
    const deltaX = Math.floor(turned++ / 90) % 2 === 0 ? -24 : 24;
    if (rows) rows.scrollTop -= deltaX * 3;
    else
      document
        .elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 60))
        .dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true, cancelable: true, clientX: box.left + box.width / 2, clientY: box.top + 30 }));
    window.wheel = requestAnimationFrame(turn);
  };
  turn();
})()`;

const root = fileURLToPath(new URL('./live/', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'millrace-live-'));
const shared = { configFile: false, root, logLevel: 'error', plugins: [react(), tailwindcss()] } as const;
const buildOptions = { target: 'es2022', outDir, emptyOutDir: true };
await build({ ...shared, plugins: [...shared.plugins], worker: { format: 'es' }, build: buildOptions });
const server = await preview({ configFile: false, root, logLevel: 'error', build: buildOptions, preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: Number(values.height) } });
  page.on('pageerror', (error) => console.error(error));
  const profiler = await page.context().newCDPSession(page);
  await profiler.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busySeconds = async (): Promise<number> => {
    const { metrics } = await profiler.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(`'fill' in window`);
  await page.evaluate(`fill(20)`);
  await page.getByRole('tab', { name: 'Timeline' }).waitFor();
  const ms = await page.evaluate<number>(`(() => {
    const begun = performance.now();
    fill(${Number(values.ticks) - 20});
    return performance.now() - begun;
  })()`);
  console.log(`${values.ticks} ticks taken in by the page in ${ms.toFixed(0)} ms (making them up included).\n`);
  console.log(
    '| view | doing | ticks | frames | fps | p50 ms | p95 ms | p99 ms | worst ms | busy ms |\n|---|---|---|---|---|---|---|---|---|---|',
  );
  for (const view of VIEWS) {
    await page.getByRole('tab', { name: view, exact: true }).click();
    await page.waitForTimeout(400);
    await measure(page, busySeconds, view, 'idle');
    await page.evaluate(`window.halt = stream(${values.rate})`);
    await measure(page, busySeconds, view, `appending ${values.rate}/s`);
    await page.evaluate(WHEEL);
    await measure(page, busySeconds, view, 'appending, scrolling');
    await page.evaluate('cancelAnimationFrame(window.wheel)');
    if (view !== 'Events') {
      await page.getByRole('button', { name: 'Show every tick' }).first().click();
      await measure(page, busySeconds, view, 'appending, all in sight');
      await page.getByRole('button', { name: 'Zoom in' }).first().click();
    }
    await page.evaluate('halt()');
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}

async function measure(page: Page, busy: () => Promise<number>, view: string, doing: string): Promise<void> {
  const before = await busy();
  const found = await page.evaluate<number[]>(GAPS);
  const each = (1000 * ((await busy()) - before)) / found.length;
  const sorted = [...found].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  const total = found.reduce((sum, gap) => sum + gap, 0);
  const fps = ((1000 * found.length) / total).toFixed(1);
  const ticks = await page.evaluate<number>('ticks()');
  console.log(
    `| ${view} | ${doing} | ${ticks} | ${found.length} | ${fps} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${at(1)} | ${each.toFixed(1)} |`,
  );
}
