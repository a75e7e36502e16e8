import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Go live and waits until the loop ticks: the pipeline runs once before. */
export async function goLive(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Go live/ }).click();
  await expect(page.getByRole('button', { name: /^Speed/ })).toBeVisible({ timeout: 60_000 });
}

/** Chooses how fast the loop ticks. */
export async function playAt(page: Page, speed: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: speed }).click();
}

/** Waits until the stream is at its end and the loop can be started again. */
export async function endOfLoop(page: Page, timeout = 120_000): Promise<void> {
  await expect(page.getByRole('button', { name: 'Go live again' })).toBeVisible({ timeout });
}

/** Waits until the loop has come to a tick. */
export async function tickAtLeast(page: Page, tick: number, timeout = 60_000): Promise<void> {
  await expect.poll(() => currentTick(page), { timeout }).toBeGreaterThanOrEqual(tick);
}

export async function currentTick(page: Page): Promise<number> {
  const clock = page.getByRole('banner').getByText(/^Tick [\d,]+/);
  const said = await clock
    .first()
    .innerText({ timeout: 1_000 })
    .catch(() => '');
  return Number(/Tick ([\d,]+)/.exec(said)?.[1]?.replaceAll(',', '') ?? 0);
}

/** The node whose title this is, on the canvas. */
export const nodeCalled = (page: Page, name: RegExp): Locator =>
  page.locator('.react-flow__node').filter({ hasText: name });
