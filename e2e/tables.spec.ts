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
