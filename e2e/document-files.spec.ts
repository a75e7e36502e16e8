import { expect, test } from '@playwright/test';
import { dropOnCanvas, node, nodes, wires } from './page/canvas';
import { exportPipeline } from './page/exported';
import { openApp, openEmptyPipeline, openPipelineFile, openTemplate } from './page/open';
import { addOnlyTheFile, customersCsv } from './page/own-data';

test.use({ actionTimeout: 10_000 });
test.setTimeout(120_000);

test('an exported pipeline, opened in a browser that never saw it, exports the same bytes', async ({
  page,
  browser,
}) => {
  await openApp(page);
  await openTemplate(page, /^Diabetes/);
  await node(page, 'Train dense network').click();
  await page.getByRole('spinbutton', { name: 'Epochs' }).fill('12');
  const exported = await exportPipeline(page);
  expect(exported).toContain('"epochs": 12');

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openApp(other);
  await openPipelineFile(other, 'mine.json', exported);
  await expect(nodes(other, 'Evaluate')).toHaveCount(2);
  expect(await exportPipeline(other)).toBe(exported);
  await elsewhere.close();
});

test('after a reload the pipeline stands as it was left', async ({ page }) => {
  await openEmptyPipeline(page);
  await page.getByRole('textbox', { name: 'Name of the pipeline' }).fill('Kept over a reload');
  await page.keyboard.press('Enter');
  const palette = page.getByRole('navigation', { name: 'Kinds of node' });
  await palette.getByRole('button', { name: 'Sample data', exact: true }).dblclick();
  await palette.getByRole('button', { name: 'Split into parts', exact: true }).dblclick();
  await expect(wires(page)).toHaveCount(1);
  const before = await exportPipeline(page);

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue('Kept over a reload');
  await expect(nodes(page)).toHaveCount(2);
  expect(await exportPipeline(page)).toBe(before);
});

test('a CSV file dropped on the canvas becomes a node that knows its columns', async ({ page }) => {
  await openEmptyPipeline(page);
  await dropOnCanvas(page, customersCsv('dropped.csv'));
  await addOnlyTheFile(page);
  await expect(node(page, 'CSV file')).toContainText('dropped.csv');
  await expect(node(page, 'CSV file')).toContainText('300 × 5', { timeout: 30_000 });
});
