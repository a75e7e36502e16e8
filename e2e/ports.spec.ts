import { expect, type Page, test } from '@playwright/test';
import { drawWire, inputPort, middleOf, node, outputPort, wires } from './page/canvas';
import { openPipelineFile } from './page/open';
import type { Served } from './page/servers';
import { serveWithTestKinds } from './page/test-kinds';

/* No kind of the product takes many wires or has ports by its params yet: the page is built with kinds that do. */

test.use({ actionTimeout: 10_000 });
test.setTimeout(240_000);

let served: Served;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  served = await serveWithTestKinds();
});
test.afterAll(() => served.close());

const at = (x: number, y: number) => ({ x, y });
const made = (id: string, kind: string, position: { x: number; y: number }, label: string, params = {}) => ({
  id,
  kind,
  label,
  params,
  position,
  mode: 'on',
});
const file = JSON.stringify({
  format: 'millrace/pipeline',
  version: 2,
  name: 'ports',
  description: '',
  seed: 1,
  nodes: [
    made('a', 'test.source', at(0, 0), 'Alpha'),
    made('b', 'test.source', at(0, 160), 'Beta'),
    made('c', 'test.source', at(0, 320), 'Gamma'),
    made('u', 'test.union', at(360, 0), 'All'),
    made('k', 'test.counted', at(360, 240), 'Some', { inputs: 2 }),
  ],
  edges: [
    { from: 'a.table', to: 'u.in' },
    { from: 'b.table', to: 'u.in' },
    { from: 'a.table', to: 'k.in1' },
    { from: 'c.table', to: 'k.in2' },
  ],
  notes: [],
});

async function open(page: Page): Promise<void> {
  await page.goto(served.origin);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled({ timeout: 30_000 });
  await openPipelineFile(page, 'ports.json', file);
  await expect(wires(page)).toHaveCount(4);
}

const between = (page: Page, words: string) => wires(page).and(page.getByLabel(words, { exact: true }));

test('a further wire joins those at an input that takes many, and the order is changed by mouse and by keyboard', async ({
  page,
}) => {
  await open(page);
  const all = node(page, 'All');
  await expect(inputPort(all, 'in')).toHaveAttribute('title', 'in · table · takes several');
  await drawWire(page, outputPort(node(page, 'Gamma'), 'table'), inputPort(all, 'in'));
  await expect(wires(page)).toHaveCount(5);
  await expect(between(page, 'Wire from Gamma to All, 3 of 3')).toHaveCount(1);

  await all.click();
  const order = page.getByRole('list', { name: 'in, in order' });
  const names = order.getByRole('listitem');
  await expect(names).toHaveText([/Alpha/, /Beta/, /Gamma/]);
  await order.getByRole('button', { name: 'Move Gamma up' }).click();
  await expect(names).toHaveText([/Alpha/, /Gamma/, /Beta/]);
  await expect(order.getByRole('button', { name: 'Move Gamma up' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names).toHaveText([/Gamma/, /Alpha/, /Beta/]);
  await expect(page.getByText('Gamma is now 1 of 3')).toBeAttached();
  await expect(order.getByRole('button', { name: 'Move Gamma up' })).toBeFocused();
  await expect(order.getByRole('button', { name: 'Move Gamma up' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(names).toHaveText([/Alpha/, /Gamma/, /Beta/]);
  await expect(order.getByRole('button', { name: 'Move Gamma down' })).toBeFocused();
  await expect(between(page, 'Wire from Gamma to All, 2 of 3')).toHaveCount(1);
});

test('by the list of the C key a wire joins the others where an input takes many', async ({ page }) => {
  await open(page);
  await node(page, 'All').click();
  await node(page, 'All').press('c');
  const list = page.getByRole('dialog', { name: 'Connect All' });
  await expect(list.getByText('Into input: in, which takes several')).toBeVisible();
  await list.getByRole('combobox').fill('Gamma');
  await page.keyboard.press('Enter');
  await expect(wires(page)).toHaveCount(5);
});

test('ports that go with a setting take their wires off the canvas, and both come back with it', async ({ page }) => {
  await open(page);
  const some = node(page, 'Some');
  await some.click();
  const count = page.getByRole('spinbutton', { name: 'Inputs' }).or(page.getByRole('textbox', { name: 'Inputs' }));
  await count.fill('1');
  await count.press('Enter');
  await expect(inputPort(some, 'in2')).toHaveCount(0);
  await expect(wires(page)).toHaveCount(3);
  await expect(page.getByText('c.table → k.in2').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wires without a port' })).toBeVisible();

  await count.fill('3');
  await count.press('Enter');
  await expect(wires(page)).toHaveCount(4);
  // The new handle is where it is drawn: a wire can be drawn to it.
  const [second, third] = [await middleOf(inputPort(some, 'in2')), await middleOf(inputPort(some, 'in3'))];
  expect(third.y).toBeGreaterThan(second.y);
  await drawWire(page, outputPort(node(page, 'Beta'), 'table'), inputPort(some, 'in3'));
  await expect(between(page, 'Wire from Beta to Some')).toHaveCount(1);
});
