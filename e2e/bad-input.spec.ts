import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, node } from './page/canvas';
import { chooseFromFileMenu, openApp, openEmptyPipeline, openPipelineFile } from './page/open';
import { pipelineFile } from './page/pipeline-file';
import { nodesThatSay, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 10_000 });

const refusal = (page: Page) => page.getByRole('dialog', { name: /could not be opened/ });
const mending = (page: Page) => page.getByRole('dialog', { name: /is open, with something to mend/ });
const close = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

/** The page still does its work: the template that stood there runs to its end. */
async function goesOn(page: Page): Promise<void> {
  await runToTheEnd(page);
  await expect(nodesThatSay(page, 'failed')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Results' })).toBeVisible();
}

test('a corrupt pipeline file says where it breaks, and what stood there stays and runs', async ({ page }) => {
  await openApp(page);
  await openPipelineFile(page, 'cut.json', '{\n  "format": "millrace/pipeline",\n  "version": 1,\n  "nodes": [');
  await expect(refusal(page)).toContainText(/cut\.json/);
  await expect(refusal(page)).toContainText(/line \d|end/i);
  await close(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  await goesOn(page);
});

test('a pipeline file of 200 MB is refused at once, with its size', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-huge-'));
  const path = join(folder, 'huge.json');
  const huge = await open(path, 'w');
  await huge.truncate(200 * 2 ** 20);
  await huge.close();
  await openApp(page);
  const picking = page.waitForEvent('filechooser');
  await chooseFromFileMenu(page, /^Open/);
  const started = Date.now();
  await (await picking).setFiles(path);
  await expect(refusal(page)).toContainText(/200 MB/);
  expect(Date.now() - started).toBeLessThan(5_000);
  await close(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  await rm(folder, { recursive: true });
});

test('a cycle opens with an error on the nodes in it, and cutting it makes them run', async ({ page }) => {
  await openApp(page);
  const nodes = [
    { id: 'data1', kind: 'ingest.sample', params: { name: 'iris' } },
    { id: 'missing1', kind: 'prepare.missing' },
    { id: 'scale1', kind: 'prepare.scale' },
  ];
  await openPipelineFile(
    page,
    'ring.json',
    pipelineFile('Ring', nodes, [
      ['missing1.table', 'scale1.table'],
      ['scale1.table', 'missing1.table'],
    ]),
  );
  await expect(mending(page)).toContainText(/cycle|circle|loop/i);
  await close(page);
  const problems = await showTab(page, 'Problems');
  await expect(problems).toContainText('Handle missing values');
  await expect(problems).toContainText('Scale numbers');
  await openPipelineFile(
    page,
    'row.json',
    pipelineFile('Row', nodes, [
      ['data1.table', 'missing1.table'],
      ['missing1.table', 'scale1.table'],
    ]),
  );
  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue('Row');
  await goesOn(page);
});

test('an unknown kind stands as a placeholder, and saving keeps it to the letter', async ({ page }) => {
  await openApp(page);
  const text = pipelineFile(
    'From tomorrow',
    [
      { id: 'data1', kind: 'ingest.sample', params: { name: 'iris' } },
      { id: 'new1', kind: 'prepare.tomorrow', label: 'Not yet', params: { depth: 3, words: ['a', { b: null }] } },
    ],
    [['data1.table', 'new1.table']],
  );
  await openPipelineFile(page, 'tomorrow.json', text);
  await expect(mending(page)).toContainText('new1');
  await close(page);
  await expect(canvas(page).getByText('Unknown kind, kept as it is').filter({ visible: true }).first()).toBeVisible();
  const saving = page.waitForEvent('download');
  await chooseFromFileMenu(page, /^Pipeline \(JSON\)/);
  const saved = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
  const before = JSON.parse(text);
  expect(saved.nodes).toEqual(before.nodes);
  expect(saved.edges).toEqual(before.edges);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(nodesThatSay(page, 'done').or(nodesThatSay(page, 'cached'))).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
});

test('a data file that this browser does not hold is named, on its node, with the remedy', async ({ page }) => {
  await openApp(page);
  await openPipelineFile(
    page,
    'elsewhere.json',
    pipelineFile(
      'Elsewhere',
      [
        {
          id: 'file1',
          kind: 'ingest.file',
          params: { file: { name: 'sales.csv', hash: 'ab'.repeat(32), bytes: 120 } },
        },
        { id: 'missing1', kind: 'prepare.missing' },
      ],
      [['file1.table', 'missing1.table']],
    ),
  );
  const missing = page.getByRole('dialog').filter({ hasText: 'sales.csv' });
  await missing.getByRole('button', { name: 'Later' }).click();
  await expect(nodesThatSay(page, 'failed')).toHaveCount(1, { timeout: 30_000 });
  const problems = await showTab(page, 'Problems');
  await expect(problems).toContainText('CSV file');
  await expect(problems).toContainText('sales.csv');
  await expect(problems).toContainText(/choose|again/i);
  await node(page, 'CSV file').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('no longer holds sales.csv');
  const picking = page.waitForEvent('filechooser');
  await inspector.getByRole('button', { name: 'Replace the file' }).click();
  await (await picking).setFiles({ name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n3,4\n') });
  await expect(node(page, 'CSV file')).toContainText('2 × 2', { timeout: 30_000 });
  await goesOn(page);
});

test('a workbook given as CSV is refused on its node, and a real CSV then takes its place', async ({ page }) => {
  await openEmptyPipeline(page);
  await openPipelineFile(page, 'one.json', pipelineFile('One', [{ id: 'file1', kind: 'ingest.file' }], []));
  // A file that is not chosen yet is something to mend.
  await node(page, 'CSV file').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const give = async (name: string, buffer: Buffer): Promise<void> => {
    const picking = page.waitForEvent('filechooser');
    await inspector.getByRole('button', { name: /(Choose a|Replace the) file/ }).click();
    await (await picking).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  const workbook = Buffer.from([
    0x50,
    0x4b,
    3,
    4,
    20,
    0,
    6,
    0,
    8,
    0,
    ...Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
  ]);
  await give('figures.xlsx', workbook);
  await expect(nodesThatSay(page, 'failed')).toHaveCount(1, { timeout: 30_000 });
  await expect(inspector).toContainText(/Excel|spreadsheet|workbook/i);
  await expect(inspector).toContainText(/CSV/);
  await give('figures.csv', Buffer.from('a,b\n1,2\n3,4\n5,6\n'));
  await expect(node(page, 'CSV file')).toContainText('3 × 2', { timeout: 30_000 });
});

test('a value that training never saw is answered, and the answer says so', async ({ page }) => {
  await openEmptyPipeline(page);
  const lines = Array.from({ length: 1_300 }, (_, i) => `w${i % 65},${i},${i % 65 > 30 ? 'yes' : 'no'}`);
  await openPipelineFile(
    page,
    'words.json',
    pipelineFile(
      'Words',
      [
        { id: 'file1', kind: 'ingest.file' },
        { id: 'columns1', kind: 'prepare.columns', params: { target: 'y' } },
        { id: 'encode1', kind: 'prepare.encode' },
        { id: 'split1', kind: 'prepare.split' },
        { id: 'linear1', kind: 'train.linear', params: { epochs: 10 } },
      ],
      [
        ['file1.table', 'columns1.table'],
        ['columns1.table', 'encode1.table'],
        ['encode1.table', 'split1.table'],
        ['split1.table', 'linear1.table'],
      ],
    ),
  );
  await node(page, 'CSV file').click();
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await picking).setFiles({
    name: 'words.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`word,x,y\n${lines.join('\n')}\n`),
  });
  await expect(node(page, 'CSV file')).toContainText(/1,?300 × 3/, { timeout: 30_000 });
  await runToTheEnd(page);
  const predict = await showTab(page, 'Predict');
  await predict.getByRole('textbox', { name: 'word' }).fill('never seen');
  await expect(predict.getByText(/“never seen”/)).toBeVisible({ timeout: 20_000 });
});
