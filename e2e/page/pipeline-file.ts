import type { Page } from '@playwright/test';
import { chooseFromFileMenu } from './open';

export interface WrittenNode {
  readonly id: string;
  readonly kind: string;
  readonly label?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A pipeline file; wires are written as in the file, "from.port" to "to.port". */
export function pipelineFile(
  name: string,
  nodes: readonly WrittenNode[],
  wires: readonly (readonly [from: string, to: string])[],
): string {
  return JSON.stringify({
    format: 'millrace/pipeline',
    version: 1,
    name,
    description: '',
    seed: 7,
    nodes: nodes.map(({ id, kind, label = '', params = {} }, index) => ({
      id,
      kind,
      label,
      params,
      position: { x: (index % 3) * 300, y: Math.floor(index / 3) * 240 },
      mode: 'on',
    })),
    edges: wires.map(([from, to]) => ({ from, to })),
    notes: [],
  });
}

/** Picks a pipeline file in File > Open, written out here or lying on disk. */
export async function openFile(
  page: Page,
  file: string | { readonly name: string; readonly text: string },
): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await chooseFromFileMenu(page, /^Open/);
  const chooser = await picking;
  await chooser.setFiles(
    typeof file === 'string' ? file : { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) },
  );
}
