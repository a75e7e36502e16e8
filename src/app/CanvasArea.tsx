import { Canvas } from '../editor/Canvas';
import { addKind } from '../editor/edit-actions';
import { catalog } from '../nodes/catalog';
import { useEngine } from '../panels/engine-context';
import { showDialog } from './dialogs';

/** The canvas (or the outline), given what it needs of the page. */
export function CanvasArea({ onInspect }: { onInspect: (nodeId: string) => void }) {
  const engine = useEngine();
  return (
    <Canvas
      onInspect={onInspect}
      onTemplate={() => showDialog({ type: 'templates' })}
      onAddData={() => {
        const file = catalog.kind('ingest.file');
        if (file) onInspect(addKind(file));
      }}
      putFile={(file) => engine.putFile(file)}
    />
  );
}
