import { expect, test } from '@playwright/test';
import { canvas, middleOf, node, nodes, viewAtRest, wires } from './page/canvas';
import { giveCommand, goToNode } from './page/keyboard';
import { openApp, openPipelineFile, openTemplate } from './page/open';
import { pipelineFile } from './page/pipeline-file';

test.use({ actionTimeout: 10_000 });

test('a click on one of many chosen nodes chooses it alone, and Shift adds', async ({ page }) => {
  await openApp(page);
  const chosen = canvas(page).locator('.react-flow__node.selected');
  await node(page, 'Evaluate').click();
  await node(page, 'Train dense network').click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(2);
  await node(page, 'Train dense network').click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await expect(chosen).toHaveCount(await nodes(page).count());
  await node(page, 'Evaluate').click();
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toHaveAccessibleName(/^Evaluate,/);
});

test('what the hand is at stays under it: in a double-click, and while it is dragged', async ({ page }) => {
  await openApp(page);
  await openTemplate(page, /Sudden drift/);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const chosen = canvas(page).locator('.react-flow__node.selected');
  const at = async (name: string): Promise<{ x: number; y: number }> => {
    await expect(node(page, name)).toBeVisible();
    await viewAtRest(page);
    const { x, y } = await middleOf(node(page, name).locator('.mr-node-label'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    return { x, y };
  };
  const { x, y } = await at('Evaluate');
  await page.mouse.move(x + 20, y + 40, { steps: 4 });
  await page.mouse.move(x + 20, y + 60, { steps: 4 });
  await page.waitForTimeout(300);
  await expect(chosen).toHaveAccessibleName(/^Evaluate,/);
  const now = await middleOf(chosen.locator('.mr-node-label'));
  expect(Math.hypot(now.x - x - 20, now.y - y - 60)).toBeLessThan(16);
  await page.mouse.up();
  await expect(inspector).toBeVisible();
  await expect(chosen).toBeInViewport({ ratio: 0.99 });

  // As on a first visit, with the inspector closed.
  await page.keyboard.press('Escape');
  await page.evaluate(() => localStorage.removeItem('millrace/view'));
  await page.reload();
  await at('Gate');
  await page.mouse.up();
  await page.waitForTimeout(250);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(inspector.getByRole('textbox', { name: 'Name of the node' })).toBeFocused();
  await expect(chosen).toHaveAccessibleName(/^Gate,/);
  await expect(chosen).toBeInViewport({ ratio: 0.99 });
});

test('a click on a node chosen by a frame chooses it alone', async ({ page }) => {
  await openApp(page);
  const chosen = canvas(page).locator('.react-flow__node.selected');
  const box = (await canvas(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 6, box.y + 42);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 6, box.y + box.height - 60, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(() => chosen.count()).toBeGreaterThan(3);
  const at = await middleOf(node(page, 'Evaluate'));
  await page.mouse.click(at.x, at.y);
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toHaveAccessibleName(/^Evaluate,/);
});

test('wires are reached, looked at and taken away by keyboard', async ({ page }) => {
  await openApp(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  const before = await wires(page).count();
  await goToNode(page, 'Train dense network');
  await page.keyboard.press('w');
  const wire = canvas(page).getByRole('group', { name: 'Wire from Train dense network to Evaluate' });
  await expect(wire).toBeFocused();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Train dense network');
  await expect(inspector).toContainText('Evaluate');
  await expect(inspector.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await goToNode(page, 'Train dense network');
  await page.keyboard.press('w');
  await expect(wire).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, 'Evaluate')).toBeFocused();
  await page.keyboard.press('w');
  await expect(canvas(page).locator('.react-flow__edge:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(canvas(page).locator('.react-flow__edge:focus')).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(wires(page)).toHaveCount(before - 1);
  await expect(canvas(page).locator('.react-flow__node:focus')).toHaveCount(1);
});

test('Undo brings the former pipeline back after another was opened, begun or chosen', async ({ page }) => {
  await openApp(page);
  const name = page.getByRole('textbox', { name: 'Name of the pipeline' });
  const first = await name.inputValue();
  await openTemplate(page, /Breast cancer/);
  await expect(name).not.toHaveValue(first);
  const second = await name.inputValue();
  await openPipelineFile(page, 'mine.json', pipelineFile('Mine', [{ id: 'a1', kind: 'ingest.sample' }], []));
  await expect(name).toHaveValue('Mine');
  await giveCommand(page, 'New');
  await expect(name).toHaveValue('');
  for (const former of ['Mine', second, first]) {
    await giveCommand(page, 'Undo');
    await expect(name).toHaveValue(former);
  }
  await giveCommand(page, 'Redo');
  await expect(name).toHaveValue(second);
});

test('layout, theme, zoom, outline, language and panels are in the list of commands, under their common names', async ({
  page,
}) => {
  await openApp(page);
  await goToNode(page, 'Evaluate');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search commands' });
  for (const [asked, found] of [
    ['layout', 'Tidy up'],
    ['자동 배치', 'Tidy up'],
    ['dark mode', 'Theme: dark'],
    ['테마', 'Theme: dark'],
    ['zoom', 'Zoom in'],
    ['확대', 'Zoom in'],
    ['fit', 'Fit to view'],
    ['outline', 'Outline instead of canvas'],
    ['개요', 'Outline instead of canvas'],
    ['korean', 'Language: 한국어'],
    ['언어', 'Language: 한국어'],
    ['palette', 'Hide the palette'],
    ['인스펙터', 'inspector'],
    ['charts', 'Show Charts'],
    ['결과', 'Show Results'],
    ['webgpu', 'WebGPU'],
    ['note', 'Add a note'],
    ['template', 'Templates'],
  ] as const) {
    await field.fill(asked);
    await expect.soft(page.getByRole('option', { name: found }).first(), asked).toBeVisible();
  }
  await field.fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
