import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { dropOnCanvas, node, nodes, wires } from './page/canvas';
import { exportPipeline } from './page/exported';
import { openApp, openEmptyPipeline, openPipelineFile, openTemplate } from './page/open';
import { addOnlyTheFile, csvFile, customersCsv, type PickedFile } from './page/own-data';
import { readingFile } from './page/own-pipelines';

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

test('a pipeline whose file is not here names it as it opens, and goes on once the file is chosen', async ({
  page,
}) => {
  const rows = customersCsv();
  const hash = createHash('sha256').update(rows.buffer).digest('hex');
  const file = { name: 'customers of May.csv', hash, bytes: rows.buffer.length };
  await openApp(page);
  await openPipelineFile(page, 'mine.json', readingFile(file));
  const dialog = page.getByRole('dialog', { name: 'A file that this pipeline needs is not here' });
  await expect(dialog.getByRole('listitem')).toContainText(/customers of May\.csv.*for CSV file.*not here yet/);
  const give = async (picked: PickedFile) => {
    const picking = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files' }).click();
    await (await picking).setFiles(picked);
  };
  await give(csvFile('June.csv', 'a,b\n1,2\n'));
  await expect(dialog.getByRole('alert')).toContainText('June.csv is not the file');
  await page.screenshot({ path: 'test-results/missing-file.png' });
  await give({ ...rows, name: 'renamed.csv' });
  await expect(dialog).toBeHidden();
  await expect(node(page, 'CSV file')).toContainText('300 × 5', { timeout: 30_000 });
});
