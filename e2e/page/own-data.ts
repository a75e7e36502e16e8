import { expect, type Page } from '@playwright/test';

/** What a file picker takes. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** 300 customers with gaps in their figures, a category, and a class that mostly follows from them. */
export function customersCsv(name = 'customers.csv', rows = 300): PickedFile {
  const plans = ['basic', 'family', 'premium'];
  const lines = ['age,spend,visits,plan,stays'];
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  for (let row = 0; row < rows; row++) {
    const age = 18 + Math.floor(next() * 60);
    const spend = 5 + next() * 90;
    const visits = Math.floor(next() * 20);
    const plan = Math.floor(next() * 3);
    const stays = spend / 95 + visits / 20 + plan * 0.3 + next() * 0.2 > 1.3;
    const cell = (value: string): string => (next() < 0.06 ? '' : value);
    lines.push(
      [
        cell(String(age)),
        cell(spend.toFixed(2)),
        cell(String(visits)),
        cell(plans[plan] ?? ''),
        stays ? 'yes' : 'no',
      ].join(','),
    );
  }
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

/** A file of such content. */
export const csvFile = (name: string, content: string): PickedFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

/** Leaves it at the file that was dropped or chosen. */
export async function addOnlyTheFile(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'What shall be predicted?' });
  await dialog.getByRole('button', { name: 'Only add the file' }).click();
  await expect(dialog).toBeHidden();
}
