import { ChevronDown, ChevronUp } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { Palette } from '../editor/add/Palette';
import { focusCanvas } from '../editor/canvas/focus-node';
import { hand } from '../editor/canvas/hand';
import { useT } from '../i18n/use-t';
import type { Selection } from '../store/document/document-state';
import { useDocument } from '../store/document/document-store';
import { useView } from '../store/view/view-store';
import { IconButton } from '../ui/IconButton';
import { PartBoundary } from '../ui/parts/PartBoundary';
import { CanvasArea } from './CanvasArea';
import { Dock } from './Dock';
import { DockSplit } from './DockSplit';
import { InspectorArea } from './InspectorArea';
import { Bell } from './notices/Bell';
import { NoticeLine } from './notices/NoticeLine';
import { TopBar } from './TopBar';

/** The page on a screen wide enough for three columns. */
export function Workspace() {
  const { t } = useT();
  const paletteOpen = useView((state) => state.paletteOpen);
  const inspectorOpen = useView((state) => state.inspectorOpen);
  const inspector = useRef<HTMLElement>(null);
  useInspectorThatFollows();
  const inspect = useCallback(() => {
    useView.getState().setInspectorOpen(true);
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        inspector.current?.querySelector<HTMLElement>('input, select, button, textarea')?.focus(),
      ),
    );
  }, []);
  return (
    <div className="flex h-full flex-col">
      <TopBar />
      <DockSplit dock={<FoldableDock />}>
        <div className="flex h-full min-h-0">
          {paletteOpen && (
            <div className="w-[232px] shrink-0 overflow-y-auto border-r border-line bg-surface">
              <PartBoundary>
                <Palette />
              </PartBoundary>
            </div>
          )}
          <main
            id="canvas"
            tabIndex={-1}
            className="relative min-w-0 flex-1 outline-none"
            onFocus={({ target, currentTarget }) => {
              if (target === currentTarget) focusCanvas();
            }}
          >
            <CanvasArea onInspect={inspect} />
          </main>
          {inspectorOpen && (
            <aside
              ref={inspector}
              aria-label={t('app.inspectorTitle')}
              className="w-80 shrink-0 overflow-y-auto border-l border-line bg-surface"
            >
              <InspectorArea />
            </aside>
          )}
        </div>
      </DockSplit>
    </div>
  );
}

/** What the inspector takes at the right of the canvas, with the map that it moves before itself. */
const INSPECTOR_AND_MAP = 320 + 200;

const chosenNode = ({ selection }: { readonly selection: Selection }): string | undefined =>
  selection.nodes.length === 1 ? selection.nodes[0] : undefined;

/** Listens, and draws nothing: a component that read the selection would draw the whole page again with each click. */
function useInspectorThatFollows(): void {
  useEffect(() => {
    const open = (): void => {
      if (chosenNode(useDocument.getState()) !== undefined) useView.getState().followSelection();
    };
    const follow = (chosen: string | undefined): void => {
      if (chosen === undefined) return;
      if (hand.isClearOf(innerWidth - INSPECTOR_AND_MAP)) open();
      else hand.whenAtRest('inspector', open);
    };
    follow(chosenNode(useDocument.getState()));
    return useDocument.subscribe((now, before) => {
      if (chosenNode(now) !== chosenNode(before)) follow(chosenNode(now));
    });
  }, []);
}

function FoldableDock() {
  const { t } = useT();
  const open = useView((state) => state.dockOpen);
  const setOpen = useView((state) => state.setDockOpen);
  return (
    <Dock
      folded={!open}
      says={<NoticeLine />}
      aside={
        <>
          <Bell />
          <IconButton
            small
            side="left"
            label={t(open ? 'panels.foldDock' : 'panels.unfoldDock')}
            icon={open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
            onClick={() => setOpen(!open)}
          />
        </>
      }
    />
  );
}
