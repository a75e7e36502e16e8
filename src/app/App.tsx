import { focusNode } from '../editor/canvas/focus-node';
import { standsFor } from '../graph/group-port';
import { useSpoken } from '../i18n/use-spoken';
import { LanguageProvider, useT } from '../i18n/use-t';
import { type Language, text } from '../lib/text';
import { EngineProvider } from '../panels/engine-context';
import { GoToProvider } from '../panels/go-to';
import { useDocument } from '../store/document/document-store';
import { useKeeping } from '../store/document/keeping';
import { useRun } from '../store/run/run-store';
import { useNotices } from '../store/view/notice-store';
import { useView } from '../store/view/view-store';
import { lazyPart } from '../ui/parts/lazy-part';
import { TooltipProvider } from '../ui/Tooltip';
import type { EngineClient } from '../worker/protocol';
import { debugging } from './debugging';
import { giveUpDialog, useDialogs } from './dialogs';
import { useLiveNews } from './use-live-news';
import { useSmallScreen } from './use-media';
import { useRunNews } from './use-run-news';
import { useShortcuts } from './use-shortcuts';
import { useTitle } from './use-title';
import { Workspace } from './Workspace';

const PhoneWorkspace = lazyPart(async () => (await import('./PhoneWorkspace')).PhoneWorkspace);
const KeepingBar = lazyPart(async () => (await import('./keeping/KeepingBar')).KeepingBar, { failed: () => null });
const Dialogs = lazyPart(async () => (await import('./Dialogs')).Dialogs);
const DebugOverlay = lazyPart(async () => (await import('../panels/debug/DebugOverlay')).DebugOverlay, {
  failed: () => null,
});

function goTo(inRun: string): void {
  const nodeId = standsFor(inRun);
  useDocument.getState().select({ nodes: [nodeId], edges: [], notes: [] });
  focusNode(nodeId);
}

/** The words of the language that was asked for could not be loaded: the page goes on in the one it speaks. */
function keepLanguage(spoken: Language): void {
  useView.getState().setLanguage(spoken);
  useNotices.getState().notify({
    severity: 'error',
    subject: 'language',
    message: text('The other language could not be loaded', '다른 언어를 불러오지 못했어요'),
    hint: text('Check the connection, then try again.', '연결을 확인한 뒤 다시 시도하세요.'),
  });
}

export function App({ engine }: { engine: EngineClient }) {
  const language = useSpoken(
    useView((state) => state.language),
    keepLanguage,
  );
  return (
    <LanguageProvider language={language}>
      <EngineProvider client={engine}>
        <GoToProvider goTo={goTo}>
          <TooltipProvider>
            <Page />
          </TooltipProvider>
        </GoToProvider>
      </EngineProvider>
    </LanguageProvider>
  );
}

function Page() {
  const { t } = useT();
  const small = useSmallScreen();
  const asking = useDialogs((state) => state.open !== null);
  const unkept = useKeeping(({ failing, lost }) => failing !== null || lost.length > 0);
  const silent = useRun(({ silentFor }) => silentFor !== null);
  useShortcuts();
  useTitle();
  return (
    <>
      <a
        href="#canvas"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('app.skip')}
      </a>
      <RunNews />
      <div className="flex h-full flex-col">
        {(unkept || silent) && <KeepingBar />}
        <div className="min-h-0 flex-1">{small ? <PhoneWorkspace /> : <Workspace />}</div>
      </div>
      {debugging && <DebugOverlay />}
      {asking && <Dialogs onClose={giveUpDialog} />}
    </>
  );
}

/** What those who hear the page are told of a run. */
function RunNews() {
  const heard = useRunNews();
  useLiveNews();
  return (
    <p role="status" className="sr-only">
      {heard}
    </p>
  );
}
