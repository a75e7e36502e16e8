import { expect, type Locator, type Page, test } from '@playwright/test';
import { passengersCsv, rentalsCsv } from '../src/testing/nodes/own-csv';
import { canvas, dropOnCanvas, node, nodes, wires } from './page/canvas';
import { nothingOnTheCanvas, openApp, openEmptyPipeline } from './page/open';
import { csvFile } from './page/own-data';
import { nodesThatSay, readFigure, runButton } from './page/run';

test.use({ actionTimeout: 30_000 });
test.setTimeout(180_000);

const asked = (page: Page): Locator => page.getByRole('dialog', { name: 'What shall be predicted?' });

test('a dropped file of passengers becomes a pipeline that has run after one decision', async ({ page }) => {
  await openEmptyPipeline(page);
  await dropOnCanvas(page, csvFile('passengers.csv', passengersCsv()));
  const dialog = asked(page);
  await expect(dialog.getByRole('combobox', { name: 'Predict' })).toHaveValue('Saved');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'It numbers the rows.' })).toContainText('Number');
  await expect(dialog.getByRole('listitem').filter({ hasText: /^Name/ })).toContainText('names or free text');
  await page.screenshot({ path: 'test-results/own-data-passengers.png' });
  await dialog.getByRole('button', { name: 'Build and run' }).click();
  await expect(dialog).toBeHidden();
  await expect(nodesThatSay(page, 'done')).toHaveCount(8, { timeout: 60_000 });
  await expect(wires(page)).toHaveCount(8);
  const accuracy = await readFigure(page, 'Accuracy');
  expect(accuracy.model).toBeGreaterThan(accuracy.baseline);
  await page.screenshot({ path: 'test-results/own-data-built.png' });
  await canvas(page).focus();
  await page.keyboard.press('Control+z');
  await nothingOnTheCanvas(page);
});

test('hours of a rental are split by time, without what adds up to the answer, and become a loop, by keyboard', async ({
  page,
}) => {
  await openApp(page);
  const before = await nodes(page).count();
  const picking = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type('your own data');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/Predict from your own data/);
  await page.keyboard.press('Enter');
  await (await picking).setFiles(csvFile('rentals.csv', rentalsCsv(30)));
  const dialog = asked(page);
  const target = dialog.getByRole('combobox', { name: 'Predict' });
  await expect(target).toBeFocused();
  await expect(target).toHaveValue('rented');
  await expect(dialog.getByRole('radio', { name: 'The newest rows' })).toBeChecked();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'regular' }).first()).toContainText('adding up');
  await page.screenshot({ path: 'test-results/own-data-rentals.png' });
  const build = dialog.getByRole('button', { name: 'Build and run' });
  await expect(build).toBeEnabled();
  await page.keyboard.press('Shift+Tab');
  for (let n = 0; n < 12 && !(await build.evaluate((one) => one === document.activeElement)); n++)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(node(page, 'Split into parts')).toContainText('by time');
  await expect(nodesThatSay(page, 'done')).toHaveCount(6, { timeout: 60_000 });

  await page.getByRole('button', { name: 'Make it a loop…' }).focus();
  await page.keyboard.press('Enter');
  const loop = page.getByRole('dialog', { name: 'Make it a loop' });
  await expect(loop.getByRole('combobox', { name: 'Rows come in order of' })).toHaveValue('day');
  await expect(loop.getByRole('spinbutton', { name: 'Rows in each batch' })).not.toHaveValue('');
  await page.screenshot({ path: 'test-results/own-data-loop.png' });
  await loop.getByRole('button', { name: 'Make it and go live' }).focus();
  await page.keyboard.press('Enter');
  await expect(nodes(page)).toHaveCount(12);
  await expect(wires(page)).toHaveCount(16);
  await expect(page.getByRole('button', { name: 'One tick' })).toBeVisible({ timeout: 60_000 });
  await expect(node(page, 'Deploy')).toContainText(/answered|rows/, { timeout: 30_000 });
  await page.screenshot({ path: 'test-results/own-data-live.png' });
  await page.getByRole('button', { name: 'Stop the loop' }).click();
  await expect(page.getByRole('button', { name: 'Go live again' })).toBeVisible();

  await canvas(page).focus();
  await page.keyboard.press('Control+z');
  await expect(nodes(page)).toHaveCount(6);
  await page.keyboard.press('Control+z');
  await expect(nodes(page)).toHaveCount(before);
  await expect(runButton(page)).toBeEnabled();
});
