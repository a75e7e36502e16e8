import { useCallback, useEffect } from 'react';
import { Canvas } from '../editor/canvas/Canvas';
import type { FileHost } from '../editor/canvas/dropped-files';
import type { Point } from '../graph/geometry';
import { useT } from '../i18n/use-t';
import { eventually } from '../lib/eventually';
import { useEngine } from '../panels/engine-context';
import { provideHost } from '../store/commands/command-host';
import { useDocument } from '../store/document/document-store';
import { lazyPart } from '../ui/parts/lazy-part';
import { PartBoundary } from '../ui/parts/PartBoundary';
import { showDialog } from './dialogs';
import { useStart } from './start/start-store';
import { give } from './use-shortcuts';

const nothing = { failed: () => null };
const StartPicture = lazyPart(async () => (await import('./start/StartPicture')).StartPicture, nothing);
const Tour = lazyPart(async () => (await import('./start/Tour')).Tour, nothing);

/** The canvas (or the outline), given what it needs of the page. */
export function CanvasArea({ onInspect }: { onInspect: (nodeId: string) => void }) {
  const { t } = useT();
  const name = useDocument((state) => state.document.name);
  const engine = useEngine();
  const showing = useStart((state) => state.showing);
  const take = useCallback(
    async (files: readonly File[], place: Point | null) => {
      const host: FileHost = {
        putFile: (file) => engine.putFile(file),
        askWhatFor: (file, onlyFile) => showDialog({ type: 'ownData', file, onlyFile }),
      };
      const { takeFiles } = await eventually(() => import('../editor/canvas/dropped-files'));
      await takeFiles(files, place, host);
    },
    [engine],
  );
  useEffect(() => provideHost({ takeFiles: (files) => void take(files, null) }), [take]);
  return (
    <>
      <h1 className="sr-only">{name === '' ? t('app.untitled') : name}</h1>
      <PartBoundary>
        <Canvas
          onInspect={onInspect}
          onFiles={(files, place) => void take(files, place)}
          onTemplate={() => showDialog({ type: 'templates' })}
          onAddData={() => give('ownData')}
        />
      </PartBoundary>
      {showing === 'picture' && <StartPicture />}
      {showing === 'tour' && <Tour />}
    </>
  );
}
