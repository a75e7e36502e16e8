import { Canvas } from '../editor/canvas/Canvas';
import { addKind } from '../editor/edit-actions';
import { kindTaking } from '../nodes/catalog';
import { useEngine } from '../panels/engine-context';
import { PartBoundary } from '../ui/parts/PartBoundary';
import { showDialog } from './dialogs';

/** The canvas (or the outline), given what it needs of the page. */
export function CanvasArea({ onInspect }: { onInspect: (nodeId: string) => void }) {
  const engine = useEngine();
  return (
    <PartBoundary>
      <Canvas
        onInspect={onInspect}
        onTemplate={() => showDialog({ type: 'templates' })}
        onAddData={() => onInspect(addKind(kindTaking('table-file')))}
        putFile={(file) => engine.putFile(file)}
      />
    </PartBoundary>
  );
}
