/**
 * A file or a kind let go where nothing takes it would have the browser open it in the place of this page: it is refused
 * there instead. Returns what ends this.
 */
export function holdPage(): () => void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented) return;
    const { target, dataTransfer } = event;
    const isText = dataTransfer !== null && !dataTransfer.types.includes('Files');
    if (isText && target instanceof Element && target.closest('input, textarea') !== null) return;
    event.preventDefault();
    if (dataTransfer !== null) dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}
