import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { provideHost } from '../../store/commands/command-host';
import { useEditor } from '../editor-store';

const Overlays = lazy(() => import('./Overlays').then((module) => ({ default: module.Overlays })));

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
    <Suspense fallback={null}>
      <Overlays onInspect={onInspect} />
    </Suspense>,
    document.body,
  );
}
