import { expect, type Page, test } from '@playwright/test';
import { canvas, middleOf, nodes } from './page/canvas';
import { openApp } from './page/open';

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

const entry = (page: Page, kind: string) =>
  page.getByRole('navigation', { name: 'Kinds of node' }).getByRole('button', { name: kind, exact: true });

async function middleOfCanvas(page: Page): Promise<Spot> {
  const { x, y, width, height } = (await canvas(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height * 0.7 };
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
