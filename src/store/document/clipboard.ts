import { copyText } from '../../graph/clipboard';
import { eventually } from '../../lib/eventually';
import { text } from '../../lib/text';
import { commandHost } from '../commands/command-host';
import { useNotices } from '../view/notice-store';
import { useDocument } from './document-store';
import { openPipelineText } from './open-pipeline';
import { removeSelected } from './selected-edits';

export const CUT = text('Cut', '잘라내기');

/** The text of what is selected, or null where nothing is. */
export function selectedText(): string | null {
  const { document, selection } = useDocument.getState();
  return copyText(document, selection.nodes, selection.notes);
}

/** The text of what is selected, which leaves the canvas; null where nothing is. */
export function cutText(): string | null {
  const source = selectedText();
  if (source !== null) removeSelected(CUT, false);
  return source;
}

/** How a text is read is fetched when something is pasted for the first time. */
const reading = () => eventually(() => import('../../graph/paste'));

/** Puts copied nodes on the canvas as one step and selects them. Returns whether the text held any. */
export async function pasteNodes(
  source: string,
  at?: { readonly x: number; readonly y: number },
  label = text('Paste', '붙여넣기'),
): Promise<boolean> {
  const { readClip, pasteEdit } = await reading();
  const read = readClip(source);
  if (!read.ok) {
    useNotices.getState().notify({ severity: 'info', subject: 'clipboard', message: read.reason });
    return false;
  }
  const { document, apply, select } = useDocument.getState();
  const edit = pasteEdit(document, read.clip, at);
  apply(edit, label);
  select({ nodes: edit.nodes.map((node) => node.id), edges: [], notes: (edit.notes ?? []).map((note) => note.id) });
  return true;
}

/** Pastes what the clipboard holds; a whole pipeline is offered to be opened where something stands here already. */
export async function paste(source: string, at?: { readonly x: number; readonly y: number }): Promise<boolean> {
  const { pipelineNameIn } = await reading();
  const name = pipelineNameIn(source);
  if (name === null) return pasteNodes(source, at);
  const { nodes, notes } = useDocument.getState().document;
  const what = nodes.length + notes.length === 0 ? 'open' : await commandHost().openPasted(name);
  if (what === 'add') return pasteNodes(source, at);
  return what === 'open' && openPipelineText(name, source, { inFile: false, asked: true });
}

/** Copies the selection to the system's clipboard. Returns whether it is there. */
export async function copySelected(): Promise<boolean> {
  const source = selectedText();
  if (source === null) return false;
  return reach(async () => {
    await commandHost().writeClipboard(source);
    return true;
  });
}

export function pasteFromClipboard(): Promise<boolean> {
  return reach(async () => paste(await commandHost().readClipboard()));
}

async function reach(access: () => Promise<boolean>): Promise<boolean> {
  try {
    return await access();
  } catch {
    useNotices.getState().notify({
      severity: 'warning',
      subject: 'clipboard',
      message: text('The browser keeps the clipboard from the page.', '브라우저가 클립보드 접근을 막고 있어요.'),
      hint: text('Use Ctrl+C, Ctrl+X and Ctrl+V on the canvas.', '캔버스에서 Ctrl+C, Ctrl+X, Ctrl+V를 써 주세요.'),
    });
    return false;
  }
}
