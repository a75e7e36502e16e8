import { expect, type Page, test } from '@playwright/test';
import { node } from './page/canvas';
import { openApp, openPipelineFile } from './page/open';
import { longPipeline, slowPipeline } from './page/own-pipelines';
import { cancelButton, nodesThatSay, runButton, runToTheEnd, showTab } from './page/run';
import { holdWorkers } from './page/workers';

test.use({ actionTimeout: 10_000 });
test.setTimeout(150_000);

async function startSlowTraining(page: Page): Promise<void> {
  await openApp(page);
  await openPipelineFile(page, 'slow.json', slowPipeline());
  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue('Slow');
  await runButton(page).click();
  await expect(node(page, 'Train dense network').getByRole('progressbar')).toBeVisible({ timeout: 40_000 });
}

test('an engine that breaks during training is started again: the pipeline and finished results stay', async ({
  page,
}) => {
  await holdWorkers(page);
  await startSlowTraining(page);
  await page.evaluate(() => {
    const [worker] = Reflect.get(window, 'workers').slice(-1);
    worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
  });
  await page.getByRole('button', { name: /^Notices, 2 new$/ }).click();
  const notices = page.getByRole('dialog', { name: 'Notices' });
  await expect(notices.getByRole('listitem').filter({ hasText: 'engine broke down: out of memory' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(notices).toBeHidden();
  await expect(runButton(page)).toBeEnabled();
  await expect(nodesThatSay(page, 'failed')).toHaveCount(1);
  await expect(nodesThatSay(page, 'done').or(nodesThatSay(page, 'cached'))).toHaveCount(3);
  const problems = await showTab(page, 'Problems');
  await expect(problems).toContainText('Train dense network');
  await runButton(page).click();
  await expect(nodesThatSay(page, 'cached')).toHaveCount(3, { timeout: 30_000 });
  await cancelButton(page).click();
  await expect(runButton(page)).toBeEnabled();
});

test('cancelling stops training at once, and says so', async ({ page }) => {
  await startSlowTraining(page);
  await cancelButton(page).click();
  await expect(runButton(page)).toBeEnabled();
  await expect(nodesThatSay(page, 'cancelled')).toHaveCount(1);
  // A step that takes longer than the client's patience would have cost the engine.
  expect(await page.getByText(/engine was started again/).count()).toBe(0);
});

test('an engine that hangs is ended when its run is cancelled, and the next run works', async ({ page }) => {
  // A step that never gives its thread back: the worker spins as soon as it is told to.
  await page.route(/\/assets\/engine\.worker-.*\.js$/, async (route) => {
    const response = await route.fetch();
    const spin = `self.addEventListener('message', (event) => { if (event.data === 'hang') for (;;); });\n`;
    await route.fulfill({ response, body: spin + (await response.text()) });
  });
  await holdWorkers(page);
  await startSlowTraining(page);
  await page.evaluate(() => Reflect.get(window, 'workers').at(-1).postMessage('hang'));
  await cancelButton(page).click();
  await expect(runButton(page)).toBeEnabled({ timeout: 10_000 });
  await expect(page.getByText(/engine was started again/).first()).toBeVisible();
  await openPipelineFile(page, 'long.json', longPipeline());
  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue('Ten in a row');
  await runToTheEnd(page);
  await expect(nodesThatSay(page, 'failed')).toHaveCount(0);
});

test('the pipeline is back after the page is loaded again in the middle of training', async ({ page }) => {
  await startSlowTraining(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue('Slow');
  await expect(node(page, 'Train dense network')).toBeVisible();
  await expect(runButton(page)).toBeEnabled();
});
