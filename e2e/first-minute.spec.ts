import { expect, test } from '@playwright/test';
import { findings } from './page/axe';
import { canvas, dropOn, node, nodes } from './page/canvas';
import { openApp } from './page/open';
import { customersCsv } from './page/own-data';
import { nodesThatSay, runButton } from './page/run';
import { FIRST_VISIT } from './page/visits';

test.use({ storageState: FIRST_VISIT, actionTimeout: 10_000 });
test.setTimeout(120_000);

test('a first visitor sees the whole once, runs by one press, is shown around, and asks a stage what it is made of', async ({
  page,
}) => {
  await openApp(page);
  const picture = page.getByRole('dialog', { name: 'From raw data to a model that keeps up' });
  await expect(picture).toBeFocused({ timeout: 30_000 });
  await expect(picture.getByRole('list').first().getByRole('heading')).toHaveText([
    /Ingestion/,
    /Preparation/,
    /Model training/,
    /Prediction serving/,
    /Retraining/,
  ]);
  expect(await findings(page, '[role=dialog]')).toEqual([]);
  await page.screenshot({ path: 'test-results/first-visit.png' });
  await runButton(page).click();
  await expect(picture).toBeHidden();
  await expect(nodesThatSay(page, 'done')).toHaveCount(await nodes(page).count(), { timeout: 60_000 });

  await page.reload();
  await expect(node(page, 'Sample data')).toBeVisible();
  const help = page.getByRole('button', { name: 'Help', exact: true });
  await help.click();
  await page.getByRole('menuitem', { name: 'How it fits together' }).click();
  await expect(picture).toBeFocused();
  await dropOn(picture, customersCsv());
  await expect(picture).toBeHidden();
  const asked = page.getByRole('dialog', { name: 'What shall be predicted?' });
  await expect(asked.getByRole('combobox', { name: 'Predict' })).toBeFocused({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();

  await help.click();
  await page.getByRole('menuitem', { name: 'How it fits together' }).click();
  await expect(picture).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(picture).toBeHidden();

  await help.click();
  await page.getByRole('menuitem', { name: 'Show me around' }).click();
  for (const title of ['The pipeline', 'The stages', 'The wires', 'Run', 'Results', 'Take it away']) {
    await expect(page.getByRole('dialog', { name: title, exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeFocused();
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const head = canvas(page).getByRole('button', { name: /Ingestion$/ });
  await head.focus();
  await page.keyboard.press('Enter');
  const boxes = page.getByRole('dialog', { name: 'What Ingestion is made of' });
  await expect(boxes.getByRole('term')).toHaveText(['Data lake', 'ETL']);
  await expect(boxes.getByRole('button', { name: 'Add Sample data' })).toBeFocused();
  expect(await findings(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(head).toBeFocused();
  await page.keyboard.press('Enter');
  await boxes.getByRole('button', { name: 'Add CSV file' }).click();
  await expect(node(page, 'CSV file')).toBeFocused();
});
