import { expect, test } from '@playwright/test';
import { dragFromPalette, drawWire, dropWireOnCanvas, inputPort, node, nodes, outputPort, wires } from './page/canvas';
import { openEmptyPipeline } from './page/open';
import { customersCsv } from './page/own-data';
import { measured, nodesThatSay, readFigure, runToTheEnd } from './page/run';

test.use({ actionTimeout: 10_000 });
test.setTimeout(240_000);

test('a pipeline is built from nothing by mouse alone, run, and beats the baseline on the test part', async ({
  page,
}) => {
  await openEmptyPipeline(page);

  await dragFromPalette(page, 'CSV file', { x: 130, y: 110 });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const picking = page.waitForEvent('filechooser');
  await inspector.getByRole('button', { name: 'Choose a file' }).click();
  await (await picking).setFiles(customersCsv());
  await expect(inspector.getByText('customers.csv')).toBeVisible();
  await expect(node(page, 'CSV file')).toContainText('300 × 5', { timeout: 30_000 });

  await dragFromPalette(page, 'Choose columns', { x: 420, y: 110 });
  await drawWire(page, outputPort(node(page, 'CSV file'), 'Table'), inputPort(node(page, 'Choose columns'), 'Table'));
  await node(page, 'Choose columns').click();
  await inspector.getByRole('combobox', { name: 'Target' }).selectOption({ label: 'stays (category)' });

  await dropWireOnCanvas(
    page,
    outputPort(node(page, 'Choose columns'), 'Table'),
    { x: 640, y: 90 },
    'Handle missing values',
  );
  await dropWireOnCanvas(
    page,
    outputPort(node(page, 'Handle missing values'), 'Complete table'),
    { x: 100, y: 300 },
    'Encode categories',
  );

  await dragFromPalette(page, 'Scale numbers', { x: 480, y: 300 });
  await drawWire(
    page,
    outputPort(node(page, 'Encode categories'), 'Encoded table'),
    inputPort(node(page, 'Scale numbers'), 'Table'),
  );
  await page
    .getByRole('navigation', { name: 'Kinds of node' })
    .getByRole('button', { name: 'Split into parts', exact: true })
    .dblclick();
  await expect(nodes(page, 'Split into parts')).toHaveCount(1);
  await page
    .getByRole('navigation', { name: 'Kinds of node' })
    .getByRole('button', { name: 'Train dense network', exact: true })
    .dblclick();
  await expect(nodes(page, 'Train dense network')).toHaveCount(1);
  await page
    .getByRole('navigation', { name: 'Kinds of node' })
    .getByRole('button', { name: 'Evaluate', exact: true })
    .dblclick();
  await expect(nodes(page)).toHaveCount(8);
  await expect(wires(page)).toHaveCount(8);

  await runToTheEnd(page);
  // The file was read as soon as it was chosen, so that its columns were known.
  await expect(nodesThatSay(page, 'cached')).toHaveCount(1);
  await expect(nodesThatSay(page, 'done')).toHaveCount(7);
  const accuracy = await readFigure(page, 'Accuracy');
  await expect(measured(page, 'test')).toBeVisible();
  expect(accuracy.model).toBeGreaterThan(accuracy.baseline + 0.05);
});
