import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { pythonWith } from '../src/testing/python/find-python';
import { node } from './page/canvas';
import { giveCommand } from './page/keyboard';
import { openApp } from './page/open';
import { openFile, pipelineFile } from './page/pipeline-file';

test.use({ actionTimeout: 15_000 });

const python = pythonWith();
const target = '"); import os; os.remove("rows.csv") #';
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const rows = Array.from({ length: 60 }, (_, row) =>
  [row % 7, (row * 5) % 11, ['서울', 'class', "it's"][row % 3] ?? '', row % 7 > 3 ? target : 'no'].map((cell) =>
    quoted(`${cell}`),
  ),
);
const csv = [['class', '키 (cm)', 'lambda', target].map(quoted), ...rows].map((cells) => cells.join(';')).join('\n');

test('a person’s own file goes along with its program, which runs where it lies', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openApp(page);
  await openFile(page, {
    name: 'mine.json',
    text: pipelineFile(
      'Mine',
      [
        { id: 'read', kind: 'ingest.file' },
        { id: 'aim', kind: 'prepare.columns', params: { target } },
        { id: 'encode', kind: 'prepare.encode' },
        { id: 'scale', kind: 'prepare.scale' },
        { id: 'bayes', kind: 'train.bayes' },
        { id: 'measure', kind: 'train.evaluate' },
      ],
      [
        ['read.table', 'aim.table'],
        ['aim.table', 'encode.table'],
        ['encode.table', 'scale.table'],
        ['scale.table', 'bayes.table'],
        ['bayes.model', 'measure.model'],
        ['scale.table', 'measure.table'],
      ],
    ),
  });
  await node(page, 'CSV file').click();
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Choose a file/ }).click();
  const file = { name: 'my "rows".csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await (await picking).setFiles(file);
  // Its node shows what the program does with it.
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'How would I write this?' }).click();
  await expect(inspector.getByText('sep=";"')).toBeVisible();
  await inspector.getByRole('button', { name: 'Copy' }).click();
  await expect(inspector.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await giveCommand(page, 'Export as Python');
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('dialog', { name: 'Export as Python' }).getByRole('button', { name: 'Download' }).click();
  const files = unzipSync(await readFile(await (await coming).path()));
  const folder = 'Mine-python';
  expect(Object.keys(files).sort()).toEqual([`${folder}/my -rows-.csv`, `${folder}/pipeline.py`]);
  expect(Buffer.from(files[`${folder}/my -rows-.csv`] ?? []).toString()).toBe(csv);

  const program = Buffer.from(files[`${folder}/pipeline.py`] ?? []).toString();
  expect(program).toContain(copied.slice(copied.indexOf('# The file')));

  test.skip(python === null, 'there is no Python with pandas and scikit-learn');
  const place = await mkdtemp(join(tmpdir(), 'millrace-program-'));
  for (const [path, bytes] of Object.entries(files)) await writeFile(join(place, path.slice(folder.length + 1)), bytes);
  const { status, stdout, stderr } = spawnSync(python ?? '', ['pipeline.py'], { cwd: place, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/accuracy +[01]\.\d+/);
});
