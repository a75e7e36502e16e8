import { useEffect, useMemo } from 'react';
import { Canvas } from '../editor/canvas/Canvas';
import { type FileHost, takeFiles } from '../editor/canvas/dropped-files';
import { useEngine } from '../panels/engine-context';
import { provideHost } from '../store/commands/command-host';
import { PartBoundary } from '../ui/parts/PartBoundary';
import { showDialog } from './dialogs';
import { give } from './use-shortcuts';

/** The canvas (or the outline), given what it needs of the page. */
export function CanvasArea({ onInspect }: { onInspect: (nodeId: string) => void }) {
  const engine = useEngine();
  const files = useMemo(
    (): FileHost => ({
      putFile: (file) => engine.putFile(file),
      askWhatFor: (file, onlyFile) => showDialog({ type: 'ownData', file, onlyFile }),
    }),
    [engine],
  );
  useEffect(() => provideHost({ takeFiles: (given) => void takeFiles(given, null, files) }), [files]);
  return (
    <PartBoundary>
      <Canvas
        onInspect={onInspect}
        onTemplate={() => showDialog({ type: 'templates' })}
        onAddData={() => give('ownData')}
        {...files}
      />
    </PartBoundary>
  );
}
