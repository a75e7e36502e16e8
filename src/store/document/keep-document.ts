import { openJson } from '../../graph/open-json';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { type Autosave, createAutosave, openSlots, registerTab } from '../../storage/autosave';
import { useNotices } from '../view/notice-store';
import { useDocument } from './document-store';
import { filesToUndo } from './files-to-undo';

/** Edits settle this long before they are kept, in milliseconds. */
const DELAY_MS = 500;

async function openAutosave(): Promise<Autosave> {
  const tabs = await registerTab();
  return createAutosave(await openSlots(), tabs);
}

let opening: Promise<Autosave> | undefined;
const browserAutosave = (): Promise<Autosave> => {
  opening ??= openAutosave();
  return opening;
};

/**
 * Opens what was on the canvas before a reload, a crash or a closed tab. Resolves to whether nodes or
 * notes came back; a disk that cannot be read is no more than nothing to recover.
 */
export async function loadAutosave(open: () => Promise<Autosave> = browserAutosave): Promise<boolean> {
  const { session, document } = useDocument.getState();
  try {
    const slot = await (await open()).recover();
    if (slot === null) return false;
    const opened = openJson(JSON.parse(slot.text), catalog);
    const now = useDocument.getState();
    // What was opened or edited meanwhile is newer.
    if (!opened.ok || now.session !== session || now.document !== document) return false;
    now.open(opened.document, { dirty: slot.dirty });
    return opened.document.nodes.length + opened.document.notes.length > 0;
  } catch {
    return false;
  }
}

/** Keeps every edit on the browser's disk from now on. Returns what stops it. */
export function startAutosave(open: () => Promise<Autosave> = browserAutosave): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending = false;
  let told = false;
  const write = async (): Promise<void> => {
    clearTimeout(timer);
    if (!pending) return;
    pending = false;
    const { document, dirty } = useDocument.getState();
    try {
      await (await open()).keep(saveDocument(document), dirty, filesToUndo());
      told = false;
      useNotices.getState().settle('autosave');
    } catch {
      // Once is enough: it would come back with every edit.
      if (told) return;
      told = true;
      useNotices.getState().notify({
        severity: 'warning',
        subject: 'autosave',
        leadsTo: 'disk',
        message: text('The browser could not keep a copy of your work.', '브라우저에 작업 내용을 보관하지 못했어요.'),
        hint: text('Save it to a file. Editing goes on as before.', '파일로 저장해 주세요. 편집은 계속할 수 있어요.'),
      });
    }
  };
  const soon = (): void => {
    pending = true;
    clearTimeout(timer);
    timer = setTimeout(() => void write(), DELAY_MS);
  };
  const stopWatching = useDocument.subscribe((now, before) => {
    if (now.document !== before.document || now.dirty !== before.dirty) soon();
  });
  const leaving = (): void => void write();
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') leaving();
  };
  const page = typeof document === 'undefined' ? null : document;
  page?.addEventListener('visibilitychange', hidden);
  page?.defaultView?.addEventListener('pagehide', leaving);
  return () => {
    clearTimeout(timer);
    stopWatching();
    page?.removeEventListener('visibilitychange', hidden);
    page?.defaultView?.removeEventListener('pagehide', leaving);
  };
}
