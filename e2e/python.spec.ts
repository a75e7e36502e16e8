import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { codes } from '../src/nodes/codes';
import { pythonWith } from '../src/testing/python/find-python';
import { findings } from './page/axe';
import { canvas, node } from './page/canvas';
import { giveCommand, tabTo } from './page/keyboard';
import { chooseFromFileMenu, openApp } from './page/open';
import { openFile, pipelineFile } from './page/pipeline-file';

test.use({ actionTimeout: 15_000 });

const HOW = 'How would I write this?';
const python = pythonWith();

/** Wine, scaled twice, and its neighbours. */
const wine = pipelineFile(
  'Wine / 와인',
  [
    { id: 'scale1', kind: 'prepare.scale', label: 'First' },
    { id: 'scale2', kind: 'prepare.scale', label: 'Second', params: { method: 'minmax' } },
    { id: 'knn1', kind: 'train.neighbours' },
    { id: 'wine1', kind: 'ingest.sample', params: { name: 'wine' } },
  ],
  [
    ['wine1.table', 'scale1.table'],
    ['scale1.table', 'scale2.table'],
    ['scale2.table', 'knn1.table'],
  ],
);

async function open(page: Page, text = wine): Promise<void> {
  await openApp(page);
  await openFile(page, { name: 'wine.json', text });
  await expect(canvas(page).locator('.react-flow__node').first()).toBeVisible();
}

const inspector = (page: Page): Locator => page.getByRole('complementary', { name: /Inspector|속성/ });
const dialog = (page: Page, name = 'Export as Python'): Locator => page.getByRole('dialog', { name });

/** Presses the button that downloads, and takes the files out of what comes. */
async function downloaded(page: Page, button: Locator) {
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await button.click();
  const download = await coming;
  return { name: download.suggestedFilename(), files: unzipSync(await readFile(await download.path())) };
}

/** Python's own reader takes it. */
function expectPython(source: Uint8Array | undefined): void {
  expect(source).toBeDefined();
  if (python === null || source === undefined) return;
  const { status, stderr } = spawnSync(python, ['-m', 'ast', '-'], { input: source, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

test('a template is exported as a script that Python reads, beside its data, in a folder of its own', async ({
  page,
}) => {
  await openApp(page);
  await chooseFromFileMenu(page, /^Export as Python/);
  const { name, files } = await downloaded(page, dialog(page).getByRole('button', { name: 'Download' }));
  const folder = name.replace(/\.zip$/, '');
  expect(folder).toMatch(/-python$/);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([`${folder}/pipeline.py`, expect.stringMatching(/-python\/data\/\w+\.csv$/)]),
  );
  expectPython(files[`${folder}/pipeline.py`]);
  await expect(dialog(page).getByRole('status')).toContainText(`${name} is among your downloads`);
});

test('a notebook with what was learned is exported by keyboard, in Korean too', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '한국어로 보기' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '명령 검색' })).toBeFocused();
  await page.keyboard.type('파이썬');
  await expect(page.getByRole('option', { name: /파이썬/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const asking = dialog(page, '파이썬으로 내보내기');
  await tabTo(page, asking.getByRole('radio', { name: '스크립트' }));
  const notebookForm = asking.getByRole('radio', { name: '노트북' });
  await page.keyboard.press('ArrowRight');
  await expect(notebookForm).toBeFocused();
  await page.keyboard.press('Space');
  await expect(notebookForm).toBeChecked();
  await tabTo(page, asking.getByRole('switch', { name: '학습한 것도 함께' }));
  await page.keyboard.press('Space');
  await tabTo(page, asking.getByRole('button', { name: '다운로드' }));
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.keyboard.press('Enter');
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^Wine - 와인-python\.zip$/);
  const files = unzipSync(await readFile(await download.path()));
  const notebook: { cells: { source: string[] }[] } = JSON.parse(
    strFromU8(files['Wine - 와인-python/pipeline.ipynb'] ?? new Uint8Array()),
  );
  expect(notebook.cells.map(({ source }) => source[0])).toContain('## 1. 데이터 흡수');
  await expect(asking.getByRole('status')).toContainText('다운로드했어요');
});

