import { expect, type Page, test } from '@playwright/test';
import {
  canvas,
  dragFromPalette,
  dragPointer,
  drawWire,
  inputPort,
  middleOf,
  node,
  nodes,
  outputPort,
  wires,
} from './page/canvas';
import { openEmptyPipeline } from './page/open';

test.use({ actionTimeout: 10_000 });
test.setTimeout(150_000);

const undo = (page: Page): Promise<void> => page.getByRole('button', { name: /^Undo/ }).click();
const redo = (page: Page): Promise<void> => page.getByRole('button', { name: /^Redo/ }).click();

async function twoNodes(page: Page): Promise<void> {
  await openEmptyPipeline(page);
  await dragFromPalette(page, 'Sample data', { x: 130, y: 110 });
  await dragFromPalette(page, 'Split into parts', { x: 420, y: 110 });
}

test('adding, wiring, setting, moving and deleting are each taken back and done again, one step each', async ({
  page,
}) => {
  await twoNodes(page);
  const split = node(page, 'Split into parts');
  await undo(page);
  await expect(nodes(page)).toHaveCount(1);
  await redo(page);
  await expect(nodes(page)).toHaveCount(2);

  await drawWire(page, outputPort(node(page, 'Sample data'), 'Table'), inputPort(split, 'Table'));
  await undo(page);
  await expect(wires(page)).toHaveCount(0);
  await redo(page);
  await expect(wires(page)).toHaveCount(1);

  await split.click();
  const share = page.getByRole('spinbutton', { name: 'Test share' });
  await expect(share).toBeVisible();
  const before = await share.inputValue();
  await share.fill('0.3');
  await expect(split).toContainText('30');
  await undo(page);
  await expect(share).toHaveValue(before);
  await redo(page);
  await expect(share).toHaveValue('0.3');

  const home = await middleOf(split);
  await dragPointer(page, home, { x: home.x + 60, y: home.y + 140 });
  const moved = await middleOf(split);
  expect(moved.y - home.y).toBeGreaterThan(100);
  await undo(page);
  await expect.poll(async () => (await middleOf(split)).y).toBeCloseTo(home.y, 0);
  await redo(page);
  await expect.poll(async () => (await middleOf(split)).y).toBeCloseTo(moved.y, 0);

  await split.click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(1);
  await expect(wires(page)).toHaveCount(0);
  await undo(page);
  await expect(nodes(page)).toHaveCount(2);
  await expect(wires(page)).toHaveCount(1);
  await redo(page);
  await expect(nodes(page)).toHaveCount(1);
});

test('nodes are copied, pasted and duplicated with their settings and the wires between them', async ({ page }) => {
  await twoNodes(page);
  await drawWire(
    page,
    outputPort(node(page, 'Sample data'), 'Table'),
    inputPort(node(page, 'Split into parts'), 'Table'),
  );
  await node(page, 'Split into parts').click();
  await page.getByRole('spinbutton', { name: 'Test share' }).fill('0.3');
  const summary = /55 \/ 15 \/ 30/;
  await expect(node(page, 'Split into parts')).toContainText(summary);

  await canvas(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(nodes(page)).toHaveCount(4);
  await expect(wires(page)).toHaveCount(2);
  await expect(nodes(page, 'Split into parts')).toHaveText([summary, summary]);

  await undo(page);
  await expect(nodes(page)).toHaveCount(2);
  await node(page, 'Split into parts').click();
  await page.keyboard.press('Control+d');
  await expect(nodes(page, 'Split into parts')).toHaveText([summary, summary]);
  await expect(wires(page)).toHaveCount(1);
});
