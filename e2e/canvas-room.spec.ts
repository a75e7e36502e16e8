import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { canvas, node, nodes, viewAtRest, wires } from './page/canvas';
import { goToNode } from './page/keyboard';
import { openApp, openEmptyPipeline, openPipelineFile } from './page/open';
import { addOnlyTheFile } from './page/own-data';
import { slowPipeline } from './page/own-pipelines';
import { cancelButton, runToTheEnd } from './page/run';
import { smallestText } from './page/text-size';

test.setTimeout(120_000);

const dock = (page: Page): Locator => page.getByRole('region', { name: 'Results and data' });
const heightOf = async (what: Locator): Promise<number> => (await what.boundingBox())?.height ?? 0;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const boxOf = async (what: Locator): Promise<Box> =>
  (await what.boundingBox()) ?? { x: Number.NaN, y: Number.NaN, width: Number.NaN, height: Number.NaN };
const covers = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 1 &&
  inner.y >= outer.y - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1;

/** Once it has come to rest. */
async function expectInSight(page: Page, what: Locator): Promise<void> {
  await expect.poll(async () => holds(await boxOf(canvas(page)), await boxOf(what))).toBe(true);
}

test('the empty dock is folded, opens with the first charts, and stays folded where a person folds it', async ({
  page,
}) => {
  await openApp(page);
  await expect.poll(() => heightOf(dock(page))).toBeLessThan(60);
  await openPipelineFile(page, 'slow.json', slowPipeline());
  await expect(nodes(page).getByText(/2000 epochs/)).toBeVisible();
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await run.click();
  await expect(page.getByRole('tabpanel', { name: 'Charts' })).toBeVisible();
  await expect.poll(() => heightOf(dock(page))).toBeGreaterThan(200);
  await cancelButton(page).click();
  await page.getByRole('button', { name: 'Fold the panel' }).click();
  await expect.poll(() => heightOf(dock(page))).toBeLessThan(60);
  await run.click();
  await expect(
    nodes(page)
      .getByText(/2,000 · loss/)
      .first(),
  ).toBeVisible();
  expect(await heightOf(dock(page))).toBeLessThan(60);
  await cancelButton(page).click();
  // The line above it opens it again, and folds it: drawn by the mouse, moved by the keys.
  const line = page.getByRole('separator', { name: 'Height of the panel below' });
  const from = await boxOf(line);
  await page.mouse.move(from.x + 200, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 200, from.y - 300, { steps: 4 });
  await page.mouse.up();
  expect(await heightOf(dock(page))).toBeCloseTo(336, -1);
  await line.focus();
  await line.press('ArrowDown');
  expect(await heightOf(dock(page))).toBeCloseTo(316, -1);
  await line.press('Enter');
  await expect.poll(() => heightOf(dock(page))).toBeLessThan(60);
});

for (const width of [1440, 1024]) {
  test(`a node that is clicked is in sight when the inspector has opened, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openApp(page);
    const surface = await boxOf(canvas(page));
    // Moved by hand, so that the view stays where it is: the data stands at the right edge.
    const data = node(page, 'Sample data');
    const from = { x: surface.x + 60, y: surface.y + surface.height - 90 };
    const there = await boxOf(data);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + surface.x + surface.width - there.x - there.width - 20, from.y, { steps: 6 });
    await page.mouse.up();
    await data.click({ position: { x: 80, y: 12 } });
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
    await expectInSight(page, data);
  });
}

for (const size of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test(`a loop added by double-click stays in sight and can be read, ${size.width} × ${size.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await openEmptyPipeline(page);
    const kinds = page.getByRole('navigation', { name: 'Kinds of node' });
    const loop = [
      ...[
        'Synthetic data',
        'Stream',
        'Split into parts',
        'Handle missing values',
        'Scale numbers',
        'Train linear model',
      ],
      ...['Deploy', 'Monitor', 'When performance drops', 'Retrain', 'Gate'],
    ];
    for (const kind of loop) {
      await kinds.getByRole('button', { name: kind, exact: true }).dblclick();
      await expectInSight(page, node(page, kind));
    }
    for (const kind of loop) await expectInSight(page, node(page, kind));
    expect(await wires(page).count()).toBeGreaterThanOrEqual(loop.length - 1);
    expect((await smallestText(page)).size).toBeGreaterThanOrEqual(10.95);
    const boxes = await Promise.all((await nodes(page).all()).map(boxOf));
    const overMap = await Promise.all((await page.locator('.react-flow__minimap').all()).map(boxOf));
    const all = [...boxes, ...overMap];
    expect(all.filter((one, i) => all.some((other, j) => j > i && covers(one, other)))).toEqual([]);
    const cut = await page
      .locator('.mr-node')
      .evaluateAll((frames) =>
        frames.flatMap((frame) =>
          [...frame.querySelectorAll('.mr-node-label, .mr-node-line, .mr-node-problem')]
            .filter((line) => line.getBoundingClientRect().bottom > frame.getBoundingClientRect().bottom + 0.5)
            .map((line) => line.textContent),
        ),
      );
    expect(cut).toEqual([]);
  });
}

