import { expect, type Page, test } from '@playwright/test';
import { node } from './page/canvas';
import { openApp, openPipelineFile } from './page/open';
import { pipelineFile } from './page/pipeline-file';
import { readFigure, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 10_000 });
test.setTimeout(280_000);

const chooser = (page: Page) => page.getByRole('button', { name: /^Computes on/ });
/** Small, so that each device is done in seconds. */
const irisPipeline = pipelineFile(
  'Iris',
  [
    { id: 'data1', kind: 'ingest.sample', params: { name: 'iris' } },
    { id: 'split1', kind: 'prepare.split' },
    { id: 'scale1', kind: 'prepare.scale' },
    {
      id: 'linear1',
      kind: 'train.linear',
      params: { optimizer: 'adam', epochs: 12, batchSize: 32, learningRate: 0.1 },
    },
    { id: 'evaluate1', kind: 'train.evaluate' },
  ],
  [
    ['data1.table', 'split1.table'],
    ['split1.table', 'scale1.table'],
    ['scale1.table', 'linear1.table'],
    ['linear1.model', 'evaluate1.model'],
    ['scale1.table', 'evaluate1.table'],
  ],
);
const choice = (page: Page, name: RegExp) => page.getByRole('menuitemradio', { name });

test('the same training on wasm and cpu reaches the same accuracy, and the page says what computed it', async ({
  page,
}) => {
  await openApp(page);
  await openPipelineFile(page, 'iris.json', irisPipeline);
  await expect(node(page, 'Evaluate')).toBeVisible();
  const accuracies: number[] = [];
  for (const [name, backend] of [
    [/\(WASM\)/, 'wasm'],
    [/\(CPU\)/, 'cpu'],
  ] as const) {
    await chooser(page).click();
    await choice(page, name).click();
    await runToTheEnd(page, 200_000);
    await expect(await showTab(page, 'Log')).toContainText(`Done · ${backend}`);
    await chooser(page).click();
    await expect(page.getByRole('menu')).toContainText(`Last ran on ${backend}`);
    await expect(page.getByRole('menu')).toContainText('chosen for this run');
    await page.keyboard.press('Escape');
    accuracies.push((await readFigure(page, 'Accuracy')).model);
  }
  const [wasm = 0] = accuracies;
  expect(wasm).toBeGreaterThan(0.8);
  for (const accuracy of accuracies) expect(Math.abs(accuracy - wasm)).toBeLessThanOrEqual(0.045);
});

test('left to itself the page takes WASM for a table, and says why', async ({ page }) => {
  await openApp(page);
  await expect(chooser(page)).toHaveAccessibleName('Computes on: Automatic');
  await runToTheEnd(page);
  await expect(chooser(page)).toHaveAccessibleName('Computes on: wasm');
  await chooser(page).click();
  await expect(page.getByRole('menu')).toContainText('WASM: fastest for networks over tables');
});

test('a device that is absent cannot be chosen, and the page says so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'gpu'));
  await openApp(page);
  await chooser(page).click();
  const webgpu = choice(page, /WebGPU/);
  await expect(webgpu).toHaveAttribute('aria-disabled', 'true', { timeout: 20_000 });
  await expect(webgpu).toContainText(/Not available here: .*WebGPU/);
  await expect(choice(page, /\(WASM\)/)).not.toHaveAttribute('aria-disabled', 'true');
});
