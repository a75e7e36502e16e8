import { commandHost } from '../store/commands/command-host';

/** A dialog, but for those that block nothing. */
const ASKING = '[role="dialog"]:not([aria-modal="false"])';

/**
 * A file or a kind let go where nothing takes it would have the browser open it in the place of this page. Files are taken
 * up as the canvas takes them, but not over a dialog, which asks something else; a kind is refused. Returns what ends this.
 */
export function holdPage(): () => void {
  const hold = (event: DragEvent): void => {
    if (event.defaultPrevented) return;
    const { target, dataTransfer } = event;
    const isText = dataTransfer !== null && !dataTransfer.types.includes('Files');
    if (isText && target instanceof Element && target.closest('input, textarea') !== null) return;
    event.preventDefault();
    if (dataTransfer === null) return;
    const taken = !isText && !(target instanceof Element && target.closest(ASKING) !== null);
    dataTransfer.dropEffect = taken ? 'copy' : 'none';
    if (taken && event.type === 'drop' && dataTransfer.files.length > 0)
      commandHost().takeFiles([...dataTransfer.files]);
  };
  window.addEventListener('dragover', hold);
  window.addEventListener('drop', hold);
  return () => {
    window.removeEventListener('dragover', hold);
    window.removeEventListener('drop', hold);
  };
}
