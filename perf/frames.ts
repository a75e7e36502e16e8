/**
 * Smoothness of the page while a model trains: gaps between animation frames, idle and
 * training, in one session. `longtask` entries miss what stalls frames, so gaps are measured.
 *
 *   npx tsx perf/frames.ts [--seconds 10] [--nodes 0] [--backend auto]
 *
 * --nodes adds that many further nodes to the canvas.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { documentSchema, type PipelineDocument } from '../src/graph/document';
import { saveDocument } from '../src/graph/save-document';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '10' }, nodes: { type: 'string', default: '0' } },
});
const seconds = Number(values.seconds);

/** In the page's own words: what compiles this file would add helpers that the page does not have. */
const GAPS = `new Promise((resolve) => {
  const found = [];
  const start = performance.now();
  let last = start;
  const frame = (now) => {
    found.push(now - last);
    last = now;
    if (now - start < DURATION) requestAnimationFrame(frame);
    else resolve(found.slice(1));
  };
  requestAnimationFrame(frame);
})`;

const { address, server } = await serve();
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByRole('button', { name: 'File', exact: true }).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: /^Open/ }).click();
  await (await chosen).setFiles({
    name: 'frames.json',
    mimeType: 'application/json',
    buffer: Buffer.from(saveDocument(longTraining(Number(values.nodes)))),
  });
  await page.waitForTimeout(2_000);
  console.log('| | frames | fps | p50 ms | p95 ms | p99 ms | worst ms |');
  console.log('|---|---|---|---|---|---|---|');
  print('idle', await gaps(page, seconds));
  await page
    .getByRole('button', { name: /^Run\b/ })
    .first()
    .click();
  await page
    .getByText(/Epoch \d+ of/)
    .first()
    .waitFor({ timeout: 60_000 });
  print('training', await gaps(page, seconds));
  const training = await page
    .getByText(/Epoch \d+ of/)
    .first()
    .textContent();
  console.log(`\nStill training at the end: ${training ?? 'no'}`);
} finally {
  await browser.close();
  server.kill();
}

/** The two-class template, trained for longer than the measurement lasts, beside `extra` more nodes. */
function longTraining(extra: number): PipelineDocument {
  const template = documentSchema.parse(JSON.parse(readFileSync('public/templates/binary.json', 'utf8')));
  const trained = template.nodes.map((node) =>
    node.kind.startsWith('train.') && node.kind !== 'train.evaluate'
      ? { ...node, params: { ...node.params, epochs: 10_000, earlyStopping: false } }
      : node,
  );
  const more = Array.from({ length: extra }, (_, i) => ({
    id: `extra${i}`,
    kind: 'prepare.scale',
    label: '',
    params: {},
    position: { x: (i % 25) * 260, y: 700 + Math.floor(i / 25) * 150 },
    mode: 'off' as const,
  }));
  return { ...template, name: 'Frames', nodes: [...trained, ...more] };
}

async function gaps(page: Page, duration: number): Promise<readonly number[]> {
  return page.evaluate<number[]>(GAPS.replace('DURATION', String(duration * 1000)));
}

function print(name: string, found: readonly number[]): void {
  const sorted = [...found].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  const total = found.reduce((sum, gap) => sum + gap, 0);
  console.log(
    `| ${name} | ${found.length} | ${((1000 * found.length) / total).toFixed(1)} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${at(1)} |`,
  );
}

/** `npm start` on a free port, and the address it prints. */
function serve(): Promise<{ readonly address: string; readonly server: ChildProcess }> {
  const server = spawn(process.execPath, ['scripts/start.mjs', '--port', '4271'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      const address = /http:\S+/.exec(chunk.toString())?.[0];
      if (address !== undefined) resolve({ address, server });
    });
  });
}
