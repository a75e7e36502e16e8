import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { provideHost } from '../../store/commands/command-host';
import { type Failed, FailedPart } from '../../ui/parts/FailedPart';
import { lazyPart } from '../../ui/parts/lazy-part';
import { askedIn, askNothing, useEditor } from '../editor-store';

const Overlays = lazyPart(async () => (await import('./Overlays')).Overlays, {
  failed: (how) => <FailedOverlays {...how} />,
});

/** What opens over the canvas and over the outline alike, and what commands ask of either. */
export function EditorOverlays({ onInspect }: { onInspect: (nodeId: string) => void }): ReactNode {
  useEffect(
    () =>
      provideHost({
        rename: (nodeId) => useEditor.setState({ renaming: nodeId }),
        showPipeline: () => void requestAnimationFrame(() => useEditor.getState().view?.show()),
        canvasSize: () => useEditor.getState().view?.size() ?? null,
      }),
    [],
  );
  return createPortal(<Overlays onInspect={onInspect} />, document.body);
}

/** Lists and menus that could not be loaded are missed where one is asked for: then it is tried again, and said. */
function FailedOverlays({ error, retry }: Failed): ReactNode {
  const asked = useEditor(askedIn);
  useEffect(
    () =>
      useEditor.subscribe((now, before) => {
        if (askedIn(now) !== null && askedIn(before) === null) retry();
      }),
    [retry],
  );
  return asked === null ? null : <FailedPart error={error} retry={retry} onClose={askNothing} />;
}
