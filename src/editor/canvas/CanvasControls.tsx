import { useStore } from '@xyflow/react';
import { LayoutGrid, Maximize, Minus, Plus, PlusCircle, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { perform } from '../../store/commands/commands';
import { IconButton } from '../../ui/IconButton';
import { addNote } from '../edit-actions';
import { openAdd, useEditor } from '../editor-store';
import { OWN_KEYS } from './canvas-keys';

/** Zoom, fit, tidy up and what can be added: one quiet bar at the canvas's lower edge. */
export function CanvasControls(): ReactNode {
  const { t, language } = useT();
  const zoom = useStore((state) => state.transform[2]);
  return (
    <div className="mr-controls" role="toolbar" aria-label={t('editor.canvasTools')}>
      <IconButton
        small
        side="top"
        label={t('editor.zoomOut')}
        icon={<Minus size={15} />}
        keys={OWN_KEYS.zoomOut[0]}
        onClick={() => useEditor.getState().view?.zoomBy(0.8)}
      />
      <button
        type="button"
        className="mr-zoom"
        title={t('editor.zoomReset')}
        onClick={() => useEditor.getState().view?.zoomReset()}
      >
        {formatPercent(language, zoom, 0)}
      </button>
      <IconButton
        small
        side="top"
        label={t('editor.zoomIn')}
        icon={<Plus size={15} />}
        keys={OWN_KEYS.zoomIn[0]}
        onClick={() => useEditor.getState().view?.zoomBy(1.25)}
      />
      <IconButton
        small
        side="top"
        label={t('editor.fitView')}
        keys="F"
        icon={<Maximize size={15} />}
        onClick={() => useEditor.getState().view?.fit()}
      />
      <span className="mr-controls-gap" />
      <IconButton
        small
        side="top"
        label={t('editor.layout')}
        keys="L"
        icon={<LayoutGrid size={15} />}
        onClick={() => void perform('autoLayout')}
      />
      <IconButton
        small
        side="top"
        label={t('editor.addNote')}
        icon={<StickyNote size={15} />}
        onClick={() => addNote(useEditor.getState().view?.centre() ?? { x: 0, y: 0 })}
      />
      <IconButton
        small
        side="top"
        label={t('editor.addNode')}
        keys="/"
        icon={<PlusCircle size={15} />}
        onClick={() => openAdd()}
      />
    </div>
  );
}
