import { copyText, pasteEdit, readClip } from '../graph/clipboard';
import { text } from '../lib/text';
import { useDocument } from '../store/document-store';
import { useNotices } from '../store/notice-store';
import { removeSelected } from './edit-actions';
import type { Point } from './geometry';

/** The text of what is selected, or null where nothing is. */
export function selectedText(): string | null {
  const { document, selection } = useDocument.getState();
  return copyText(document, selection.nodes, selection.notes);
}

/** Puts copied nodes on the canvas and selects them. Returns whether the text held any. */
export function pasteText(source: string, at?: Point): boolean {
  const read = readClip(source);
  if (!read.ok) {
    useNotices.getState().notify({ severity: 'info', message: read.reason, subject: 'clipboard' });
    return false;
  }
  const { document, apply, select } = useDocument.getState();
  const edit = pasteEdit(document, read.clip, at);
  apply(edit, text('Paste', '붙여넣기'));
  select({ nodes: edit.nodes.map((node) => node.id), edges: [], notes: (edit.notes ?? []).map((note) => note.id) });
  return true;
}

/** Copy, cut or duplicate from a menu or a key, where no clipboard event gives access. */
export async function copySelection(how: 'copy' | 'cut' | 'duplicate'): Promise<void> {
  const source = selectedText();
  if (source === null) return;
  if (how === 'duplicate') {
    pasteText(source);
    return;
  }
  try {
    await navigator.clipboard.writeText(source);
  } catch {
    refused();
    return;
  }
  if (how === 'cut') removeSelected();
}

export async function pasteFromMenu(at: Point): Promise<void> {
  try {
    pasteText(await navigator.clipboard.readText(), at);
  } catch {
    refused();
  }
}

function refused(): void {
  useNotices.getState().notify({
    severity: 'warning',
    subject: 'clipboard',
    message: text('The browser keeps the clipboard from the page.', '브라우저가 클립보드 접근을 막고 있어요.'),
    hint: text('Use Ctrl+C, Ctrl+X and Ctrl+V on the canvas.', '캔버스에서 Ctrl+C, Ctrl+X, Ctrl+V를 써 주세요.'),
  });
}
