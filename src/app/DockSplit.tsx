import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../i18n/use-t';
import { useView } from '../store/view/view-store';
import { drawnTo, FIRST, FOLDED, keyedTo, tallest, within } from './dock-height';

/** The work above, the dock below, and between them a line that a pointer or the keys move. */
export function DockSplit({ dock, children }: { readonly dock: ReactNode; readonly children: ReactNode }): ReactNode {
  const { t } = useT();
  const open = useView((state) => state.dockOpen);
  const setOpen = useView((state) => state.setDockOpen);
  const [wanted, setWanted] = useState(FIRST);
  const [drawing, setDrawing] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const room = useHeight(group);
  const dockId = useId();
  const height = open ? within(wanted, room) : FOLDED;
  const become = (next: number | null): void => {
    if (next !== null) setWanted(next);
    if ((next !== null) !== open) setOpen(next !== null);
  };
  return (
    <div ref={group} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1">{children}</div>
      <section aria-label={t('panels.dock')} className="shrink-0">
        {/* biome-ignore lint/a11y/useSemanticElements: an hr takes neither keys nor a value */}
        <div
          role="separator"
          tabIndex={0}
          aria-label={t('app.resizeDock')}
          aria-orientation="horizontal"
          aria-controls={dockId}
          aria-valuemin={FOLDED}
          aria-valuenow={Math.round(height)}
          aria-valuemax={Math.round(tallest(room))}
          data-drawing={drawing || undefined}
          className="relative z-10 h-px shrink-0 cursor-row-resize touch-none bg-line transition-colors after:absolute after:inset-x-0 after:-top-1 after:h-2 hover:bg-accent data-drawing:bg-accent"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrawing(true);
          }}
          onPointerMove={(event) => {
            const bottom = group.current?.getBoundingClientRect().bottom;
            if (drawing && bottom !== undefined) become(drawnTo(bottom - event.clientY, room));
          }}
          onLostPointerCapture={() => setDrawing(false)}
          onKeyDown={(event) => {
            const next = keyedTo(event.key, open ? height : null, wanted, room);
            if (next === undefined) return;
            event.preventDefault();
            become(next);
          }}
        />
        <div id={dockId} className="shrink-0 overflow-hidden" style={{ height }}>
          {dock}
        </div>
      </section>
    </div>
  );
}

function useHeight(of: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(() => (typeof innerHeight === 'undefined' ? 0 : innerHeight));
  useLayoutEffect(() => {
    const element = of.current;
    if (element === null) return;
    const measure = (): void => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return height;
}
