import type { ReactNode } from 'react';
import { CanvasMenu } from './CanvasMenu';
import { ConnectList } from './ConnectList';
import { QuickAdd } from './QuickAdd';

/** The lists and the menu that open over the canvas, loaded right after it. */
export function Overlays({ onInspect }: { onInspect: (nodeId: string) => void }): ReactNode {
  return (
    <>
      <QuickAdd />
      <ConnectList />
      <CanvasMenu onInspect={onInspect} />
    </>
  );
}
