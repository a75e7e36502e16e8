import { expect, type Page, test } from '@playwright/test';
import { nodes } from './page/canvas';
import { openApp, openTemplate } from './page/open';
import { figureShown, measured, nodesThatSay, runButton, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 15_000 });
test.setTimeout(240_000);

const templates = [
  { title: /^Breast cancer/, figure: 'Accuracy', atLeast: 0.9, compares: true },
  { title: /^Wine/, figure: 'Accuracy', atLeast: 0.85, compares: false },
  { title: /^Diabetes/, figure: 'R²', atLeast: 0.3, compares: true },
  { title: /^Handwritten digits/, figure: 'Accuracy', atLeast: 0.9, compares: false },
] as const;

test.describe('each template of the gallery runs to a figure on rows its model has not seen', () => {
  for (const { title, figure, atLeast, compares } of templates) {
    test(`${title.source.slice(1)}: ${figure} of at least ${atLeast}`, async ({ page }) => {
      await openApp(page);
      await openTemplate(page, title);
      await runToTheEnd(page, 200_000);
      const count = await nodes(page).count();
      await expect(nodesThatSay(page, 'done')).toHaveCount(count);
      await showTab(page, 'Results');
      await expect(measured(page, 'test')).toBeVisible();
      const { model, baseline } = await figureShown(page, figure);
      expect(model).toBeGreaterThan(atLeast);
      expect(model).toBeGreaterThan(baseline);
      if (compares) await readSideBySide(page, figure);
      if (figure === 'R²') await lookAtTheWorst(page);
    });
  }

  /** From the rows that a model is most wrong about to these rows with all their columns. */
  async function lookAtTheWorst(page: Page): Promise<void> {
    const results = page.getByRole('tabpanel', { name: 'Results' });
    const worst = results.getByRole('table').filter({ hasText: 'Off by' });
    const row = await worst.getByRole('rowheader').first().innerText();
    const truth = await worst.getByRole('cell').first().innerText();
    await results.getByRole('button', { name: 'Look at these rows' }).click();
    const data = page.getByRole('tabpanel', { name: 'Data' });
    await expect(data.getByText('20 of 442 rows')).toBeVisible();
    const first = data.getByRole('table').getByRole('row').nth(1);
    await expect(first.getByRole('rowheader')).toHaveText(row);
    await data.getByRole('table').evaluate((element) => element.scrollBy({ left: 100_000 }));
    await expect(first.getByText(truth, { exact: true })).toBeVisible();
    await data.getByRole('button', { name: 'Show every row' }).click();
    await expect(data.getByText('20 of 442 rows')).toBeHidden();
  }

  /** Each model of a comparison has one figure, wherever that is shown, and is said to be ahead or not. */
  async function readSideBySide(page: Page, figure: string): Promise<void> {
    const side = page.getByRole('region', { name: 'Side by side' });
    await expect(side.getByText(/on the same \d+ rows, p = |answers every row alike/)).toBeVisible();
    await expect(side.getByText(/^(best|ahead, not clearly)$/)).toHaveCount(1);
    const heads = await side.getByRole('columnheader').allInnerTexts();
    for (const name of ['Train dense network', 'Train linear model']) {
      const row = side.getByRole('row', { name });
      const beside = await row
        .getByRole('cell')
        .nth(heads.indexOf(figure) - 1)
        .innerText();
      await side.getByRole('button', { name }).click();
      await expect.poll(async () => (await figureShown(page, figure)).model).toBe(Number(beside.split('\n')[0]));
    }
  }
});

test('after a run the predict form answers, and answers anew when a value changes', async ({ page }) => {
  await openApp(page);
  await openTemplate(page, /^Wine/);
  await runToTheEnd(page);
  const panel = await showTab(page, 'Predict');
  const probabilities = panel.getByRole('list', { name: 'Probability of each class' });
  await expect(probabilities.getByText('%').first()).toBeVisible({ timeout: 30_000 });
  const before = await probabilities.innerText();
  await panel.getByRole('textbox', { name: 'proline' }).fill('1600');
  await expect(probabilities).not.toHaveText(before, { useInnerText: true });
  const rich = await probabilities.innerText();
  await panel.getByRole('button', { name: 'Typical values' }).click();
  await expect(probabilities).toHaveText(before, { useInnerText: true });
  expect(rich).not.toBe(before);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the pipeline is run with the thumb and its accuracy read', async ({ page }) => {
    await openApp(page);
    const outline = page.getByRole('region', { name: 'Pipeline outline' });
    const evaluate = outline.getByRole('listitem').filter({
      has: page.getByRole('button', { name: 'Evaluate', exact: true }),
    });
    await expect(evaluate).toContainText('from Train dense network');
    await runButton(page).tap();

    // Nothing covers Cancel while it runs; the curves are one tap away.
    await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeInViewport();
    await page.getByRole('navigation').getByRole('button', { name: 'Results', exact: true }).tap();
    const sheet = page.getByRole('dialog', { name: 'Results and data' });
    await expect(sheet.getByRole('img', { name: 'Loss by epoch' })).toBeVisible({ timeout: 30_000 });
    await sheet.getByRole('tab', { name: 'Results' }).tap();
    await expect(sheet.getByText(/ · test · \d+ rows/)).toBeVisible({ timeout: 60_000 });
    await expect(sheet.getByRole('rowheader', { name: 'Accuracy', exact: true })).toBeVisible();

    await sheet.getByRole('button', { name: 'Close' }).tap();
    await expect(evaluate.getByRole('img', { name: 'done' })).toBeVisible();
    await expect(evaluate).toContainText(/accuracy 0\.\d+/);
  });
});
