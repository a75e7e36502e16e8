import { expect, type Page, test } from '@playwright/test';
import { canvas, node, nodes } from './page/canvas';
import { giveCommand, goToNode, tabTo } from './page/keyboard';
import { nothingOnTheCanvas, openApp } from './page/open';

test.use({ actionTimeout: 10_000 });

/** What has the keyboard; null where it fell to the page's body. */
async function keyboardAt(page: Page): Promise<string | null> {
  // What takes it back waits for whoever is at work to put it where they want it.
  await page.waitForTimeout(250);
  return page.evaluate(() => {
    const at = document.activeElement;
    return at === null || at === document.body ? null : (at.getAttribute('aria-label') ?? at.textContent ?? at.tagName);
  });
}

test('the keyboard never falls to the page, whatever goes away under it', async ({ page }) => {
  await openApp(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  await goToNode(page, 'Evaluate');
  await press('Escape');
  expect.soft(await keyboardAt(page), 'Escape on a node').toBe('Pipeline canvas');

  for (const [opens, what] of [
    ['m', 'the menu'],
    ['/', 'the list of kinds'],
    ['c', 'the list of connections'],
    ['?', 'the list of shortcuts'],
    ['Control+k', 'the list of commands'],
    ['F2', 'the name'],
  ] as const) {
    await canvas(page).focus();
    await goToNode(page, 'Evaluate');
    await press(opens);
    await expect(
      page.locator(
        '[role=menu]:focus, [role=menu] :focus, [role=dialog]:focus, [role=dialog] :focus, input.mr-node-rename:focus',
      ),
    ).toHaveCount(1);
    await press('Escape');
    expect.soft(await keyboardAt(page), `Escape from ${what}`).toMatch(/^Evaluate/);
  }

  const before = await nodes(page).count();
  await goToNode(page, 'Evaluate');
  await press('Delete');
  await expect(nodes(page)).toHaveCount(before - 1);
  expect.soft(await keyboardAt(page), 'Delete').toBe('Pipeline canvas');
  await press('Control+z');
  await expect(nodes(page)).toHaveCount(before);
  expect.soft(await keyboardAt(page), 'Undo').not.toBeNull();

  await goToNode(page, 'Evaluate');
  await giveCommand(page, 'Delete');
  await expect(nodes(page)).toHaveCount(before - 1);
  expect.soft(await keyboardAt(page), 'Delete by the list').toBe('Pipeline canvas');

  await giveCommand(page, 'New');
  const ask = page.getByRole('dialog', { name: 'Replace this pipeline?' });
  await expect(ask.locator(':focus')).toHaveCount(1);
  await tabTo(page, ask.getByRole('button', { name: 'Open without saving' }));
  await press('Enter');
  await nothingOnTheCanvas(page);
  expect.soft(await keyboardAt(page), 'New').toBe('Pipeline canvas');
});

test('the keyboard stays with the outline when a node of it goes', async ({ page }) => {
  await openApp(page);
  await page.getByRole('button', { name: 'Outline instead of canvas' }).click();
  const outline = page.getByRole('region', { name: 'Pipeline outline' });
  await outline.getByRole('button', { name: 'Delete', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  expect(await keyboardAt(page)).not.toBeNull();
});

test('Escape takes back what was typed: a name, the pipeline’s name, a number', async ({ page }) => {
  await openApp(page);
  const former = await page.getByRole('textbox', { name: 'Name of the pipeline' }).inputValue();
  await goToNode(page, 'Evaluate');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Rename' })).toBeFocused();
  await page.keyboard.type('Half a na');
  await page.keyboard.press('Escape');
  await expect(node(page, 'Evaluate')).toBeFocused();

  await page.getByRole('textbox', { name: 'Name of the pipeline' }).fill('Half');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Name of the pipeline' })).toHaveValue(former);

  await goToNode(page, 'Train dense network');
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const name = inspector.getByRole('textbox', { name: 'Name of the node' });
  await expect(name).toBeFocused();
  await page.keyboard.type('Half');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('');
  const rate = inspector.getByRole('spinbutton', { name: 'Learning rate' });
  const learns = await rate.inputValue();
  await rate.fill('0,5');
  await expect(rate).toHaveAttribute('aria-valuenow', '0.5');
  await page.keyboard.press('Escape');
  await expect(rate).toHaveValue(learns);
  await rate.fill('0,01');
  await page.keyboard.press('Enter');
  await expect(rate).toHaveValue('0.01');
  await rate.fill('1,2,3');
  await page.keyboard.press('Enter');
  await expect(rate).toHaveValue('0.01');
  await expect(inspector.getByRole('alert')).toHaveText('“1,2,3” is no number.');
});

test('the canvas takes its keys wherever nothing has the keyboard: a fresh page, after a dialog, on plain text', async ({
  page,
}) => {
  await openApp(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const chosen = canvas(page).locator('.react-flow__node.selected');
  const all = await nodes(page).count();
  await press('Control+a');
  await expect(chosen).toHaveCount(all);
  await press('Escape');
  await expect(chosen).toHaveCount(0);

  await press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await press('Escape');
  expect(await keyboardAt(page), 'Escape from the commands').toBe('Pipeline canvas');

  await node(page, 'Evaluate').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('heading').first().click();
  await press('Control+a');
  await expect(chosen).toHaveCount(all);

  await page.reload();
  await expect(node(page, 'Evaluate')).toBeVisible();
  await press('Control+Alt+n');
  await nothingOnTheCanvas(page);
  await press('/');
  await expect(page.getByRole('dialog', { name: 'Add a node' }).getByRole('combobox')).toBeFocused();
});

test('what is typed for a list that is still loading goes to the list', async ({ page }) => {
  let goOn = (): void => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/(Overlays|Dialogs)-[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await openApp(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  const before = await nodes(page).count();
  await node(page, 'Evaluate').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('scalx');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('e num');
  await page.keyboard.press('Enter');
  expect(await nodes(page).count()).toBe(before);
  goOn();
  await expect(nodes(page)).toHaveCount(before + 1);
  await expect(canvas(page).locator('.react-flow__node:focus')).toHaveAccessibleName(/^Scale numbers,/);
});

test('shortcuts act by the place of their key under a Hangul layout', async ({ page }) => {
  await openApp(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  const before = await nodes(page).count();
  await goToNode(page, 'Evaluate');
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(before - 1);
  expect(await keyboardAt(page)).toBe('Pipeline canvas');
  const hangul = (key: string, code: string, ctrlKey = false) =>
    page.evaluate((init) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init)), {
      key,
      code,
      ctrlKey,
      bubbles: true,
      cancelable: true,
    });
  await hangul('ㅋ', 'KeyZ', true);
  await expect(nodes(page)).toHaveCount(before);
  await hangul('ㅁ', 'KeyA');
  await expect(page.getByRole('dialog', { name: 'Add a node' })).toBeVisible();
  await page.keyboard.press('Escape');
  await hangul('л', 'KeyK', true);
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeVisible();
});
