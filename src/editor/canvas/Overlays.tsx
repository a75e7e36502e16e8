import { type ReactNode, useEffect } from 'react';
import { ConnectList } from '../add/ConnectList';
import { QuickAdd } from '../add/QuickAdd';
import { menuOnLongPress } from '../long-press';
import { CanvasMenu } from './CanvasMenu';

/** The lists and the menu that open over the canvas, loaded right after it. */
export function Overlays({ onInspect }: { onInspect: (nodeId: string) => void }): ReactNode {
  useEffect(menuOnLongPress, []);
  return (
    <>
      <QuickAdd />
      <ConnectList />
      <CanvasMenu onInspect={onInspect} />
    </>
  );
}
