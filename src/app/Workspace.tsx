import { ChevronDown, ChevronUp } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { Palette } from '../editor/add/Palette';
import { useT } from '../i18n/use-t';
import type { Selection } from '../store/document/document-state';
import { useDocument } from '../store/document/document-store';
import { useView } from '../store/view/view-store';
import { IconButton } from '../ui/IconButton';
import { PartBoundary } from '../ui/parts/PartBoundary';
import { CanvasArea } from './CanvasArea';
import { Dock } from './Dock';
import { InspectorArea } from './InspectorArea';
import { TopBar } from './TopBar';

const FOLDED = 36;
const DOCK = 280;
const isShown = (size: { readonly inPixels: number }): boolean => size.inPixels > FOLDED + 4;

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
      <DockedGroup>
        <div className="flex h-full min-h-0">
          {paletteOpen && (
            <div className="w-[232px] shrink-0 overflow-y-auto border-r border-line bg-surface">
              <PartBoundary>
                <Palette />
              </PartBoundary>
            </div>
          )}
          <main id="canvas" tabIndex={-1} className="relative min-w-0 flex-1 outline-none">
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
      </DockedGroup>
    </div>
  );
}

const chosenNode = ({ selection }: { readonly selection: Selection }): string | undefined =>
  selection.nodes.length === 1 ? selection.nodes[0] : undefined;

/** Listens, and draws nothing: a component that read the selection would draw the whole page again with each click. */
function useInspectorThatFollows(): void {
  useEffect(() => {
    const follow = (chosen: string | undefined): void => {
      if (chosen !== undefined) useView.getState().followSelection();
    };
    follow(chosenNode(useDocument.getState()));
    return useDocument.subscribe((now, before) => {
      if (chosenNode(now) !== chosenNode(before)) follow(chosenNode(now));
    });
  }, []);
}

function DockedGroup({ children }: { children: React.ReactNode }) {
  const { t } = useT();
  const open = useView((state) => state.dockOpen);
  const setOpen = useView((state) => state.setDockOpen);
  const panel = usePanelRef();
  const wasOpen = useRef(open);
  useEffect(() => {
    const dock = panel.current;
    if (dock === null) return;
    if (open && dock.isCollapsed()) {
      // A dock that was never open knows no size to go back to.
      if (wasOpen.current) dock.expand();
      else dock.resize(DOCK);
      wasOpen.current = true;
    }
    if (!open && !dock.isCollapsed()) dock.collapse();
  }, [open, panel]);
  return (
    <Group orientation="vertical" className="min-h-0 flex-1" disableCursor>
      <Panel id="work" minSize={200}>
        {children}
      </Panel>
      <Separator
        aria-label={t('app.resizeDock')}
        className="relative z-10 h-px cursor-row-resize bg-line transition-colors after:absolute after:inset-x-0 after:-top-1 after:h-2 data-[separator=active]:bg-accent data-[separator=hover]:bg-accent"
      />
      <Panel
        id="dock"
        panelRef={panel}
        collapsible
        collapsedSize={FOLDED}
        defaultSize={open ? DOCK : FOLDED}
        minSize={140}
        maxSize="80%"
        groupResizeBehavior="preserve-pixel-size"
        onResize={(size, _, before) => {
          // A size it already had says nothing: it may be told late, when the dock has been asked for since.
          if (before === undefined || isShown(size) === isShown(before)) return;
          if (isShown(size) !== useView.getState().dockOpen) setOpen(isShown(size));
        }}
      >
        <Dock
          folded={!open}
          aside={
            <IconButton
              small
              side="left"
              label={t(open ? 'panels.foldDock' : 'panels.unfoldDock')}
              icon={open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
              onClick={() => setOpen(!open)}
            />
          }
        />
      </Panel>
    </Group>
  );
}
