import { expect, test } from '@playwright/test';
import { node, nodes } from './page/canvas';
import { openApp, openPipelineFile, openTemplate } from './page/open';
import { longPipeline, slowPipeline } from './page/own-pipelines';
import { cancelButton, nodesThatSay, runButton, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 10_000 });
test.setTimeout(180_000);

test('editing the last of ten nodes runs that node alone; the others come from the cache', async ({ page }) => {
  await openApp(page);
  await openPipelineFile(page, 'ten.json', longPipeline());
  await expect(nodes(page)).toHaveCount(10);
  await runToTheEnd(page);
  await expect(nodesThatSay(page, 'done')).toHaveCount(10);

  await node(page, 'Evaluate').click();
  await page.getByRole('combobox', { name: 'Parts to measure' }).selectOption('Test');
  await expect(nodesThatSay(page, 'out of date')).toHaveCount(1);
  await runToTheEnd(page);
  await expect(nodesThatSay(page, 'cached')).toHaveCount(9);
  await expect(node(page, 'Evaluate').getByRole('img', { name: 'done' })).toBeVisible();
});

test('running to a node runs what leads to it and nothing after it', async ({ page }) => {
  await openApp(page);
  await openTemplate(page, /^Breast cancer/);
  await node(page, 'Scale numbers').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Run to here/ }).click();
  await expect(node(page, 'Scale numbers').getByRole('img', { name: 'done' })).toBeVisible({ timeout: 30_000 });
  await expect(node(page, 'Split into parts').getByRole('img', { name: 'done' })).toBeVisible();
  await expect(node(page, 'Train dense network').getByRole('img')).toHaveCount(0);
  await expect(node(page, 'Evaluate').getByRole('img')).toHaveCount(0);
});

test('curves grow while a model trains, and cancelling ends the run within a second and says so', async ({ page }) => {
  await openApp(page);
  await openPipelineFile(page, 'slow.json', slowPipeline());
  await runButton(page).click();

  // Nobody opened the charts: training did.
  await expect(page.getByRole('img', { name: 'Loss by epoch' })).toBeVisible({ timeout: 30_000 });
  const epoch = page.getByText(/Epoch \d+ of 2,?000/);
  await expect(epoch).toBeVisible();
  const epochNow = async (): Promise<number> => Number(/Epoch (\d+)/.exec(await epoch.innerText())?.[1]);
  const before = await epochNow();
  await expect.poll(epochNow, { timeout: 30_000 }).toBeGreaterThan(before + 1);

  // Timed inside the page, from the press to the page's answer, so that the test's own errands do not count.
  const answered = cancelButton(page).evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        button.addEventListener('click', () => {
          const asked = performance.now();
          new MutationObserver((_, observer) => {
            if (button.isConnected && button.textContent?.includes('Cancel')) return;
            observer.disconnect();
            resolve(performance.now() - asked);
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        });
      }),
  );
  await cancelButton(page).click();
  await expect(runButton(page)).toBeEnabled();
  expect(await answered).toBeLessThan(1_000);
  await expect(node(page, 'Train dense network').getByRole('img', { name: 'cancelled' })).toBeVisible();
  await showTab(page, 'Log');
  await expect(page.getByText(/^Cancelled after/)).toBeVisible();

  // What was finished before stays, and the pipeline can run again.
  await runButton(page).click();
  await expect(node(page, 'Scale numbers').getByRole('img', { name: 'cached' })).toBeVisible();
  await cancelButton(page).click();
  await expect(runButton(page)).toBeEnabled();
});
