import { expect, type Page, test } from '@playwright/test';
import { allFindings } from './page/axe';
import { node } from './page/canvas';
import { goToNode } from './page/keyboard';
import { currentTick, goLive, nodeCalled, playAt } from './page/live';
import { openApp, openPipelineFile, openTemplate } from './page/open';
import { slowPipeline } from './page/own-pipelines';
import { cancelButton, nodesThatSay, readFigure, runButton, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 10_000 });

const name = (page: Page) => page.getByRole('textbox', { name: 'Name of the pipeline' });
const bar = (page: Page, says: string) => page.getByRole('alert').filter({ hasText: says });
const FULL = 'This browser has no more room';
const GONE = 'This browser does not keep your edits';

/** Lets a test fill the disk of the page, or take it away; that lasts over a reload until it is given back. */
async function holdDisk(page: Page): Promise<(state: 'fine' | 'full' | 'forbidden') => Promise<void>> {
  await page.addInitScript(() => {
    const disk = () => sessionStorage.getItem('test/disk');
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (disk() === 'full') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
      if (disk() === 'forbidden') throw new DOMException('gone', 'UnknownError');
      return transaction.apply(this, given);
    };
  });
  return (state) => page.evaluate((now) => sessionStorage.setItem('test/disk', now), state);
}

test('while the disk is full a mark says so, over later edits too, and goes once there is room', async ({ page }) => {
  const disk = await holdDisk(page);
  await openApp(page);
  await name(page).fill('Kept');
  await expect(page.getByText('Kept in this browser')).toBeVisible();
  await disk('full');
  await name(page).fill('Not kept');
  await expect(bar(page, FULL)).toBeVisible();
  await expect(page.getByText('Kept in this browser')).toBeHidden();
  await name(page).fill('Not kept either');
  await page.waitForTimeout(1_000);
  await expect(bar(page, FULL)).toBeVisible();
  expect.soft(await allFindings(page)).toEqual([]);
  await disk('fine');
  await name(page).fill('Kept again');
  await expect(bar(page, FULL)).toBeHidden();
  await expect(page.getByText('Kept in this browser')).toBeVisible();
});

test('a reload never passes an older or another pipeline off as the last one', async ({ page }) => {
  const disk = await holdDisk(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await openApp(page);
  await name(page).fill('Of a minute ago');
  await expect(page.getByText('Kept in this browser')).toBeVisible();
  await page.waitForTimeout(700);
  await disk('full');
  await name(page).fill('The latest');
  await expect(bar(page, FULL)).toBeVisible();
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expect(name(page)).toHaveValue('Of a minute ago');
  await expect(bar(page, 'The last edits before the page was loaded again were not kept')).toBeVisible();

  await disk('forbidden');
  await page.reload();
  await expect(bar(page, 'cannot be read just now')).toBeVisible();
  await expect(bar(page, GONE)).toBeVisible();
  await expect(node(page, 'Evaluate')).toHaveCount(0);

  await disk('fine');
  await bar(page, 'cannot be read just now').getByRole('button', { name: 'Load the page again' }).click();
  await expect(name(page)).toHaveValue('Of a minute ago');
});

for (const [how, forbid] of [
  ['there is no IndexedDB', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'nothing may be opened',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('forbidden', 'SecurityError');
      };
    },
  ],
] as const) {
  test(`where ${how} from the start, nothing is called saved but what is in a file`, async ({ page }) => {
    const badge = (says: string) => page.getByRole('banner').getByText(says, { exact: true });
    await page.addInitScript(forbid);
    await openApp(page);
    await expect(bar(page, GONE)).toBeVisible();
    await expect(badge('Not kept')).toBeVisible();
    await name(page).fill('Edited');
    await expect(badge('Not kept')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+s');
    await expect(badge('Saved')).toBeVisible();
    await page.waitForTimeout(1_000);
    await expect(bar(page, GONE)).toBeVisible();
    await page.reload();
    await expect(bar(page, 'was not kept by the browser')).toBeVisible();
    await expect(bar(page, GONE)).toBeVisible();
    await expect(badge('Not kept')).toBeVisible();
  });
}

test('an edit made in the moment before a reload is there after it', async ({ page }) => {
  await openApp(page);
  await runToTheEnd(page);
  for (const last of ['First', 'Second', 'Third']) {
    await name(page).evaluate((input: HTMLInputElement, to) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, to);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      location.reload();
    }, last);
    await page.waitForEvent('load');
    await expect(name(page)).toHaveValue(last);
    await expect(nodesThatSay(page, 'done').or(nodesThatSay(page, 'cached')).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Undo: Rename/ })).toBeEnabled();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await goToNode(page, 'Evaluate');
  await page.keyboard.press('F2');
  const label = page.getByRole('textbox', { name: 'Rename' });
  await expect(label).toBeFocused();
  await label.fill('Measured');
  await page.evaluate(() => location.reload());
  await page.waitForEvent('load');
  await expect(node(page, 'Measured')).toBeVisible();
});

