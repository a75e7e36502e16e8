import { type NodeProps, NodeResizeControl } from '@xyflow/react';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { text } from '../../lib/text';
import { useDocument } from '../../store/document/document-store';
import type { NoteFlowNode } from './flow-types';

/** A note on the canvas: double-click, or Enter, to write in it. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<NoteFlowNode>): ReactNode {
  const { note } = data;
  const { t } = useT();
  const [writing, setWriting] = useState(note.text === '' && selected);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  const change = useDocument((state) => state.apply);
  return (
    <div className="mr-note" data-selected={selected || undefined}>
      {selected && (
        <NodeResizeControl
          position="bottom-right"
          className="mr-note-grip"
          minWidth={120}
          minHeight={60}
          onResizeEnd={(_, at) =>
            change(
              { type: 'changeNote', noteId: note.id, change: { size: { width: at.width, height: at.height } } },
              text('Resize a note', '메모 크기 바꾸기'),
            )
          }
        />
      )}
      {writing ? (
        <textarea
          ref={field}
          className="nodrag nopan nowheel"
          aria-label={t('editor.noteText')}
          defaultValue={note.text}
          maxLength={10_000}
          placeholder={t('editor.notePlaceholder')}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key !== 'Escape' || event.nativeEvent.isComposing || field.current === null) return;
            field.current.value = note.text;
            field.current.closest<HTMLElement>('.react-flow__node')?.focus({ preventScroll: true });
          }}
          onBlur={(event) => {
            setWriting(false);
            if (event.target.value !== note.text) {
              change(
                { type: 'changeNote', noteId: note.id, change: { text: event.target.value } },
                text('Write a note', '메모 쓰기'),
              );
            }
          }}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same by keyboard
        <div className="mr-note-text" onDoubleClick={() => setWriting(true)}>
          {note.text || <span className="mr-quiet">{t('editor.notePlaceholder')}</span>}
          <button type="button" className="sr-only-focusable nodrag" onClick={() => setWriting(true)}>
            {t('editor.noteEdit')}
          </button>
        </div>
      )}
    </div>
  );
});
