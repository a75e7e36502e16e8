import { expect, type Locator, type Page } from '@playwright/test';
import type { PickedFile } from './own-data';

/** A place on the canvas, in pixels from its top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const canvas = (page: Page): Locator => page.getByRole('region', { name: 'Pipeline canvas' });

/** Nodes are heard as "name, stage, state, …": the first of that name. */
export const node = (page: Page, name: string): Locator => nodes(page, name).first();

export const nodes = (page: Page, name = ''): Locator =>
  canvas(page).getByRole('group', { name: new RegExp(name === '' ? ', ' : `^${literally(name)},`) });

/** Ports are drawn at a node's edges: inputs left, outputs right. Their titles name them. */
export const outputPort = (of: Locator, title: string): Locator =>
  of.locator('[data-handlepos="right"]').and(of.getByTitle(new RegExp(`^${literally(title)} ·`)));
export const inputPort = (of: Locator, title: string): Locator =>
  of.locator('[data-handlepos="left"]').and(of.getByTitle(new RegExp(`^${literally(title)} ·`)));

/** Drags a kind of node out of the palette onto a place of the canvas. */
export async function dragFromPalette(page: Page, kind: string, place: Place): Promise<void> {
  const before = await nodes(page, kind).count();
  await page
    .getByRole('navigation', { name: 'Kinds of node' })
    .getByRole('button', { name: kind, exact: true })
    .dragTo(canvas(page), { targetPosition: place });
  await expect(nodes(page, kind)).toHaveCount(before + 1);
  await viewAtRest(page);
}

/** Drags a wire from an output to an input. */
export async function drawWire(page: Page, from: Locator, to: Locator): Promise<void> {
  const before = await wires(page).count();
  await dragPointer(page, await middleOf(from), await middleOf(to));
  await expect(wires(page)).not.toHaveCount(before);
}

/** Drags a wire from a port to an empty place and chooses what is to stand there. */
export async function dropWireOnCanvas(page: Page, from: Locator, place: Place, kind: string): Promise<void> {
  const box = await canvas(page).boundingBox();
  if (box === null) throw new Error('The canvas is not on the page.');
  await dragPointer(page, await middleOf(from), { x: box.x + place.x, y: box.y + place.y });
  const list = page.getByRole('dialog', { name: 'Add a node that fits' });
  await list.getByRole('option', { name: kind }).first().click();
  await expect(list).toBeHidden();
  await viewAtRest(page);
}

/** Every wire of the canvas, heard as an edge between two nodes. */
export const wires = (page: Page): Locator => canvas(page).locator('.react-flow__edge');

/** Waits until the canvas has stopped gliding. */
export async function viewAtRest(page: Page): Promise<void> {
  const view = canvas(page).locator('.react-flow__viewport');
  let last = '';
  await expect
    .poll(
      async () => {
        const now = (await view.getAttribute('style')) ?? '';
        const still = now === last;
        last = now;
        return still;
      },
      { intervals: [150] },
    )
    .toBe(true);
}

export async function middleOf(what: Locator): Promise<Place> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('Not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses, moves in steps as a hand does, and lets go. */
export async function dragPointer(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 4, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

/** Drops a file on the canvas, as from a folder beside the browser. */
export const dropOnCanvas = (page: Page, file: PickedFile): Promise<void> => dropOn(canvas(page), file);

/** Drops a file on some part of the page. */
export async function dropOn(what: Locator, file: PickedFile): Promise<void> {
  const data = await what.page().evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], name ?? '', { type: 'text/csv' }));
      return transfer;
    },
    [file.name, file.buffer.toString()],
  );
  for (const type of ['dragover', 'drop'])
    await what.dispatchEvent(type, { dataTransfer: data, clientX: 700, clientY: 300 });
}
