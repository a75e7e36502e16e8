import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../i18n/use-t';
import { focusNode } from '../canvas/focus-node';
import { renameNode } from '../edit-actions';
import { useEditor } from '../editor-store';

/** A node's name; a field while it is being renamed. */
export function NodeLabel({ nodeId, label, editing }: { nodeId: string; label: string; editing: boolean }): ReactNode {
  const { t } = useT();
  const field = useRef<HTMLInputElement>(null);
  /** The field is left once more as it is taken away. */
  const finished = useRef(false);
  useEffect(() => {
    finished.current = false;
    if (editing) field.current?.select();
  }, [editing]);
  if (!editing) {
    return (
      <span className="mr-node-label" title={label}>
        {label}
      </span>
    );
  }
  const finish = (save: boolean): void => {
    if (finished.current) return;
    finished.current = true;
    const value = field.current?.value.trim() ?? '';
    if (save && value !== label) renameNode(nodeId, value);
    // A press elsewhere has taken the keyboard there.
    if (document.activeElement === field.current) focusNode(nodeId);
    useEditor.setState({ renaming: null });
  };
  return (
    <input
      ref={field}
      className="mr-node-rename nodrag nopan"
      aria-label={t('editor.rename')}
      defaultValue={label}
      maxLength={200}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish(true);
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) finish(false);
      }}
    />
  );
}
