import { expect, test } from '@playwright/test';
import { canvas, node, nodes, wires } from './page/canvas';
import { addByName, giveCommand, goToNode, openSettings, tabTo } from './page/keyboard';
import { nothingOnTheCanvas, openApp } from './page/open';
import { customersCsv } from './page/own-data';
import { endOfRun, figureShown, measured, nodesThatSay } from './page/run';

test.use({ actionTimeout: 10_000 });
test.setTimeout(240_000);

test('the same pipeline is built, run and read by keyboard alone', async ({ page }) => {
  // The browser hands choosers over from its first listener on, and a cold one is slow to begin.
  page.on('filechooser', () => {});
  await openApp(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  await giveCommand(page, 'New');
  await nothingOnTheCanvas(page);
  await tabTo(page, canvas(page));

  await addByName(page, 'CSV file');
  const inspector = await openSettings(page);
  const choose = inspector.getByRole('button', { name: 'Choose a file' });
  await tabTo(page, choose);
  await expect(choose).toBeFocused();
  const picking = page.waitForEvent('filechooser');
  await press('Enter');
  await (await picking).setFiles(customersCsv());
  await expect(node(page, 'CSV file')).toContainText('300 × 5', { timeout: 30_000 });

  await goToNode(page, 'CSV file');
  await addByName(page, 'Choose columns');
  await openSettings(page);
  await tabTo(page, inspector.getByRole('combobox', { name: 'Target' }));
  await page.keyboard.type('stays');
  await expect(inspector.getByRole('combobox', { name: 'Target' })).toHaveValue('stays');

  await goToNode(page, 'Choose columns');
  await addByName(page, 'Handle missing values');
  await addByName(page, 'Encode categories');
  await expect(wires(page)).toHaveCount(3);

  // A node that follows nothing is wired by its own list.
  await tabTo(page, canvas(page), 'Shift+Tab');
  await press('Escape');
  await addByName(page, 'Scale numbers');
  await expect(wires(page)).toHaveCount(3);
  await press('c');
  const connect = page.getByRole('dialog', { name: 'Connect Scale numbers' });
  await expect(connect.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Encode');
  await expect(connect.getByRole('option', { name: /Encode categories/ }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await press('Enter');
  await expect(wires(page)).toHaveCount(4);
  await expect(node(page, 'Scale numbers')).toHaveAccessibleName(/fed by Encode categories/);
  await expect(node(page, 'Scale numbers')).toBeFocused();

  await addByName(page, 'Split into parts');
  await addByName(page, 'Train dense network');
  await addByName(page, 'Evaluate');
  await expect(nodes(page)).toHaveCount(8);
  await expect(wires(page)).toHaveCount(8);

  await press('Control+Enter');
  await endOfRun(page);
  await expect(nodesThatSay(page, 'done')).toHaveCount(7);
  await expect(node(page, 'Evaluate')).toHaveAccessibleName(/^Evaluate, Model training, done, test accuracy 0\.\d+,/);
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Live', exact: true })).toHaveAttribute('aria-selected', 'true');
  await press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Results' })).toHaveAttribute('aria-selected', 'true');
  await expect(measured(page, 'test')).toBeVisible();
  const accuracy = await figureShown(page, 'Accuracy');
  expect(accuracy.model).toBeGreaterThan(accuracy.baseline + 0.05);
});
