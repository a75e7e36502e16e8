import { expect, type Page, test } from '@playwright/test';
import { canvas, dropOnCanvas } from './page/canvas';
import { giveCommand } from './page/keyboard';
import { openApp } from './page/open';
import { showTab } from './page/run';

test.use({ actionTimeout: 10_000 });

const letter = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('Dear reader') });
const bell = (page: Page, name: RegExp) => page.getByRole('button', { name });
const list = (page: Page) => page.getByRole('dialog', { name: 'Notices' });

/** What of the canvas and of the panel below it lies under what is said. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const said = [...document.querySelectorAll('[role=status]')].find(({ textContent }) =>
      textContent?.includes('.docx'),
    );
    const box = said?.parentElement?.getBoundingClientRect();
    if (box === undefined) return ['nothing is said'];
    return ['#canvas', '[role=tabpanel]'].filter((place) => {
      const other = document.querySelector(place)?.getBoundingClientRect();
      if (other === undefined || other.width === 0) return false;
      const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      return wide > 0 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 0;
    });
  });

test('what is said covers no result, and is kept in a list that a press, a key and a command lead to', async ({
  page,
}) => {
  await openApp(page);
  await showTab(page, 'Results');
  await expect(bell(page, /^Notices$/)).toBeVisible();
  const said = (name: string) => page.getByRole('status').filter({ hasText: `${name} is not a kind of file` });

  await dropOnCanvas(page, letter('first.docx'));
  await expect(said('first.docx')).toBeVisible();
  expect(await covered(page)).toEqual([]);
  await expect(bell(page, /^Notices, 1 new$/)).toBeVisible();
  await canvas(page).focus();
  await page.keyboard.press('F8');
  await expect(list(page).getByRole('listitem')).toHaveText(/first\.docx is not a kind of file.*\d\d?:\d\d:\d\d/);
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();
  await expect(bell(page, /^Notices$/)).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('button', { name: 'Results', exact: true })).toBeVisible();
  await dropOnCanvas(page, letter('second.docx'));
  await expect(said('second.docx')).toBeVisible();
  expect(await covered(page)).toEqual([]);
  await bell(page, /^Notices, 1 new$/).click();
  await expect(list(page).getByRole('listitem')).toHaveText([/second\.docx/, /first\.docx/]);
  await list(page).getByRole('button', { name: 'Clear the list' }).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await giveCommand(page, 'Notices');
  await expect(list(page)).toContainText('Nothing was said since the page was opened.');
});
