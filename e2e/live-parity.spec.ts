import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { exportPipeline, exportReport } from './page/exported';
import { endOfLoop, goLive, playAt } from './page/live';
import { openApp, openTemplate } from './page/open';

const command = promisify(execFile);

test.use({ actionTimeout: 15_000 });
test.setTimeout(240_000);

/** A report's events, a line each. */
const eventsOf = (report: string): readonly string[] => {
  const { status, events }: { status: string; events: readonly unknown[] } = JSON.parse(report);
  expect(status).toBe('completed');
  return events.map((event) => JSON.stringify(event));
};

test('a loop has the same events to the byte in the browser and without one', async ({ page }, info) => {
  await openApp(page);
  await openTemplate(page, /^Sudden drift/);
  await page.getByRole('button', { name: /^Computes on/ }).click();
  await page.getByRole('menuitemradio', { name: /^Processor, vectorised/ }).click();
  await goLive(page);
  await playAt(page, /^As fast as possible/);
  await endOfLoop(page);
  const inBrowser = eventsOf(await exportReport(page));
  for (const type of ['batch', 'drift', 'trigger', 'retrain', 'gate', 'promote', 'alert']) {
    expect(
      inBrowser.some((event) => event.includes(`"type":"${type}"`)),
      type,
    ).toBe(true);
  }

  const file = info.outputPath('pipeline.json');
  const report = info.outputPath('report.json');
  await writeFile(file, await exportPipeline(page));
  // The drift that comes stays unanswered by the end or not: 3 says that an alarm stands, and is no failure here.
  await command('npm', ['run', '-s', 'millrace', '--', 'live', file, '--backend', 'wasm', '--report', report]).catch(
    (error: { code?: number }) => expect(error.code).toBe(3),
  );
  expect(eventsOf(await readFile(report, 'utf8'))).toEqual(inBrowser);
});
