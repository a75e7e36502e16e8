import { expect, test } from '@playwright/test';
import { node } from './page/canvas';
import { currentTick, goLive, playAt, tickAtLeast } from './page/live';
import { openApp, openPipelineFile, openTemplate } from './page/open';
import { slowPipeline } from './page/own-pipelines';
import { nodesThatSay, runButton } from './page/run';
import { holdWorkers } from './page/workers';

test.use({ actionTimeout: 15_000 });
test.setTimeout(240_000);

test('a loop whose engine dies without a word is said to have failed, and goes on from its checkpoint', async ({
  page,
}) => {
  await holdWorkers(page);
  await openApp(page);
  await openTemplate(page, /^Sudden drift/);
  const name = await page.getByRole('textbox', { name: 'Name of the pipeline' }).inputValue();
  await goLive(page);
  await playAt(page, /^5 ticks/);
  await tickAtLeast(page, 24);
  // As the browser ends a worker that took too much memory: nothing is told to anybody.
  await page.evaluate(() => Reflect.get(window, 'workers').at(-1).terminate());

  const header = page.getByRole('banner');
  const failed = header.getByRole('status').filter({ hasText: /^Failed at tick \d+$/ });
  await expect(failed).toBeVisible({ timeout: 10_000 });
  const tick = Number((await failed.innerText()).replace(/\D/g, ''));
  expect(tick).toBeGreaterThanOrEqual(24);
  await page.screenshot({ path: 'test-results/dead-worker.png' });
  await failed.hover();
  await expect(page.getByRole('tooltip')).toContainText('The engine is gone');

  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue(name);
  const goOn = header.getByRole('button', { name: /^Go on from tick \d+$/ });
  expect(Number((await goOn.innerText()).replace(/\D/g, ''))).toBeLessThanOrEqual(tick);
  await goOn.click();
  await tickAtLeast(page, tick + 5);
  await expect(failed).toHaveCount(0);
  expect(await currentTick(page)).toBeGreaterThan(tick);
});

test('an engine that is busy for long is not taken for dead, but said to be silent, and can be started again', async ({
  page,
}) => {
  // Stands in for a driver that compiles for half a minute: the thread is alive, and answers nobody.
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      override postMessage(message: unknown, transfer?: unknown) {
        if (sessionStorage.getItem('test/busy') === null || !JSON.stringify(message).includes('"ping"'))
          super.postMessage(message, Array.isArray(transfer) ? transfer : []);
      }
    };
  });
  await openApp(page);
  // Longer than the page waits before it offers to start the engine again.
  await openPipelineFile(page, 'slow.json', slowPipeline(10_000));
  await runButton(page).click();
  await expect(node(page, 'Train dense network').getByRole('progressbar')).toBeVisible({ timeout: 40_000 });
  await page.evaluate(() => sessionStorage.setItem('test/busy', 'yes'));
  const silent = page.getByRole('status').filter({ hasText: /^The engine has not answered for \d+ s/ });
  await expect(silent).toBeVisible({ timeout: 12_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(node(page, 'Train dense network').getByRole('progressbar')).toBeVisible();
  await silent.getByRole('button', { name: 'Start the engine again' }).click({ timeout: 30_000 });
  await expect(silent).toHaveCount(0);
  await page.evaluate(() => sessionStorage.removeItem('test/busy'));
  await expect(runButton(page)).toBeEnabled();
  await expect(nodesThatSay(page, 'failed')).toHaveCount(1);
});
