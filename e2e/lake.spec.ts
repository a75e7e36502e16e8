import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { node } from './page/canvas';
import { openEmptyPipeline, openPipelineFile } from './page/open';
import type { PickedFile } from './page/own-data';
import { pipelineFile } from './page/pipeline-file';
import { runButton, showTab } from './page/run';

test.use({ actionTimeout: 15_000 });

/** Readings of a meter, `count` of them from the day `from` on. */
function readings(name: string, from: number, count: number, head = 'day,room,kwh'): PickedFile {
  const lines = Array.from({ length: count }, (_, i) => {
    const day = from + i;
    return [day, ['hall', 'lab'][day % 2], (day * 0.5 + 3).toFixed(1)].slice(0, head.split(',').length).join(',');
  });
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${[head, ...lines].join('\n')}\n`) };
}

const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

async function choose(page: Page, within: Locator, file: PickedFile): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await within.getByRole('button', { name: /^Choose/ }).click();
  await (await picking).setFiles(file);
}

async function makeSet(page: Page, file: PickedFile, name: string): Promise<Locator> {
  const panel = await showTab(page, 'Data lake');
  await panel.getByRole('button', { name: 'New data set' }).click();
  const asked = dialog(page, 'New data set');
  await choose(page, asked, file);
  await asked.getByRole('textbox', { name: 'Name' }).fill(name);
  await asked.getByRole('button', { name: 'Make the data set' }).click();
  await expect(asked).toBeHidden();
  return panel;
}

async function append(page: Page, file: PickedFile): Promise<Locator> {
  const panel = await showTab(page, 'Data lake');
  await panel.getByRole('button', { name: 'Append rows' }).click();
  const asked = dialog(page, 'Append rows to “meter”');
  await choose(page, asked, file);
  await asked.getByRole('button', { name: 'Append the rows' }).click();
  return asked;
}

const versions = (panel: Locator): Locator => panel.getByRole('table', { name: 'Versions of meter' });
const version = (panel: Locator, number: number): Locator =>
  versions(panel)
    .getByRole('row')
    .filter({ hasText: new RegExp(`^v${number}`) });

async function rowsRead(page: Page, rows: number): Promise<void> {
  // So short a run may be over before anybody sees that it can be cancelled.
  await runButton(page).click();
  const data = await showTab(page, 'Data');
  await expect(data.getByText(`${rows} rows`)).toBeVisible();
}

test('a set grows by appended files, nodes read its newest rows or a version for good, and a reload keeps it', async ({
  page,
}) => {
  await openEmptyPipeline(page);
  let panel = await showTab(page, 'Data lake');
  await expect(panel.getByText('The data lake is empty')).toBeVisible();
  panel = await makeSet(page, readings('january.csv', 1, 31), 'meter');
  await expect(version(panel, 1)).toContainText('january.csv');
  await expect(panel.getByRole('article').getByRole('cell', { name: 'hall' }).first()).toBeVisible();

  await panel.getByRole('button', { name: 'Read the newest' }).click();
  await expect(node(page, 'Data lake')).toBeVisible();
  await rowsRead(page, 31);

  await expect(await append(page, readings('february.csv', 32, 28))).toBeHidden();
  panel = page.getByRole('tabpanel');
  await expect(version(panel, 2)).toContainText('+28');
  await expect(version(panel, 2)).toContainText('newest');
  await rowsRead(page, 59);

  await page.reload();
  panel = await showTab(page, 'Data lake');
  await expect(version(panel, 2)).toContainText('february.csv');
  await rowsRead(page, 59);

  await node(page, 'Data lake').click();
  panel = await showTab(page, 'Data lake');
  await version(panel, 1).getByRole('button', { name: 'Pin version 1: read it for good' }).click();
  await expect(version(panel, 1)).toContainText('pinned by a node');
  await expect(node(page, 'Data lake')).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'Version' })).toContainText('Version 1 · 31 rows');
  await rowsRead(page, 31);
});

test('rows that do not fit are refused with the column’s name, and the same rows twice', async ({ page }) => {
  await openEmptyPipeline(page);
  await makeSet(page, readings('january.csv', 1, 31), 'meter');
  const asked = await append(page, readings('short.csv', 32, 5, 'day,room'));
  await expect(asked.getByText('The new rows lack the column “kwh” of the data set “meter”.')).toBeVisible();
  await choose(page, asked, readings('again.csv', 1, 31));
  await asked.getByRole('button', { name: 'Append the rows' }).click();
  await expect(asked.getByText(/appended/)).toBeVisible();
  await asked.getByRole('button', { name: 'Cancel' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(versions(panel).getByRole('row')).toHaveCount(2);
});

test('a dropped file is appended, a version comes back as CSV, and removal asks first', async ({ page }) => {
  await openEmptyPipeline(page);
  const panel = await makeSet(page, readings('january.csv', 1, 3), 'meter');
  const { name, buffer } = readings('february.csv', 4, 2);
  const dropped = await page.evaluateHandle(
    ([file, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text ?? ''], file ?? '', { type: 'text/csv' }));
      return data;
    },
    [name, buffer.toString()],
  );
  await panel.getByRole('article', { name: 'meter' }).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(version(panel, 2)).toContainText('+2');

  const coming = page.waitForEvent('download');
  await version(panel, 1).getByRole('button', { name: 'Download version 1 as CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^meter-[0-9a-f]{8}\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toBe(readings('', 1, 3).buffer.toString().replaceAll('.0\n', '\n'));

  await panel.getByRole('button', { name: 'Remove' }).click();
  const asked = dialog(page, 'Remove “meter”?');
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await expect(versions(panel)).toBeVisible();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await asked.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByText('The data lake is empty')).toBeVisible();
});

test('the output of a node is kept as a data set', async ({ page }) => {
  await openEmptyPipeline(page);
  await openPipelineFile(
    page,
    'iris.json',
    pipelineFile('Iris', [{ id: 'sample', kind: 'ingest.sample', params: { name: 'iris' } }], []),
  );
  await runButton(page).click();
  const data = await showTab(page, 'Data');
  await data.getByRole('button', { name: 'Keep in the lake' }).click();
  const asked = dialog(page, 'New data set');
  await expect(asked.getByRole('combobox', { name: 'Output table' })).toBeVisible();
  await asked.getByRole('textbox', { name: 'Name' }).fill('meter');
  await asked.getByRole('button', { name: 'Make the data set' }).click();
  await expect(version(page.getByRole('tabpanel', { name: 'Data lake' }), 1)).toContainText('150');
  await expect(version(page.getByRole('tabpanel'), 1)).toContainText('Sample data');
});

test('a loop that follows a set waits for rows and goes on with those that are appended', async ({ page }) => {
  test.setTimeout(120_000);
  await openEmptyPipeline(page);
  await makeSet(page, readings('january.csv', 1, 60), 'meter');
  await openPipelineFile(
    page,
    'meter.json',
    pipelineFile(
      'Meter',
      [
        { id: 'lake', kind: 'ingest.lake', params: { name: 'meter' } },
        {
          id: 'stream',
          kind: 'retrain.stream',
          params: { historyRows: 40, batchRows: 10, follow: 'meter', target: 'kwh' },
        },
        { id: 'encode', kind: 'prepare.encode' },
        { id: 'linear', kind: 'train.linear', params: { epochs: 5 } },
        { id: 'deploy', kind: 'serve.deploy' },
      ],
      [
        ['lake.table', 'stream.table'],
        ['stream.table', 'encode.table'],
        ['encode.table', 'linear.table'],
        ['linear.model', 'deploy.model'],
        ['stream.stream', 'deploy.stream'],
      ],
    ),
  );
  await expect(node(page, 'Stream')).toBeVisible();
  await page.getByRole('button', { name: /^Go live/ }).click();
  await expect(node(page, 'Stream')).toContainText('Waiting for new rows of “meter” after row 60', { timeout: 60_000 });
  await expect(await append(page, readings('february.csv', 61, 25))).toBeHidden();
  await expect(node(page, 'Stream')).toContainText('Waiting for new rows of “meter” after row 85', { timeout: 60_000 });
});
