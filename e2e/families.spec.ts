import { expect, type Page, test } from '@playwright/test';
import { node } from './page/canvas';
import { openApp, openPipelineFile } from './page/open';
import { figureShown, readFigure, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);

/** Iris, split, the trainer, evaluated, deployed; the deployment's model predicts. */
function iris(trainer: string): string {
  const at = (id: string, kind: string, x: number, y: number, params: object = {}) => {
    return { id, kind, label: '', params, position: { x: 260 * x, y: 160 * y }, mode: 'on' };
  };
  return JSON.stringify({
    format: 'millrace/pipeline',
    version: 1,
    name: 'Iris',
    description: '',
    seed: 1,
    nodes: [
      at('sample', 'ingest.sample', 0, 0, { name: 'iris' }),
      at('split', 'prepare.split', 1, 0),
      at('model', trainer, 2, 0),
      at('eval', 'train.evaluate', 3, 0),
      at('deploy', 'serve.deploy', 3, 1),
      at('predict', 'serve.predict', 4, 1),
    ],
    edges: [
      { from: 'sample.table', to: 'split.table' },
      { from: 'split.table', to: 'model.table' },
      { from: 'model.model', to: 'eval.model' },
      { from: 'split.table', to: 'eval.table' },
      { from: 'model.model', to: 'deploy.model' },
      { from: 'deploy.model', to: 'predict.model' },
    ],
    notes: [],
  });
}

async function train(page: Page, trainer: string): Promise<void> {
  await openApp(page);
  await openPipelineFile(page, 'iris.json', iris(trainer));
  await expect(node(page, 'Deploy')).toBeVisible();
  await runToTheEnd(page);
}

test('nearest neighbours are measured, served, and say which rows they carry wherever the model is shown', async ({
  page,
}) => {
  await train(page, 'train.neighbours');
  expect((await readFigure(page, 'Accuracy')).model).toBeGreaterThan(0.85);

  await node(page, 'Train neighbours').click();
  const data = await showTab(page, 'Data');
  await expect(
    data.getByRole('row', { name: /petal length \(cm\) carries the values of 104 training rows/ }),
  ).toBeVisible();
  await expect(data.getByRole('row', { name: /species carries/ })).toBeVisible();
  await expect(data.getByText('Backend')).toBeHidden();
  await showTab(page, 'Log');
  await expect(page.getByRole('tabpanel').getByText(/carries 104 training rows with 5 columns/)).toBeVisible();

  await node(page, 'Predict').click();
  const panel = await showTab(page, 'Predict');
  const probabilities = panel.getByRole('list', { name: 'Probability of each class' });
  await expect(probabilities.getByText('100').first()).toBeVisible({ timeout: 30_000 });
  await panel.getByRole('textbox', { name: 'petal length (cm)' }).fill('1.4');
  await panel.getByRole('textbox', { name: 'petal width (cm)' }).fill('0.2');
  await expect(probabilities.getByRole('listitem').filter({ hasText: 'setosa' })).toContainText('100');

  await expect(panel.getByText('Decides: the class of the greatest probability')).toBeVisible();

  const models = await showTab(page, 'Models');
  await models.getByRole('listitem').filter({ hasText: /^v1/ }).getByRole('button').click();
  await expect(
    models.getByRole('row', { name: /petal width \(cm\) carries the values of 104 training rows/ }),
  ).toBeVisible();
  await expect(models.getByText('the class of the greatest probability')).toBeVisible();
});

test('naive Bayes is measured and says what it is made of', async ({ page }) => {
  await train(page, 'train.bayes');
  await showTab(page, 'Results');
  expect((await figureShown(page, 'Accuracy')).model).toBeGreaterThan(0.85);
  await node(page, 'Train naive Bayes').click();
  const data = await showTab(page, 'Data');
  await expect(data.getByRole('row', { name: /virginica prior 0\.\d+ · 4 means and variances/ })).toBeVisible();
});
