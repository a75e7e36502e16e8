import { expect, type Page } from '@playwright/test';

/** Opens the page as a first visitor does: a template stands on the canvas. */
export async function openApp(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled({ timeout: 30_000 });
}

/** Chooses an entry of the File menu. */
export async function chooseFromFileMenu(page: Page, entry: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  // The keyboard goes back to the button as the menu closes.
  await expect(page.getByRole('menu')).toBeHidden();
}

/** Opens the page and starts a new pipeline, by mouse. */
export async function openEmptyPipeline(page: Page): Promise<void> {
  await openApp(page);
  await chooseFromFileMenu(page, /^New/);
  await nothingOnTheCanvas(page);
}

/** The canvas is empty and says how to begin. */
export async function nothingOnTheCanvas(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Start from a template' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
}

/** Opens a template of the gallery by its title. */
export async function openTemplate(page: Page, title: string | RegExp): Promise<void> {
  await chooseFromFileMenu(page, /^Templates/);
  const gallery = page.getByRole('dialog', { name: 'Start from a template' });
  await gallery.getByRole('button', { name: title }).click();
  await expect(gallery).toBeHidden();
}

/** Opens a pipeline file through the file picker. */
export async function openPipelineFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await chooseFromFileMenu(page, /^Open/);
  await (await picking).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}