test('a CSV dropped on a full canvas covers no node', async ({ page }) => {
  await openApp(page);
  const before = await nodes(page).count();
  const target = await boxOf(nodes(page).nth(2));
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a,b\n1,2\n3,4\n'], 'full.csv', { type: 'text/csv' }));
    return transfer;
  });
  const at = { clientX: target.x + 60, clientY: target.y + 30, dataTransfer: dropped };
  await canvas(page).dispatchEvent('drop', at);
  await addOnlyTheFile(page);
  await expect(nodes(page)).toHaveCount(before + 1);
  const boxes = await Promise.all((await nodes(page).all()).map(boxOf));
  const overlapping = boxes.filter((one, i) => boxes.some((other, j) => j > i && covers(one, other)));
  expect(overlapping).toEqual([]);
});

test('what is written on a wire hides no title', async ({ page }) => {
  await openApp(page);
  await openPipelineFile(page, 'live.json', readFileSync('public/templates/sudden-drift.json', 'utf8'));
  await expect(node(page, 'Deploy')).toBeVisible();
  await viewAtRest(page);
  const titles = await Promise.all((await page.locator('.mr-node-label').all()).map(boxOf));
  const label = page.locator('.mr-wire-label');
  for (const wire of await wires(page).all()) {
    await wire.dispatchEvent('mouseover');
    await wire.locator('.mr-wire').dispatchEvent('mouseover');
    await expect(label).toBeVisible();
    const written = await boxOf(label);
    expect(titles.filter((title) => covers(title, written))).toEqual([]);
    await wire.locator('.mr-wire').dispatchEvent('mouseout');
    await expect(label).toHaveCount(0);
  }
});

test('a run moves no node', async ({ page }) => {
  await openApp(page);
  const boxes = (): Promise<string> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.react-flow__node, .mr-node')]
        .map(({ offsetWidth, offsetHeight, style }) => `${style.transform} ${offsetWidth} ${offsetHeight}`)
        .join(),
    );
  const before = await boxes();
  const seen = await page.evaluateHandle(() => {
    const found = new Set<string>();
    const look = (): void => {
      for (const one of document.querySelectorAll('.mr-node')) {
        const { bottom } = one.getBoundingClientRect();
        for (const part of one.querySelectorAll(':scope > :not(.mr-port, .sr-only)')) {
          if (part.getBoundingClientRect().bottom > bottom + 0.5) found.add(`${part.className} of ${one.textContent}`);
        }
      }
      requestAnimationFrame(look);
    };
    look();
    return found;
  });
  await runToTheEnd(page);
  expect(await boxes()).toBe(before);
  expect(await seen.evaluate((found) => [...found])).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  test('the first view is the outline', async ({ page }) => {
    await openApp(page);
    await expect(page.locator('[data-outline-id]').first()).toBeVisible();
    await expect(canvas(page)).toBeHidden();
  });
});

test('of many nodes those in sight are drawn; the map leads to the others, and the keyboard stays where it was', async ({
  page,
}) => {
  const many = Array.from({ length: 300 }, (_, i) => ({
    id: `n${i}`,
    kind: i === 1 ? 'prepare.columns' : 'ingest.sample',
    label: `Node ${i}`,
    params: {},
    position: { x: (i % 20) * 300, y: Math.floor(i / 20) * 150 },
    mode: 'on',
  }));
  const file = {
    format: 'millrace/pipeline',
    version: 1,
    name: 'Many',
    description: '',
    seed: 1,
    edges: [{ from: 'n0.table', to: 'n1.table' }],
    notes: [],
  };
  await openApp(page);
  await openPipelineFile(page, 'many.json', JSON.stringify({ ...file, nodes: many }));
  await expect(node(page, 'Node 0')).toBeVisible();
  expect(await nodes(page).count()).toBeLessThan(100);
  await expect(node(page, 'Node 299')).toHaveCount(0);
  const map = await boxOf(page.getByRole('img', { name: 'Overview map' }));
  await page.mouse.click(map.x + map.width - 12, map.y + map.height * 0.75);
  await expect(node(page, 'Node 299')).toBeVisible();

  const turnWheel = async (at: 'left' | 'right', by: number) => {
    const { x, y, width, height } = await boxOf(canvas(page));
    await page.mouse.move(at === 'left' ? x + 20 : x + width - 20, at === 'left' ? y + 60 : y + height - 160);
    for (let turns = 0; turns < 4; turns++) await page.mouse.wheel(0, by);
  };
  await goToNode(page, 'Node 0');
  await turnWheel('left', -600);
  await expect(node(page, 'Node 0')).not.toBeInViewport();
  await expect(node(page, 'Node 0')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, 'Node 0')).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(node(page, 'Node 0')).not.toBeFocused();
  await expect(canvas(page).locator('.react-flow__node:focus')).toBeInViewport();

  await goToNode(page, 'Node 0');
  await page.keyboard.press('w');
  const wire = canvas(page).locator('.react-flow__edge');
  await expect(wire).toBeFocused();
  await turnWheel('left', 600);
  await turnWheel('right', -600);
  await expect(wire).toHaveCount(0);
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, 'Node 1')).toBeFocused();
  await expect(node(page, 'Node 1')).toBeInViewport();

  // From afar all are one picture, in which a click finds one and the list of commands leads to it.
  await canvas(page).focus();
  await page.keyboard.press('f');
  await expect(nodes(page)).toHaveCount(0);
  const picture = await page.locator('.mr-distance canvas').screenshot();
  expect(picture.length).toBeGreaterThan(2_000);
  await goToNode(page, 'Node 299');
  await expect(node(page, 'Node 299')).toBeInViewport();
});
