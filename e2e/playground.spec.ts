import { expect, test } from '@playwright/test';
import { openApp, openPipelineFile, openTemplate } from './page/open';
import { runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 15_000 });
test.setTimeout(240_000);

const kinds = {
  data: ['ingest.synthetic', { data: 'stream', rows: 3_000 }],
  stream: ['retrain.stream', { historyRows: 500, batchRows: 20 }],
  linear: ['train.linear', { epochs: 10 }],
  deploy: ['serve.deploy', {}],
} as const;
const wires = [
  'data.table stream.table',
  'stream.table linear.table',
  'linear.model deploy.model',
  'stream.stream deploy.stream',
];

/** A stream and the model that answers it. */
const servedStream = {
  format: 'millrace/pipeline',
  version: 1,
  name: 'Served stream',
  description: '',
  seed: 3,
  nodes: Object.entries(kinds).map(([id, [kind, params]], at) => {
    return { id, kind, label: '', params, position: { x: at * 260, y: 0 }, mode: 'on' };
  }),
  edges: wires.map((wire) => ({ from: wire.split(' ')[0], to: wire.split(' ')[1] })),
  notes: [],
};

test('a slider changes the prediction, and the reasons say what it did', async ({ page }) => {
  await openApp(page);
  await openTemplate(page, /^Wine/);
  await runToTheEnd(page);
  const panel = await showTab(page, 'Predict');
  const probabilities = panel.getByRole('list', { name: 'Probability of each class' });
  await expect(probabilities.getByText('%').first()).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByText('Every value is the usual one')).toBeVisible();
  const before = await probabilities.innerText();

  await panel.getByRole('slider', { name: 'Slide proline' }).press('End');
  await expect(probabilities).not.toHaveText(before, { useInnerText: true });
  await expect(panel.getByText(/^A usual row gets .+, this one .+\.$/)).toBeVisible();
  const why = panel.getByRole('figure').filter({ hasText: 'Why: probability of' });
  await why.getByRole('button', { name: /table/i }).click();
  await expect(why.getByRole('cell', { name: 'proline', exact: true })).toBeVisible();

  await panel.getByRole('textbox', { name: 'hue' }).fill('9');
  await expect(panel.getByText('“hue” lies outside what the training data had', { exact: false })).toBeVisible();
  await expect(why.getByRole('cell', { name: 'hue', exact: true })).toBeVisible();
});

test('rows of the data, pasted and typed, are each answered, and a bad cell costs only its own row', async ({
  page,
}) => {
  await openApp(page);
  await openTemplate(page, /^Wine/);
  await runToTheEnd(page);
  const panel = await showTab(page, 'Predict');
  await panel.getByRole('radio', { name: 'Rows' }).click();
  await panel.getByRole('button', { name: 'Take 10 rows' }).click();
  const answers = panel.getByRole('rowheader', { name: /class_\d \d+(\.\d+)?%/ });
  await expect(answers).toHaveCount(10);

  await panel.getByRole('button', { name: 'Paste rows' }).click();
  await panel.getByRole('textbox', { name: 'Paste rows' }).fill('proline,alcohol,cellar\n1600,14,3\n400,12,4');
  await panel.getByRole('button', { name: 'Add them' }).click();
  await expect(panel.getByText('Passed over, because the model does not read them: cellar')).toBeVisible();
  await expect(answers).toHaveCount(12);

  await panel.getByRole('textbox', { name: 'alcohol, row 2', exact: true }).fill('wet');
  await expect(panel.getByText(/alcohol.*wet.*Write a number such as 12\.5, or leave it empty\./)).toBeVisible();
  await expect(answers).toHaveCount(11);
});

test('a digit is drawn with the mouse and with the keyboard, and the model sees its pixels', async ({ page }) => {
  await openApp(page);
  await openTemplate(page, /^Handwritten digits/);
  await runToTheEnd(page, 200_000);
  const panel = await showTab(page, 'Predict');
  const pad = panel.getByRole('application', { name: /^Drawing pad, 8 × 8/ });
  const box = await pad.boundingBox();
  if (box === null) throw new Error('the pad is on screen');
  const at = (turn: number): [number, number] => [
    box.x + box.width * (0.5 + 0.24 * Math.sin(turn)),
    box.y + box.height * (0.5 - 0.38 * Math.cos(turn)),
  ];
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let step = 1; step <= 24; step++) await page.mouse.move(...at((step / 24) * 2 * Math.PI));
  await page.mouse.up();
  const said = panel.getByText('Predicts digit').locator('xpath=following-sibling::p[1]');
  await expect(said).toHaveText('0');

  await panel.getByRole('button', { name: 'Clear' }).click();
  await pad.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown');
  await panel.getByRole('radio', { name: 'Pixels' }).click();
  const inked = panel.getByRole('textbox').filter({ visible: true });
  const values = await inked.evaluateAll((fields) =>
    fields.map((field) => (field instanceof HTMLInputElement ? Number(field.value) : 0)),
  );
  expect(values.filter((value) => value > 4).length).toBeGreaterThanOrEqual(6);
});

test('while the loop plays, the deployment’s champion is the one that answers', async ({ page }) => {
  await openApp(page);
  await openPipelineFile(page, 'loop.json', JSON.stringify(servedStream));
  await page.getByRole('button', { name: 'Go live', exact: true }).click();
  const panel = await showTab(page, 'Predict');
  const model = panel.getByRole('combobox', { name: 'Model to ask' });
  await expect(model.locator('option:checked')).toHaveText(/· champion \d+$/, { timeout: 60_000 });
  const probabilities = panel.getByRole('list', { name: 'Probability of each class' });
  await expect(probabilities.getByText('%').first()).toBeVisible({ timeout: 30_000 });
  const before = await probabilities.innerText();
  await panel.getByRole('slider', { name: 'Slide temperature' }).press('End');
  await expect(probabilities).not.toHaveText(before, { useInnerText: true });
});
