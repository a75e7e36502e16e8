import { expect, type Locator, type Page } from '@playwright/test';
import { node } from './canvas';

/** Presses Tab until the keyboard is where it is wanted, as one does who cannot use a mouse. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // Tab would move on what lies below, were it pressed before.
  await expect(wanted).toBeAttached();
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard never came to ${wanted}.`);
}

/** Gives a command by its name. */
export async function giveCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search commands' });
  await expect(field).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(field).toBeHidden();
}

/** From a node or the canvas: opens the list of kinds, types a name and takes the first, which then has the keyboard. */
export async function addByName(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('/');
  const list = page.getByRole('dialog', { name: 'Add a node' });
  await expect(list.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(kind);
  await expect(list.getByRole('option', { name: kind }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(node(page, kind)).toBeFocused();
}

/** Brings the keyboard to a node by its name. */
export async function goToNode(page: Page, name: string): Promise<void> {
  await giveCommand(page, `Go to ${name}`);
  await expect(node(page, name)).toBeFocused();
}

/** From a node: opens its settings, where the keyboard goes to its name. */
export async function openSettings(page: Page): Promise<Locator> {
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('textbox', { name: 'Name of the node' })).toBeFocused();
  return inspector;
}
