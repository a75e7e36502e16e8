import { expect, type Page, test } from '@playwright/test';
import { node } from './page/canvas';
import { openApp, openPipelineFile } from './page/open';
import { customersCsv } from './page/own-data';
import { pipelineFile } from './page/pipeline-file';
import { runButton, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 10_000 });

/** Customers with a number for each and the answer under another name. */
function flatteringCsv() {
  const [header = '', ...rows] = customersCsv().buffer.toString().trim().split('\n');
  const lines = rows.map((row, k) => `${k + 1},${row.endsWith('yes') ? 9 : 4},${row}`);
  return {
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([`nr,kept,${header}`, ...lines].join('\n')),
  };
}

/** A file that is scaled before it is split. */
async function openLeaky(page: Page): Promise<void> {
  await openApp(page);
  const chain = ['file1', 'columns1', 'missing1', 'encode1', 'scale1', 'split1', 'linear1'];
  await openPipelineFile(
    page,
    'leaky.json',
    pipelineFile(
      'Leaky',
      [
        { id: 'file1', kind: 'ingest.file' },
        { id: 'columns1', kind: 'prepare.columns', params: { target: 'stays' } },
        { id: 'missing1', kind: 'prepare.missing' },
        { id: 'encode1', kind: 'prepare.encode' },
        { id: 'scale1', kind: 'prepare.scale' },
        { id: 'split1', kind: 'prepare.split' },
        { id: 'linear1', kind: 'train.linear', params: { epochs: 5 } },
        { id: 'evaluate1', kind: 'train.evaluate' },
      ],
      [
        ...chain.slice(1).map((id, k) => [`${chain[k]}.table`, `${id}.table`] as const),
        ['linear1.model', 'evaluate1.model'],
        ['split1.table', 'evaluate1.table'],
      ],
    ),
  );
  await node(page, 'CSV file').click();
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await picking).setFiles(flatteringCsv());
  await expect(node(page, 'CSV file')).toContainText('300 × 7', { timeout: 30_000 });
}

test('steps that learned from test rows are warned of before a run and after it, beside the figures too', async ({
  page,
}) => {
  await openLeaky(page);
  const problems = await showTab(page, 'Problems');
  const leaks = problems.getByText(/learns from rows that a later split sets aside/);
  await expect(leaks).toHaveCount(3);
  await runToTheEnd(page);
  await showTab(page, 'Problems');
  await expect(leaks).toHaveCount(3);
  const results = await showTab(page, 'Results');
  await expect(results.getByText(/look better than they are: steps before the split/)).toBeVisible();
});

test('a column that gives the answer away is dropped at one click, which undo takes back', async ({ page }) => {
  await openLeaky(page);
  await runToTheEnd(page);
  const problems = await showTab(page, 'Problems');
  const given = problems.getByText(/^This column alone tells “stays”/);
  await expect(given).toBeVisible();
  const results = await showTab(page, 'Results');
  await expect(results.getByText(/look better than they are: “kept”: This column alone tells “stays”/)).toBeVisible();
  await showTab(page, 'Problems');
  await problems.getByRole('button', { name: 'Drop “kept”' }).click();
  await runButton(page).click();
  await expect(node(page, 'Choose columns')).toContainText('300 × 6');
  await expect(runButton(page)).toBeEnabled();
  // A training that takes a while has opened the charts.
  await showTab(page, 'Problems');
  await expect(given).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await runButton(page).click();
  await expect(node(page, 'Choose columns')).toContainText('300 × 7');
  await showTab(page, 'Problems');
  await expect(given).toBeVisible();
});
