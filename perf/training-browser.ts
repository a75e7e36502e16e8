/**
 * Rows a second of our training loop against plain `model.fit` on each backend of a
 * browser, in a worker, from a production build. `npx tsx perf/training-browser.ts`
 *
 * Without graphics hardware WebGL is drawn by a program; the table says by which.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { z } from 'zod';

const measured = z.object({ fit: z.number(), ours: z.number() });
const thousands = (value: number): string => `${(value / 1000).toFixed(value < 10_000 ? 1 : 0)}k`;

const root = fileURLToPath(new URL('./browser/', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'millrace-browser-'));
const shared = { configFile: false, root, logLevel: 'error' } as const;
const buildOptions = { target: 'es2022', outDir, emptyOutDir: true };
await build({ ...shared, worker: { format: 'es' }, build: buildOptions });
const server = await preview({ ...shared, build: buildOptions, preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  const renderer = await page.evaluate<string>(`(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'no WebGL 2';
  })()`);
  console.log(`Chromium ${browser.version()}; WebGL drawn by ${renderer}. Rows a second.\n`);
  console.log('| backend | batch | model.fit | own loop | ratio |\n|---|---|---|---|---|');
  for (const backend of ['cpu', 'wasm', 'webgl']) {
    for (const batch of [32, 256]) {
      const { fit, ours } = measured.parse(await page.evaluate(`ask('${backend} ${batch}')`));
      console.log(`| ${backend} | ${batch} | ${thousands(fit)} | ${thousands(ours)} | ${(ours / fit).toFixed(2)} × |`);
    }
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}
