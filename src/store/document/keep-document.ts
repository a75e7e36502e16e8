import type { PipelineDocument } from '../../graph/document';
import { openJson } from '../../graph/open-json';
import { saveDocument } from '../../graph/save-document';
import { catalog } from '../../nodes/catalog';
import { type Autosave, createAutosave, openSlots, type Recovered, registerTab } from '../../storage/autosave';
import { isNoRoom } from '../../storage/no-room';
import { useDocument } from './document-store';
import { filesToUndo } from './files-to-undo';
import { type Lost, tellLost, useKeeping } from './keeping';

/** Edits settle this long before they are kept, in milliseconds. */
const DELAY_MS = 500;
/** A disk that has not answered by then keeps nothing, as far as anybody can tell. */
const PATIENCE_MS = 5_000;
/** What could not be kept is tried again this much later, edited or not. */
const RETRY_MS = 10_000;

let opening: Promise<Autosave> | undefined;
const browserAutosave = (): Promise<Autosave> => {
  opening ??= registerTab().then((tabs) => createAutosave(openSlots(), tabs));
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
};

/** The name that this tab's work is kept under; rejects where tabs cannot be told apart. */
export const tabName = async (): Promise<string> => (await browserAutosave()).tab();

/**
 * Opens what was on the canvas before a reload, a crash or a closed tab. `nothing`: there was nothing, as in a new
 * tab. `lost`: there was something that is not back, which {@link useKeeping} tells.
 */
export async function loadAutosave(
  open: () => Promise<Autosave> = browserAutosave,
): Promise<'opened' | 'nothing' | 'lost'> {
  const { session, document } = useDocument.getState();
  const lose = (lost: Lost): 'lost' => {
    tellLost(lost);
    return 'lost';
  };
  let autosave: Autosave | undefined;
  let recovered: Recovered;
  try {
    autosave = await open();
    recovered = await autosave.recover();
  } catch (cause) {
    useKeeping.setState({ failing: isNoRoom(cause) ? 'full' : 'gone' });
    if (autosave?.isNew === true) return 'nothing';
    unread = true;
    return lose({ what: autosave?.keptNothing === true ? 'all' : 'unread' });
  }
  const { slot, own, lost } = recovered;
  if (lost === 'all') return lose({ what: 'all' });
  if (slot === null) return 'nothing';
  const opened = openText(slot.text);
  if (opened === null) {
    // It may be mended by hand, or by a newer Millrace.
    await autosave.leave().catch(() => undefined);
    return lose({ what: 'damaged', text: slot.text });
  }
  const now = useDocument.getState();
  // What was opened or edited meanwhile is newer; what was kept stays for another tab.
  if (now.session !== session || now.document !== document) {
    await autosave.leave().catch(() => undefined);
    return 'nothing';
  }
  now.open(opened, { dirty: slot.dirty, inFile: slot.inFile ?? true });
  asKept = opened;
  if (lost === 'latest') tellLost({ what: 'latest', savedAt: slot.savedAt });
  return own || opened.nodes.length + opened.notes.length > 0 ? 'opened' : 'nothing';
}

function openText(source: string) {
  try {
    const opened = openJson(JSON.parse(source), catalog);
    return opened.ok ? opened.document : null;
  } catch {
    return null;
  }
}

/** What lies in the tab's slot could not be read: nothing may be written over it. */
let unread = false;

/** What was opened from the disk, which needs no keeping. */
let asKept: PipelineDocument | null = null;

let keepPending = async (): Promise<void> => undefined;
let jotPending = (): boolean => true;

/** Keeps what is on the canvas here and now, without waiting for edits to settle. */
export const keepNow = (): Promise<void> => keepPending();

/**
 * Sees to it that the page's next start has what is on the canvas, though the page be left before the disk answers.
 * False where edits would be lost.
 */
export const keepBeforeLeaving = (): boolean => jotPending();

/** Keeps every edit on the browser's disk from now on. Returns what stops it. */
export function startAutosave(open: () => Promise<Autosave> = browserAutosave): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending = false;
  let writing: Promise<void> = Promise.resolve();
  /** Where the page may be left at any moment there is no time to ask for it. */
  let autosave: Autosave | undefined;
  open().then(
    (opened) => {
      autosave = opened;
    },
    () => undefined, // Told by the first write.
  );
  const write = (): Promise<void> => {
    clearTimeout(timer);
    if (pending) {
      pending = false;
      writing = writeOnce();
    }
    return writing;
  };
  const writeOnce = async (): Promise<void> => {
    const late = setTimeout(() => useKeeping.setState({ failing: 'gone' }), PATIENCE_MS);
    const { text, about } = onCanvas();
    try {
      autosave = await open();
      if (unread) await autosave.leave();
      unread = false;
      await autosave.keep(text, about);
      useKeeping.setState({ failing: null, settling: pending });
    } catch (cause) {
      useKeeping.setState({ failing: isNoRoom(cause) ? 'full' : 'gone' });
      soon(RETRY_MS);
    } finally {
      clearTimeout(late);
    }
  };
  const soon = (delay: number): void => {
    pending = true;
    if (!useKeeping.getState().settling) useKeeping.setState({ settling: true });
    clearTimeout(timer);
    timer = setTimeout(() => void write(), delay);
  };
  const stopWatching = useDocument.subscribe((now, before) => {
    if (now.document === before.document && now.dirty === before.dirty && now.inFile === before.inFile) return;
    autosave?.dropJot();
    soon(DELAY_MS);
  });
  const jot = (): boolean => {
    const { failing, settling } = useKeeping.getState();
    if (!settling) return true;
    // That a failing disk keeps nothing is said, and a reload says what is missing.
    if (failing !== null || unread || autosave === undefined) return false;
    const { text, about } = onCanvas();
    return autosave.jot(text, about);
  };
  keepPending = write;
  jotPending = jot;
  const { dirty, document: begun } = useDocument.getState();
  if (dirty && begun !== asKept) soon(DELAY_MS);
  const leaving = (): void => {
    jot();
    void write();
  };
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') leaving();
  };
  const page = typeof document === 'undefined' ? null : document;
  const left = (): void => {
    // A name or a note that is being written becomes an edit once its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    leaving();
  };
  page?.addEventListener('visibilitychange', hidden);
  page?.defaultView?.addEventListener('pagehide', left);
  return () => {
    clearTimeout(timer);
    stopWatching();
    page?.removeEventListener('visibilitychange', hidden);
    page?.defaultView?.removeEventListener('pagehide', left);
  };
}

function onCanvas() {
  const { document, dirty, inFile } = useDocument.getState();
  return { text: saveDocument(document), about: { dirty, inFile, undoFiles: filesToUndo() } };
}
