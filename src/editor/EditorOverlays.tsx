import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { provideHost } from '../store/command-host';
import { CanvasMenu } from './CanvasMenu';
import { ConnectList } from './ConnectList';
import { useEditor } from './editor-store';
import { QuickAdd } from './QuickAdd';

/** What opens over the canvas and over the outline alike, and what commands ask of either. */
export function EditorOverlays({ onInspect }: { onInspect: (nodeId: string) => void }): ReactNode {
  useEffect(
    () =>
      provideHost({
        rename: (nodeId) => useEditor.setState({ renaming: nodeId }),
        fitView: () => void requestAnimationFrame(() => useEditor.getState().view?.fit()),
      }),
    [],
  );
  return createPortal(
    <>
      <QuickAdd />
      <ConnectList />
      <CanvasMenu onInspect={onInspect} />
    </>,
    document.body,
  );
}