test('leaving is asked about during a run or a loop, and only then', async ({ page }) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const leave = async (): Promise<number> => {
    asked.length = 0;
    await page.evaluate(() => setTimeout(() => location.reload()));
    await page.waitForTimeout(500);
    return asked.length;
  };
  await openApp(page);
  await openPipelineFile(page, 'slow.json', slowPipeline());
  await expect(name(page)).toHaveValue('Slow');
  await runButton(page).click();
  await expect(cancelButton(page)).toBeVisible();
  expect(await leave()).toBe(1);
  await cancelButton(page).click();
  await expect(runButton(page)).toBeEnabled();
  await openTemplate(page, /^Sudden drift/);
  await goLive(page);
  expect(await leave()).toBe(1);
  await page.getByRole('button', { name: 'Stop the loop' }).click();
  await expect(page.getByRole('button', { name: 'Go live again' })).toBeVisible();
  expect(await leave()).toBe(0);
});

test('a swipe sideways does not go back', async ({ page }) => {
  await openApp(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorX)).toBe('none');
});

test('after a reload results, charts and what can be undone are back', async ({ page }) => {
  await openApp(page);
  await runToTheEnd(page);
  await name(page).fill('Renamed');
  const before = await readFigure(page, 'Accuracy');
  await page.reload();
  await expect(name(page)).toHaveValue('Renamed');
  await expect(nodesThatSay(page, 'done').or(nodesThatSay(page, 'cached')).first()).toBeVisible();
  expect(await readFigure(page, 'Accuracy')).toEqual(before);
  const charts = await showTab(page, 'Charts');
  await expect(charts.getByRole('img').first()).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Rename/ }).click();
  await expect(name(page)).not.toHaveValue('Renamed');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('after a reload in the middle of a run it is said that the run has ended', async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await openApp(page);
  await openPipelineFile(page, 'slow.json', slowPipeline());
  await expect(name(page)).toHaveValue('Slow');
  await runButton(page).click();
  await expect(node(page, 'Train dense network').getByRole('progressbar')).toBeVisible({ timeout: 40_000 });
  await page.reload();
  await expect(bar(page, 'The run ended when the page was loaded again')).toBeVisible();
  await expect(nodesThatSay(page, 'done').or(nodesThatSay(page, 'cached'))).toHaveCount(3);
  await expect(nodesThatSay(page, 'cancelled')).toHaveCount(1);
});

test('after a reload in the middle of a loop what it told is back, and it is said that it has ended', async ({
  page,
}) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await openApp(page);
  await openTemplate(page, /^Sudden drift/);
  await goLive(page);
  await playAt(page, /^20 ticks/);
  const monitor = nodeCalled(page, /^Monitor/);
  await expect(monitor.getByRole('img', { name: /alarm/ })).toBeVisible({ timeout: 60_000 });
  const tick = await currentTick(page);
  await page.reload();
  await expect(bar(page, 'The loop ended when the page was loaded again. What it told up to tick')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go live again' })).toBeVisible();
  await expect(monitor).toContainText(/accuracy 0\.\d+ over \d+ rows/);
  const live = await showTab(page, 'Live');
  await live.getByRole('tab', { name: 'Events' }).click();
  await expect(live.getByRole('row').filter({ hasText: /drift/i }).first()).toBeVisible();
  await live.getByRole('tab', { name: 'Performance' }).click();
  await expect(live.getByRole('img').first()).toBeVisible();
  expect(tick).toBeGreaterThan(20);
});
