import { expect, type Locator, type Page } from '@playwright/test';
import { nodes } from './canvas';

export const runButton = (page: Page): Locator => page.getByRole('button', { name: 'Run', exact: true });
export const cancelButton = (page: Page): Locator => page.getByRole('button', { name: 'Cancel', exact: true });

/** Presses Run and waits until it can be pressed again. A short run may be over before anybody looks: the page keeps watch. */
export async function runToTheEnd(page: Page, timeout = 60_000): Promise<void> {
  const watch = await page.evaluateHandle(() => {
    const isOn = (): boolean => [...document.querySelectorAll('button')].some((one) => one.textContent === 'Cancel');
    const began = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!isOn()) return;
        observer.disconnect();
        resolve();
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    return { began };
  });
  await runButton(page).click();
  await watch.evaluate(({ began }) => began);
  await expect(runButton(page)).toBeEnabled({ timeout });
}

export async function endOfRun(page: Page, timeout = 60_000): Promise<void> {
  await expect(cancelButton(page)).toBeVisible();
  await expect(runButton(page)).toBeEnabled({ timeout });
}

/** Nodes that say a state: "done", "cached", "failed", … */
export const nodesThatSay = (page: Page, state: string): Locator =>
  nodes(page).filter({ has: page.getByRole('img', { name: state, exact: true }) });

/** Opens a tab of the panel below the canvas; a count may stand behind its name. */
export async function showTab(page: Page, name: string): Promise<Locator> {
  const called = new RegExp(`^${name}( ?\\d+)?$`);
  await page.getByRole('tab', { name: called }).click();
  // The panel may hold tabs of its own.
  const panel = page.getByRole('tabpanel', { name: called });
  await expect(panel).toBeVisible();
  return panel;
}

/** The figure of the model and of the baseline that the results panel shows. */
export async function readFigure(page: Page, name: string): Promise<{ model: number; baseline: number }> {
  await showTab(page, 'Results');
  return figureShown(page, name);
}

/** The same figure, where the results are on screen already. */
export async function figureShown(page: Page, name: string): Promise<{ model: number; baseline: number }> {
  const row = page
    .getByRole('tabpanel', { name: 'Results' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .first();
  await expect(row).toBeVisible();
  const cells = await row.getByRole('cell').allInnerTexts();
  return { model: Number(cells[0]), baseline: Number(cells.at(-1)) };
}

/** What the results panel says that it measures: "target · task · test · 60 rows". */
export const measured = (page: Page, part: string): Locator =>
  page.getByRole('tabpanel', { name: 'Results' }).getByText(new RegExp(` · ${part} · \\d+ rows`));
