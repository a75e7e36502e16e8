import { expect, test } from '@playwright/test';
import { canvas, node } from './page/canvas';
import { giveCommand } from './page/keyboard';
import { openApp, openPipelineFile } from './page/open';
import { readFigure, runToTheEnd, showTab } from './page/run';

const at = (id: string, kind: string, x: number, params: object = {}) => ({
  ...{ id, kind, label: '', params, mode: 'on', position: { x, y: 0 } },
});
const group = (id: string, label: string, x: number, within: object) => ({
  ...at(id, 'group', x),
  ...{ label, group: { notes: [], parameters: [], ...within } },
});

/** A trainer and its threshold within a group, preparation within another. */
const pipeline = (threshold: object): string =>
  JSON.stringify({
    ...{ format: 'millrace/pipeline', version: 3, name: 'Grouped', description: '', seed: 42, notes: [] },
    nodes: [
      at('data1', 'ingest.sample', 0, { name: 'breast_cancer' }),
      at('split1', 'prepare.split', 300),
      group('prepare', 'Preparation', 600, {
        nodes: [at('scale1', 'prepare.scale', 0)],
        edges: [],
        inputs: [{ name: 'in', end: 'scale1.table' }],
        outputs: [{ name: 'out', end: 'scale1.table' }],
      }),
      group('model', 'Cautious model', 900, {
        nodes: [at('m1', 'train.linear', 0, { epochs: 20 }), at('thr', 'train.threshold', 300, threshold)],
        edges: [{ from: 'm1.model', to: 'thr.model' }],
        inputs: [{ name: 'table', end: 'm1.table' }],
        outputs: [{ name: 'model', end: 'thr.model' }],
        parameters: [{ name: 'how', label: 'Way', targets: ['thr.method'] }],
      }),
      at('evaluate1', 'train.evaluate', 1200),
    ],
    edges: [
      { from: 'data1.table', to: 'split1.table' },
      { from: 'split1.table', to: 'prepare.in' },
      { from: 'prepare.out', to: 'model.table' },
      { from: 'model.model', to: 'evaluate1.model' },
      { from: 'prepare.out', to: 'evaluate1.table' },
    ],
    parameters: [{ name: 'cut', label: 'Cut by', targets: ['model.how'] }],
  });

test('what stands within a group is asked, charted and kept as it is outside of one', async ({ page }) => {
  await openApp(page);
  await openPipelineFile(page, 'grouped.json', pipeline({ threshold: 0.99 }));
  await expect(node(page, 'Cautious model')).toBeVisible();
  await runToTheEnd(page);
  const accuracy = (await readFigure(page, 'Accuracy')).model;

  await node(page, 'Preparation').click();
  const outputs = page.getByRole('complementary', { name: 'Inspector' });
  await outputs.getByRole('button', { name: 'Look at out' }).click();
  await expect(page.getByRole('tabpanel').getByText('569 rows').first()).toBeVisible();

  const predict = await showTab(page, 'Predict');
  await expect(predict.getByText(/from 0\.99/)).toBeVisible({ timeout: 30_000 });

  const charts = await showTab(page, 'Charts');
  await expect(charts.getByRole('figure').first()).toBeVisible();

  const log = await showTab(page, 'Log');
  await expect(log.getByRole('button', { name: 'Decision threshold' })).toBeVisible();

  const models = await showTab(page, 'Models');
  await models.getByRole('listitem').filter({ hasText: /^v1/ }).getByRole('button').click();
  await expect(models.getByText(/from 0\.99/).first()).toBeVisible();
  await expect(models.getByText(accuracy.toFixed(3)).first()).toBeVisible();
  await expect(models.getByText('not known')).toBeHidden();
});

test('what is wrong within a group is said before a run, of the node within, and leads to the group, whose parameters mend it', async ({
  page,
}) => {
  await openApp(page);
  await openPipelineFile(page, 'grouped.json', pipeline({ method: 'measure' }));
  await expect(node(page, 'Cautious model').getByRole('button', { name: /problem/ })).toBeVisible();
  const problems = await showTab(page, 'Problems');
  const one = problems.getByRole('listitem').filter({ hasText: 'Decision threshold' });
  await expect(one).toBeVisible();
  await one.getByRole('button', { name: /Decision threshold/ }).click();
  await expect(node(page, 'Cautious model')).toHaveClass(/selected/);

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const byMeasure = inspector.getByRole('radio', { name: 'By a measure' });
  await inspector.getByRole('radiogroup', { name: 'Way' }).getByRole('radio', { name: 'By hand' }).click();
  await expect(one).toHaveCount(0);
  await giveCommand(page, 'Undo');
  await expect(one).toBeVisible();
  await expect(byMeasure).toBeChecked();

  await canvas(page).focus();
  await page.keyboard.press('Escape');
  await inspector.getByRole('radiogroup', { name: 'Cut by' }).getByRole('radio', { name: 'By hand' }).click();
  await expect(one).toHaveCount(0);
  await page.screenshot({ path: 'test-results/named-parameters.png' });
  await inspector.getByRole('button', { name: 'Decision threshold · Set it' }).click();
  await expect(node(page, 'Cautious model')).toHaveClass(/selected/);
});
