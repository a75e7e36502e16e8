import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { allFindings } from './page/axe';
import { node } from './page/canvas';
import { openApp, openPipelineFile } from './page/open';
import { runButton, showTab } from './page/run';

test.use({ actionTimeout: 15_000 });
test.setTimeout(180_000);

/** Iris, split, scaled, a small network, evaluated. */
function iris(seed: number): string {
  const at = (id: string, kind: string, params: object, column: number) => ({
    id,
    kind,
    label: '',
    params,
    position: { x: 260 * column, y: 0 },
    mode: 'on',
  });
  return JSON.stringify({
    format: 'millrace/pipeline',
    version: 1,
    name: 'Iris',
    description: '',
    seed,
    nodes: [
      at('sample', 'ingest.sample', { name: 'iris' }, 0),
      at('split', 'prepare.split', {}, 1),
      at('scale', 'prepare.scale', {}, 2),
      at('model', 'train.dense', { epochs: 20, hidden: [8] }, 3),
      at('eval', 'train.evaluate', {}, 4),
    ],
    edges: [
      { from: 'sample.table', to: 'split.table' },
      { from: 'split.table', to: 'scale.table' },
      { from: 'scale.table', to: 'model.table' },
      { from: 'model.model', to: 'eval.model' },
      { from: 'scale.table', to: 'eval.table' },
    ],
    notes: [],
  });
}

async function trainWith(page: Page, seed: number): Promise<void> {
  await openPipelineFile(page, 'iris.json', iris(seed));
  // The pipeline of a first visit has such nodes too.
  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue('Iris');
  // So short a run may be over before anybody sees that it can be cancelled.
  await runButton(page).click();
  await expect(node(page, 'Evaluate').getByRole('img', { name: 'done', exact: true })).toBeVisible({ timeout: 60_000 });
}

const line = (panel: Locator): Locator => panel.getByRole('region', { name: 'Iris', exact: true });
const version = (panel: Locator, number: number): Locator =>
  line(panel)
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^v${number}`) });

test('versions are kept, compared, described, promoted, rolled back, and there after a reload', async ({ page }) => {
  await openApp(page);
  let panel = await showTab(page, 'Models');
  await expect(panel.getByText('No model has been kept yet')).toBeVisible();

  await trainWith(page, 42);
  panel = await showTab(page, 'Models');
  await expect(version(panel, 1)).toContainText('candidate');
  await expect(version(panel, 1)).toContainText(/Accuracy 0\.\d{3}|Accuracy 1\.000/);
  await expect(panel.getByRole('article')).toContainText('Scale numbers');

  await trainWith(page, 7);
  panel = await showTab(page, 'Models');
  await expect(version(panel, 2)).toContainText('candidate');

  await panel.getByRole('checkbox', { name: 'Compare version 1 of Iris' }).check();
  await panel.getByRole('checkbox', { name: 'Compare version 2 of Iris' }).check();
  const comparison = panel.getByRole('article', { name: 'Version v1 and version v2' });
  const row = (name: string): Locator =>
    comparison.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(row('Seed').getByRole('img', { name: 'differs' })).toBeVisible();
  await expect(row('Seed').getByRole('cell', { name: '42', exact: true })).toBeVisible();
  await expect(row('Pipeline hash').getByRole('img', { name: 'same' })).toBeVisible();
  await expect(row('Data hash').getByRole('img', { name: 'same' })).toBeVisible();
  await expect(row('Accuracy').getByRole('cell').last()).toHaveText(/better|worse|same/);
  await expect(comparison.getByText('Loss by epoch')).toBeVisible();
  await comparison.getByRole('button', { name: 'End comparing' }).click();

  await version(panel, 1).getByRole('button').click();
  const card = panel.getByRole('textbox', { name: 'Model card' });
  expect.soft(await allFindings(page), 'a model card').toEqual([]);
  await card.fill('For the flower bed.');
  await panel.getByRole('button', { name: 'Save the card' }).click();
  await expect(panel.getByText('not saved yet')).toBeHidden();

  await panel.getByRole('button', { name: 'Promote', exact: true }).click();
  await expect(version(panel, 1)).toContainText('champion');
  await version(panel, 2).getByRole('button').click();
  await panel.getByRole('button', { name: 'Promote', exact: true }).click();
  await expect(version(panel, 2)).toContainText('champion');
  await expect(version(panel, 1)).toContainText('archived');
  await line(panel).getByRole('button', { name: 'Roll back' }).click();
  await expect(version(panel, 1)).toContainText('champion');
  await expect(version(panel, 2)).toContainText('archived');

  await page.reload();
  panel = await showTab(page, 'Models');
  await expect(version(panel, 1)).toContainText('champion');
  await version(panel, 1).getByRole('button').click();
  await expect(panel.getByRole('textbox', { name: 'Model card' })).toHaveValue('For the flower bed.');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Champion again, by rollback' })).toBeVisible();
});

test('a version is downloaded, put on the canvas as a saved model, and removed only when that is confirmed', async ({
  page,
}) => {
  await openApp(page);
  await trainWith(page, 42);
  const panel = await showTab(page, 'Models');
  await expect(version(panel, 1)).toBeVisible();

  const coming = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download' }).click();
  const file = await (await coming).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'millrace/model',
    version: 2,
    body: { type: 'network', origin: expect.anything() },
  });

  await panel.getByRole('button', { name: 'Onto the canvas' }).click();
  const saved = node(page, 'Iris v1');
  await expect(saved).toBeVisible();
  await expect(saved.getByRole('img', { name: /^(done|cached)$/ })).toBeVisible();
  await expect(version(panel, 2)).toBeHidden();
  await panel.getByRole('button', { name: 'Remove' }).click();
  const question = page.getByRole('dialog', { name: 'Remove version 1 of Iris?' });
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(version(panel, 1)).toBeVisible();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByText('No model has been kept yet')).toBeVisible();
});

test('versions stay where the browser hands out no private file system', async ({ page }) => {
  let changed = 0;
  await page.route(/engine\.worker-.*\.js$/, async (route) => {
    const response = await route.fetch();
    changed++;
    await route.fulfill({ response, body: `delete globalThis.FileSystemFileHandle;${await response.text()}` });
  });
  await openApp(page);
  await trainWith(page, 42);
  await expect(version(await showTab(page, 'Models'), 1)).toContainText('candidate');
  expect(changed).toBe(1);
  await page.reload();
  const panel = await showTab(page, 'Models');
  await expect(version(panel, 1)).toContainText('candidate');
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases).toContain('millrace-registry');
});
