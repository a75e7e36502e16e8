import { useReactFlow, useStore } from '@xyflow/react';
import { LayoutGrid, Maximize, Minus, Plus, PlusCircle, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { perform } from '../../store/commands/commands';
import { IconButton } from '../../ui/IconButton';
import { addNote } from '../edit-actions';
import { openAdd, useEditor } from '../editor-store';

/** Zoom, fit, tidy up and what can be added: one quiet bar at the canvas's lower edge. */
export function CanvasControls(): ReactNode {
  const { t, language } = useT();
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  const zoomBy = (zoom: (options: { readonly duration: number }) => unknown): void => {
    useEditor.getState().view?.hold();
    zoom({ duration: 120 });
  };
  return (
    <div className="mr-controls" role="toolbar" aria-label={t('editor.canvasTools')}>
      <IconButton
        small
        side="top"
        label={t('editor.zoomOut')}
        icon={<Minus size={15} />}
        onClick={() => zoomBy(zoomOut)}
      />
      <button
        type="button"
        className="mr-zoom"
        title={t('editor.zoomReset')}
        onClick={() => zoomBy((options) => zoomTo(1, options))}
      >
        {formatPercent(language, zoom, 0)}
      </button>
      <IconButton
        small
        side="top"
        label={t('editor.zoomIn')}
        icon={<Plus size={15} />}
        onClick={() => zoomBy(zoomIn)}
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
