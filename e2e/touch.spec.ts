import { expect, type Page, test } from '@playwright/test';
import { canvas, inputPort, middleOf, node, nodes, outputPort, wires } from './page/canvas';
import { nothingOnTheCanvas, openApp } from './page/open';
import { endOfRun, figureShown, measured } from './page/run';

test.use({ actionTimeout: 10_000, hasTouch: true });

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A finger goes down, rests, moves in steps, and goes up. */
async function dragFinger(page: Page, from: Spot, to: Spot, restMs: number): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Spot[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  await touch('touchStart', [from]);
  await page.waitForTimeout(restMs);
  for (let step = 1; step <= 8; step++) {
    const share = step / 8;
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
    await page.waitForTimeout(16);
  }
  await touch('touchEnd', []);
}

/** A finger rests where it is until a menu opens, and goes up. What listens comes right after the canvas: it may rest again. */
async function holdFinger(page: Page, at: Spot): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  await expect(async () => {
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    try {
      await expect(page.getByRole('menu', { name: 'Actions' })).toBeVisible({ timeout: 3_000 });
    } finally {
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
  }).toPass({ timeout: 20_000 });
}

const entry = (page: Page, kind: string) =>
  page.getByRole('navigation', { name: 'Kinds of node' }).getByRole('button', { name: kind, exact: true });

async function middleOfCanvas(page: Page): Promise<Spot> {
  const { x, y, width, height } = (await canvas(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height * 0.7 };
}

const spotOf = ({ x, y }: Spot): [number, number] => [x, y];

/** A place of the canvas where nothing stands. */
async function emptySpot(page: Page): Promise<Spot> {
  return canvas(page).evaluate((section) => {
    const { left, top, width, height } = section.getBoundingClientRect();
    for (let y = top + height - 80; y > top + 60; y -= 30) {
      for (let x = left + 40; x < left + width - 240; x += 40) {
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y };
      }
    }
    throw new Error('The canvas is full.');
  });
}

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1180, height: 820 } });

  test('a finger drags a kind out of the palette onto the canvas, and none where it moves along the list', async ({
    page,
  }) => {
    await openApp(page);
    await expect(nodes(page).first()).toBeVisible();
    const before = await nodes(page).count();
    await dragFinger(page, await middleOf(entry(page, 'Sample data')), await middleOfCanvas(page), 0);
    await expect(nodes(page)).toHaveCount(before + 1);
    const scale = await middleOf(entry(page, 'Scale numbers'));
    await dragFinger(page, scale, { x: scale.x, y: scale.y - 200 }, 0);
    await expect(nodes(page)).toHaveCount(before + 1);
  });
});

test.describe('by touch alone', () => {
  test.use({ viewport: { width: 1180, height: 820 } });
  test.setTimeout(180_000);

  test('a pipeline is built, wired, run and read', async ({ page }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'File', exact: true }).tap();
    await page.getByRole('menuitem', { name: /^New/ }).tap();
    await nothingOnTheCanvas(page);
    const add = async (kind: string): Promise<void> => {
      await entry(page, kind).tap();
      await expect(node(page, kind)).toBeVisible();
    };
    await add('Sample data');
    await add('Split into parts');
    await add('Scale numbers');
    await expect(wires(page)).toHaveCount(2);
    await page.waitForTimeout(600);
    // Nothing is followed where nothing is chosen: what comes now is wired by a tap on each port.
    await page.touchscreen.tap(...spotOf(await emptySpot(page)));
    await entry(page, 'Train dense network').tap();
    await expect(nodes(page)).toHaveCount(4);
    await expect(wires(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Fit to view' }).tap();
    await page.waitForTimeout(500);
    await page.touchscreen.tap(...spotOf(await middleOf(outputPort(node(page, 'Scale numbers'), 'Scaled table'))));
    await page.touchscreen.tap(...spotOf(await middleOf(inputPort(node(page, 'Train dense network'), 'Table'))));
    await expect(wires(page)).toHaveCount(3);
    await page.touchscreen.tap(...spotOf(await middleOf(node(page, 'Train dense network'))));
    await add('Evaluate');
    await expect(wires(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'Run', exact: true }).tap();
    await endOfRun(page);
    await page.getByRole('tab', { name: 'Results' }).tap();
    await expect(measured(page, 'test')).toBeVisible();
    expect((await figureShown(page, 'Accuracy')).model).toBeGreaterThan(0.5);
  });

  test('a finger that rests opens the menu of what lies under it, and two taps add one', async ({ page }) => {
    await openApp(page);
    await expect(node(page, 'Evaluate')).toBeVisible();
    await page.getByRole('button', { name: 'Fit to view' }).tap();
    await page.waitForTimeout(500);
    const before = await nodes(page).count();
    await holdFinger(page, await middleOf(node(page, 'Evaluate')));
    const menu = page.getByRole('menu', { name: 'Actions' });
    await expect(menu.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
    await menu.getByRole('menuitem', { name: 'Duplicate' }).tap();
    await expect(nodes(page)).toHaveCount(before + 1);
    await expect(menu).toBeHidden();
    await holdFinger(page, await emptySpot(page));
    await expect(menu.getByRole('menuitem', { name: 'Select all' })).toBeVisible();
    await menu.getByRole('menuitem', { name: 'Select all' }).tap();
    const kind = spotOf(await middleOf(entry(page, 'Sample data')));
    await Promise.all([page.touchscreen.tap(...kind), page.touchscreen.tap(...kind)]);
    await expect(nodes(page)).toHaveCount(before + 2);
    await page.waitForTimeout(700);
    await expect(nodes(page)).toHaveCount(before + 2);
  });

  test('what is let go over the dock stays out of the page’s place', async ({ page }) => {
    await openApp(page);
    await expect(nodes(page).first()).toBeVisible();
    const before = await nodes(page).count();
    // Folded, it leaves its place to the canvas.
    await page.getByRole('tab', { name: 'Log' }).tap();
    await expect(page.getByRole('tabpanel', { name: 'Log' })).toBeVisible();
    await dragFinger(page, await middleOf(entry(page, 'Sample data')), { x: 700, y: 760 }, 0);
    expect(
      await page.getByRole('region', { name: 'Results and data' }).evaluate((dock) => {
        const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
        dock.dispatchEvent(drop);
        return drop.defaultPrevented;
      }),
    ).toBe(true);
    await expect(nodes(page)).toHaveCount(before);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true });

  test('a finger held on a kind drags it out of the sheet, which gives way to the canvas', async ({ page }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'Canvas', exact: true }).click();
    await expect(canvas(page)).toBeVisible();
    await expect(nodes(page).first()).toBeVisible();
    const before = await nodes(page).count();
    const place = await middleOfCanvas(page);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    // The sheet glides in.
    await page.waitForTimeout(400);
    await dragFinger(page, await middleOf(entry(page, 'Sample data')), place, 400);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(nodes(page)).toHaveCount(before + 1);
  });
});
