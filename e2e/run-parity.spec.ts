import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { exportMetrics, exportPipeline, type Metrics, metricsOf } from './page/exported';
import { openApp, openTemplate } from './page/open';
import { runToTheEnd } from './page/run';

const command = promisify(execFile);

test.use({ actionTimeout: 10_000 });
test.setTimeout(300_000);

async function computeOn(page: Page, backend: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Computes on/ }).click();
  await page.getByRole('menuitemradio', { name: backend }).click();
}

/** Runs the two-class template in a browser that has kept nothing. */
async function runInFreshBrowser(browser: Browser, backend: RegExp): Promise<{ metrics: Metrics; pipeline: string }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openApp(page);
  await openTemplate(page, /^Breast cancer/);
  await computeOn(page, backend);
  await runToTheEnd(page, 200_000);
  const result = { metrics: await exportMetrics(page), pipeline: await exportPipeline(page) };
  await context.close();
  return result;
}

const backends = [
  { name: 'cpu', menu: /^Processor, plain/ },
  { name: 'wasm', menu: /^Processor, vectorised/ },
];

for (const { name, menu } of backends) {
  test(`browser and command line give the same figures to the bit on ${name}, run after run`, async ({
    browser,
  }, info) => {
    const first = await runInFreshBrowser(browser, menu);
    expect(Object.keys(first.metrics)).toEqual(expect.arrayContaining(['evaluate1', 'evaluate2']));
    expect(first.metrics.evaluate1).toHaveProperty('accuracy');

    const file = info.outputPath('exported.json');
    const report = info.outputPath('report.json');
    await writeFile(file, first.pipeline);
    await command('npm', ['run', '-s', 'millrace', '--', 'run', file, '--backend', name, '--report', report]);
    expect(metricsOf(await readFile(report, 'utf8'))).toEqual(first.metrics);

    const second = await runInFreshBrowser(browser, menu);
    expect(second.metrics).toEqual(first.metrics);
  });
}
