import { Canvas } from '../editor/canvas/Canvas';
import { takeFiles } from '../editor/canvas/dropped-files';
import { useEngine } from '../panels/engine-context';
import { PartBoundary } from '../ui/parts/PartBoundary';
import { showDialog } from './dialogs';
import { pickFile } from './pick-file';

/** The canvas (or the outline), given what it needs of the page. */
export function CanvasArea({ onInspect }: { onInspect: (nodeId: string) => void }) {
  const engine = useEngine();
  const files = { putFile: (file: File) => engine.putFile(file) };
  return (
    <PartBoundary>
      <Canvas
        onInspect={onInspect}
        onTemplate={() => showDialog({ type: 'templates' })}
        onAddData={() =>
          void pickFile('.csv,.tsv,.tab,.txt,.json').then((file) => file && takeFiles([file], null, files))
        }
        {...files}
      />
    </PartBoundary>
  );
}
