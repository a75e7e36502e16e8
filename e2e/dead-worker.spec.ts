import { expect, test } from '@playwright/test';
import { currentTick, goLive, playAt, tickAtLeast } from './page/live';
import { openApp, openTemplate } from './page/open';
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
  await expect(failed).toBeVisible({ timeout: 60_000 });
  const tick = Number((await failed.innerText()).replace(/\D/g, ''));
  expect(tick).toBeGreaterThanOrEqual(24);
  await page.screenshot({ path: 'test-results/dead-worker.png' });
  await failed.hover();
  await expect(page.getByRole('tooltip')).toContainText('no longer answers');

  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue(name);
  const goOn = header.getByRole('button', { name: /^Go on from tick \d+$/ });
  expect(Number((await goOn.innerText()).replace(/\D/g, ''))).toBeLessThanOrEqual(tick);
  await goOn.click();
  await tickAtLeast(page, tick + 5);
  await expect(failed).toHaveCount(0);
  expect(await currentTick(page)).toBeGreaterThan(tick);
});
