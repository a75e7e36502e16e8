import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../i18n/use-t';
import { renameNode } from '../edit-actions';
import { useEditor } from '../editor-store';

/** A node's name; a field while it is being renamed. */
export function NodeLabel({ nodeId, label, editing }: { nodeId: string; label: string; editing: boolean }): ReactNode {
  const { t } = useT();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
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
    const value = field.current?.value.trim() ?? '';
    useEditor.setState({ renaming: null });
    if (save && value !== label) renameNode(nodeId, value);
    field.current?.closest<HTMLElement>('.react-flow__node')?.focus();
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
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