test('what keeps a pipeline from being written is said where it was asked for, with the way there', async ({
  page,
}) => {
  await open(
    page,
    pipelineFile(
      'No file',
      [
        { id: 'file1', kind: 'ingest.file' },
        { id: 'scale1', kind: 'prepare.scale' },
      ],
      [['file1.table', 'scale1.table']],
    ),
  );
  await giveCommand(page, 'Export as Python');
  await dialog(page).getByRole('button', { name: 'Download' }).click();
  const said = dialog(page).getByRole('alert');
  await expect(said).toContainText('No file has been chosen.');
  await expect(said).toContainText('Choose a CSV file or drop one here.');
  await said.getByRole('button', { name: 'Go to CSV file' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(node(page, 'CSV file')).toBeFocused();
});

test('a node is shown in Python with its real columns, is copied, and stays shown from node to node', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await node(page, 'Second').click();
  const how = inspector(page).getByRole('button', { name: HOW });
  await expect(how).toHaveAttribute('aria-expanded', 'false');
  await how.click();
  await expect(inspector(page).getByText('MinMaxScaler()')).toBeVisible();
  await expect(inspector(page).getByText('"malic_acid"', { exact: false }).first()).toBeVisible();
  await expect(inspector(page).getByText('The least and the greatest value to the ends of a range.')).toBeVisible();
  await expect(inspector(page).getByText('after_scale is what “First” gives.')).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Copy' }).click();
  await expect(inspector(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('from sklearn.preprocessing import MinMaxScaler');
  expect(copied).toContain('# The least and the greatest value to the ends of a range.\nscale_2 = ColumnTransformer(');
  expectPython(Buffer.from(copied));

  await node(page, 'Sample data').click();
  await expect(how).toHaveAttribute('aria-expanded', 'true');
  await expect(inspector(page).getByText('"data/wine.csv"')).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Export as Python…' }).click();
  await expect(dialog(page)).toBeVisible();
});

test('a wire shows and hands out the program that makes what it carries', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await canvas(page).getByLabel('Wire from Second to Train neighbours').click({ button: 'right', force: true });
  await page.getByRole('menuitem', { name: HOW }).click();
  await expect(inspector(page).getByText('From “Second” to “Train neighbours”.')).toBeVisible();
  await expect(inspector(page).getByRole('heading', { name: 'First → Second' })).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Copy' }).click();
  await expect(inspector(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('prepare = Pipeline(');
  expect(copied).not.toContain('KNeighborsClassifier');
  expectPython(Buffer.from(copied));
  await inspector(page).getByRole('radio', { name: 'SQL' }).click();
  await expect(inspector(page).getByText('What “Second” does to what arrives there, in SQL')).toBeVisible();
  await expect(inspector(page).locator('pre', { hasText: 'SELECT' })).toBeVisible();
  await inspector(page).getByRole('radio', { name: 'Python' }).click();
  // Who has no pointer finds the same at the node.
  await node(page, 'Second').click();
  await inspector(page).getByRole('radio', { name: 'With what it needs' }).click();
  await expect(inspector(page).getByRole('heading', { name: 'First → Second' })).toBeVisible();
});

test('columns that only a run can tell are shown after it, at one click', async ({ page }) => {
  test.skip(!codes.some(({ kind }) => kind === 'prepare.missing'), 'this kind cannot be written yet');
  await open(
    page,
    pipelineFile(
      'Gaps',
      [
        { id: 'wine1', kind: 'ingest.sample', params: { name: 'wine' } },
        { id: 'missing1', kind: 'prepare.missing', params: { indicator: true } },
        { id: 'scale1', kind: 'prepare.scale', label: 'Scaled' },
      ],
      [
        ['wine1.table', 'missing1.table'],
        ['missing1.table', 'scale1.table'],
      ],
    ),
  );
  await node(page, 'Scaled').click();
  await inspector(page).getByRole('button', { name: HOW }).click();
  await expect(inspector(page).getByText('Run to here to see it with your columns.')).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Run to here' }).last().click();
  await expect(inspector(page).getByText('StandardScaler()').first()).toBeVisible();
});

for (const [theme, width, height] of [
  ['light', 1440, 900],
  ['dark', 1440, 900],
  ['dark', 390, 844],
] as const) {
  test(`axe finds nothing serious in the code and in the dialog (${theme}, ${width} × ${height})`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript((chosen) => {
      localStorage.setItem('millrace/view', JSON.stringify({ theme: chosen, outline: false, dockOpen: false }));
    }, theme);
    await open(page);
    await node(page, 'Second').click({ position: { x: 20, y: 8 } });
    const small = width < 500;
    if (small) await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByRole('button', { name: HOW }).click();
    await expect(page.getByText('MinMaxScaler()')).toBeVisible();
    expect.soft(await findings(page, 'section:has(> h2 > button[aria-expanded])'), 'node').toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    if (small) await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await chooseFromFileMenu(page, /^Export as Python/);
    await expect(dialog(page)).toBeVisible();
    expect.soft(await findings(page, '[role=dialog]'), 'dialog').toEqual([]);
    await dialog(page).getByRole('button', { name: 'Download' }).click();
    await expect(dialog(page).getByRole('status')).toContainText('among your downloads', { timeout: 60_000 });
    expect.soft(await findings(page, '[role=dialog]'), 'downloaded').toEqual([]);
  });
}
