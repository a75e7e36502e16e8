import { create } from 'zustand';
import type { NamedFile } from '../graph/named-files';
import type { FileRef } from '../nodes/contract/kind';
import type { OpenedFile } from '../store/commands/command-host';
import { holdKeys } from '../ui/parts/hold-keys';

/** The dialog that is open; one at a time. */
export type OpenDialog =
  | { readonly type: 'templates' }
  | { readonly type: 'commands' }
  | { readonly type: 'shortcuts' }
  | { readonly type: 'disk' }
  /** What words mean, narrowed to those that a query fits. */
  | { readonly type: 'glossary'; readonly query?: string }
  | { readonly type: 'python' }
  | { readonly type: 'about' }
  /** Files that the pipeline names and that are not here. */
  | { readonly type: 'files'; readonly files: readonly NamedFile[] }
  | { readonly type: 'notices' }
  | { readonly type: 'loop' }
  /** Asks what a file's rows are for. */
  | { readonly type: 'ownData'; readonly file: FileRef; readonly onlyFile: () => void }
  /** Asks before unsaved edits are replaced. */
  | { readonly type: 'unsaved'; readonly answer: (replace: boolean) => void }
  /** Asks what a pasted pipeline is for. */
  | { readonly type: 'pasted'; readonly name: string; readonly answer: (what: 'open' | 'add' | null) => void }
  /** What is wrong with a file that was opened, or that could not be. */
  | ({ readonly type: 'opened' } & OpenedFile);

export const useDialogs = create<{ readonly open: OpenDialog | null }>()(() => ({ open: null }));

export function showDialog(open: OpenDialog): void {
  useDialogs.setState({ open });
  holdKeys(() => useDialogs.getState().open !== null, giveUpDialog);
}
/** Shows a dialog that nobody asked for, where another is open once that was closed. */
export function showNext(next: OpenDialog): void {
  const show = (): boolean => {
    const free = useDialogs.getState().open === null;
    if (free) useDialogs.setState({ open: next });
    return free;
  };
  if (show()) return;
  const stop = useDialogs.subscribe(() => {
    if (useDialogs.getState().open !== null) return;
    stop();
    show();
  });
}

export const closeDialog = (): void => useDialogs.setState({ open: null });

/** Closes a dialog that cannot be shown; what it would have asked counts as refused. */
export function giveUpDialog(): void {
  const { open } = useDialogs.getState();
  closeDialog();
  if (open?.type === 'unsaved') open.answer(false);
  if (open?.type === 'pasted') open.answer(null);
}
