import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { CanvasMenu } from './CanvasMenu';
import { ConnectList } from './ConnectList';
import { QuickAdd } from './QuickAdd';

/** What opens over the canvas and over the outline alike. */
export function EditorOverlays({ onInspect }: { onInspect: (nodeId: string) => void }): ReactNode {
  return createPortal(
    <>
      <QuickAdd />
      <ConnectList />
      <CanvasMenu onInspect={onInspect} />
    </>,
    document.body,
  );
}
