import { createHash } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { dropOnCanvas, node } from './page/canvas';
import { chooseFromFileMenu, openApp, openEmptyPipeline, openPipelineFile } from './page/open';
import { addOnlyTheFile, customersCsv, type PickedFile } from './page/own-data';
import { pipelineFile } from './page/pipeline-file';
import { runButton, showTab } from './page/run';

test.use({ actionTimeout: 15_000 });

const replaceFile = async (page: Page, file: PickedFile): Promise<void> => {
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Replace the file' }).click();
  await (await picking).setFiles(file);
};

async function openDisk(page: Page): Promise<Locator> {
  await chooseFromFileMenu(page, 'What lies on this disk…');
  const view = page.getByRole('dialog', { name: 'What lies on this disk' });
  await expect(view.getByText(/in all$/)).toBeVisible();
  return view;
}

const item = (view: Locator, text: string): Locator => view.getByRole('listitem').filter({ hasText: text });
const close = (view: Locator): Promise<void> =>
  view.getByRole('button', { name: 'Close', exact: true }).first().click();

async function rowsRead(page: Page, rows: number): Promise<void> {
  await runButton(page).click();
  const data = await showTab(page, 'Data');
  await expect(data.getByText(`${rows} rows`)).toBeVisible();
}

test('a replaced file is shown, with its size, until it is freed, and the pipeline runs on', async ({ page }) => {
  await openEmptyPipeline(page);
  await dropOnCanvas(page, customersCsv('old.csv', 400));
  await addOnlyTheFile(page);
  await node(page, 'CSV file').click();
  await replaceFile(page, customersCsv('new.csv', 100));
  await expect(page.getByText('new.csv').first()).toBeVisible();
  await rowsRead(page, 100);

  let view = await openDisk(page);
  await expect(item(view, 'new.csv')).toContainText('File');
  await expect(item(view, 'new.csv')).toContainText('2.1 kB');
  await expect(item(view, 'old.csv')).toContainText('File that Undo may bring back');
  await expect(view.getByRole('button', { name: /^Free/ })).toBeHidden();
  await close(view);

  // A new tab takes up the pipeline of a closed one, and has nothing to undo.
  const later = await page.context().newPage();
  await page.close();
  await openApp(later);
  await expect(node(later, 'CSV file')).toBeVisible();
  await expect(async () => {
    view = await openDisk(later);
    try {
      await expect(view.getByRole('button', { name: /^Free .* one file that no pipeline uses$/ })).toBeVisible({
        timeout: 500,
      });
    } catch (early) {
      await close(view);
      throw early;
    }
  }).toPass({ timeout: 40_000, intervals: [2_000] });
  await expect(item(view, 'old.csv')).toContainText('File that no pipeline uses');
  await view.getByRole('button', { name: /^Free/ }).click();
  const asked = later.getByRole('dialog', { name: /^Free .*\?$/ });
  await expect(asked).toContainText('old.csv');
  await asked.getByRole('button', { name: 'Keep' }).click();
  await expect(item(view, 'old.csv')).toBeVisible();
  await view.getByRole('button', { name: /^Free/ }).click();
  await asked.getByRole('button', { name: 'Remove' }).click();
  await expect(later.getByText(/kB freed$/).first()).toBeVisible();
  await expect(item(view, 'old.csv')).toBeHidden();
  await expect(item(view, 'new.csv')).toBeVisible();

  // The kept results would hide a file that is gone.
  const clear = view.getByRole('button', { name: 'Clear the results of Untitled pipeline' });
  await clear.click();
  await expect(clear).toBeHidden();
  await close(view);
  await later.reload();
  await expect(node(later, 'CSV file')).toBeVisible();
  await rowsRead(later, 100);
});

test('removing a file that is in use asks first, and its node asks for it again', async ({ page }) => {
  await openEmptyPipeline(page);
  await dropOnCanvas(page, customersCsv('customers.csv', 50));
  await addOnlyTheFile(page);
  await node(page, 'CSV file').click();
  const view = await openDisk(page);
  await item(view, 'customers.csv').getByRole('button', { name: 'Remove customers.csv' }).click();
  const asked = page.getByRole('dialog', { name: 'Remove “customers.csv”?' });
  await expect(asked).toContainText('will fail until the file is chosen again');
  await expect(asked.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(view).toBeVisible();
  await item(view, 'customers.csv').getByRole('button', { name: 'Remove customers.csv' }).click();
  await asked.getByRole('button', { name: 'Remove' }).click();
  await expect(item(view, 'customers.csv')).toBeHidden();
  await close(view);
  await expect(page.getByText(/is no longer here|no longer/).first()).toBeVisible();
});

test('a file that an earlier version kept is found where it lay, and listed', async ({ page }) => {
  await openEmptyPipeline(page);
  const { buffer } = customersCsv('', 30);
  const hash = createHash('sha256').update(buffer).digest('hex');
  await page.evaluate(
    async ([name, content]) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('lake', { create: true });
      const stream = await (await folder.getFileHandle(name ?? '', { create: true })).createWritable();
      await stream.write(content ?? '');
      await stream.close();
    },
    [hash, buffer.toString()],
  );
  const file = { name: 'early.csv', hash, bytes: buffer.length };
  await openPipelineFile(
    page,
    'early.json',
    pipelineFile('Early', [{ id: 'file', kind: 'ingest.file', params: { file } }], []),
  );
  await node(page, 'CSV file').click();
  await rowsRead(page, 30);
  const view = await openDisk(page);
  await expect(view.getByRole('region', { name: 'Early' })).toContainText('early.csv');
});

test('where the disk is full, the failure leads to what lies on it', async ({ page }) => {
  await openEmptyPipeline(page);
  await dropOnCanvas(page, customersCsv('small.csv', 20));
  await addOnlyTheFile(page);
  await node(page, 'CSV file').click();
  await expect(page.getByText('small.csv').first()).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
  await replaceFile(page, customersCsv('large.csv', 20_000));
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByText('This browser has no more room for Millrace.')).toBeVisible();
  await inspector.getByRole('button', { name: 'What lies on this disk…' }).click();
  const view = page.getByRole('dialog', { name: 'What lies on this disk' });
  await expect(item(view, 'small.csv')).toBeVisible();
  await expect(item(view, 'large.csv')).toBeHidden();
});
