import { ListTree, PanelBottom, Plus, SlidersHorizontal, Workflow } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Palette } from '../editor/add/Palette';
import { focusCanvas } from '../editor/canvas/focus-node';
import { useT } from '../i18n/use-t';
import { GoToProvider, useGoTo } from '../panels/go-to';
import { useRun } from '../store/run/run-store';
import { useView } from '../store/view/view-store';
import { Sheet } from '../ui/Dialog';
import { Progress } from '../ui/Progress';
import { PartBoundary } from '../ui/parts/PartBoundary';
import { CanvasArea } from './CanvasArea';
import { Dock } from './Dock';
import { FileMenu } from './FileMenu';
import { InspectorArea } from './InspectorArea';
import { PlayPause } from './LiveControl';
import { Bell } from './notices/Bell';
import { NoticeLine } from './notices/NoticeLine';
import { PhoneLive } from './PhoneLive';
import { PipelineName } from './PipelineName';
import { RunButton } from './RunButton';
import { HistoryButtons, LanguageSwitch, ThemeMenu } from './TopBar';

type SheetName = 'palette' | 'inspector' | 'dock';

/** The page on a small screen: the canvas fills it, everything else comes up from below, Run is under the thumb. */
export function PhoneWorkspace() {
  const { t } = useT();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const outline = useView((state) => state.outline);
  const setOutline = useView((state) => state.setOutline);
  const running = useRun((state) => state.running);
  const looping = useRun((state) => state.looping);
  const progress = useRun((state) => state.progress);
  const goTo = useGoTo();
  const close = () => setSheet(null);
  useEffect(
    () =>
      useView.subscribe((now, before) => {
        // A run brings its charts forward by itself; here they would cover Cancel.
        const asked = now.dock !== before.dock && !useRun.getState().running;
        if (asked || now.looking !== before.looking) setSheet('dock');
      }),
    [],
  );
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-0.5 border-b border-line bg-surface px-1">
        <FileMenu />
        <div className="relative flex h-full min-w-0 flex-1 items-center gap-0.5">
          <div className="min-w-0 flex-1">
            <PipelineName />
          </div>
          <HistoryButtons />
          <LanguageSwitch />
          <ThemeMenu />
          {/* Above what comes up from below, which leaves the header free. */}
          <div className="pointer-events-none absolute inset-0 z-50">
            <NoticeLine />
          </div>
        </div>
        <Bell large />
      </header>
      <main
        id="canvas"
        tabIndex={-1}
        className="relative min-h-0 flex-1 outline-none"
        onFocus={({ target, currentTarget }) => {
          if (target === currentTarget) focusCanvas();
        }}
      >
        <CanvasArea onInspect={() => setSheet('inspector')} />
      </main>
      <PhoneLive />
      {running && <Progress value={progress} label={t('app.run')} className="rounded-none" />}
      <nav
        aria-label={t('app.more')}
        className="flex shrink-0 items-center justify-around border-t border-line bg-surface px-1 py-1.5 pb-[max(6px,env(safe-area-inset-bottom))]"
      >
        <BarButton label={t('app.palette')} icon={<Plus size={20} />} onClick={() => setSheet('palette')} />
        <BarButton
          label={t('app.inspector')}
          icon={<SlidersHorizontal size={20} />}
          onClick={() => setSheet('inspector')}
        />
        {looping ? <PlayPause wide /> : <RunButton wide />}
        <BarButton
          tour="dock"
          label={t('app.dockSheet')}
          icon={<PanelBottom size={20} />}
          onClick={() => setSheet('dock')}
        />
        <BarButton
          label={t(outline ? 'app.canvas' : 'app.outline')}
          icon={outline ? <Workflow size={20} /> : <ListTree size={20} />}
          onClick={() => setOutline(!outline)}
        />
      </nav>
      <Sheet open={sheet === 'palette'} onClose={close} title={t('app.palette')} closeLabel={t('app.close')}>
        <PartBoundary>
          <Palette onAdded={close} />
        </PartBoundary>
      </Sheet>
      <Sheet open={sheet === 'inspector'} onClose={close} title={t('app.inspectorTitle')} closeLabel={t('app.close')}>
        <InspectorArea />
      </Sheet>
      <Sheet open={sheet === 'dock'} onClose={close} title={t('panels.dock')} closeLabel={t('app.close')}>
        <GoToProvider
          goTo={(nodeId) => {
            close();
            goTo(nodeId);
          }}
        >
          <Dock folded={false} />
        </GoToProvider>
      </Sheet>
    </div>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  /** What the tour finds it by. */
  readonly tour?: string;
}

function BarButton({ label, icon, onClick, tour }: BarButtonProps) {
  return (
    <button
      type="button"
      data-tour={tour}
      onClick={onClick}
      className="flex min-h-11 min-w-13 flex-col items-center justify-center rounded-md text-xs text-quiet hover:bg-hover"
    >
      {icon}
      {label}
    </button>
  );
}
