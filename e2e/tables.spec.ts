import { expect, test } from '@playwright/test';
import { openEmptyPipeline, openTemplate } from './page/open';
import { runToTheEnd, showTab } from './page/run';

test('a table of more rows than fit draws those in sight alone, and is scrolled by keys to its last row and column', async ({
  page,
}) => {
  await openEmptyPipeline(page);
  await openTemplate(page, /Wine/);
  await runToTheEnd(page);
  await showTab(page, 'Data');
  const table = page.getByRole('tabpanel').getByRole('table');
  const rows = Number(await table.getAttribute('aria-rowcount'));
  expect(rows).toBeGreaterThan(100);
  await expect(table.getByRole('row').nth(1)).toHaveAttribute('aria-rowindex', '2');
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await table.focus();
  await page.keyboard.press('End');
  await expect(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(rows));
  await expect(table.getByRole('row').last().getByRole('cell').first()).toHaveText(/\S/);
  const columns = Number(await table.getAttribute('aria-colcount'));
  await table.evaluate((element) => element.scrollBy({ left: 100_000 }));
  await expect(table.getByRole('columnheader').last()).toHaveAttribute('aria-colindex', String(columns));
  await expect(table.getByRole('row').last().getByRole('cell').last()).toHaveText(/\S/);
});

test('rows are sorted by a column, found by what they hold and shown by part, by keyboard too', async ({ page }) => {
  await openEmptyPipeline(page);
  await openTemplate(page, /Diabetes/);
  await runToTheEnd(page);
  const data = await showTab(page, 'Data');
  await data.getByRole('combobox', { name: 'Output' }).selectOption({ label: 'Split into parts' });
  const table = data.getByRole('table');
  const head = table.getByRole('columnheader').nth(1);
  const first = table.getByRole('row').nth(1).getByRole('cell').first();
  const youngest = async (): Promise<number> => Number((await first.innerText()).replace('−', '-'));
  await expect(first).toHaveText(/\d/);
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(head.getByRole('button')).toBeFocused();
  const least = await youngest();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(youngest).toBeGreaterThan(least);

  await data.getByRole('button', { name: /^test \d+/ }).click();
  await expect(data.getByText(/^67 of 442 rows$/)).toBeVisible();
  await expect(table).toHaveAttribute('aria-rowcount', '68');
  await data.getByRole('searchbox', { name: 'Search rows' }).fill('no such word');
  await expect(data.getByText('No such rows')).toBeVisible();
  await data.getByRole('button', { name: 'Show every row' }).click();
  await expect(table).toHaveAttribute('aria-rowcount', '443');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
});
