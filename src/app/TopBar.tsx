import { CircleQuestionMark, ListTree, Monitor, Moon, PanelLeft, PanelRight, Redo2, Sun, Undo2 } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { commands } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { useView } from '../store/view/view-store';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuChoice } from '../ui/Menu';
import { BackendChooser } from './BackendChooser';
import { FileMenu } from './FileMenu';
import { LiveControl } from './LiveControl';
import { PipelineName } from './PipelineName';
import { RunButton } from './RunButton';
import { useLate } from './use-late';
import { give } from './use-shortcuts';

export function TopBar() {
  const { t } = useT();
  const view = useView();
  return (
    <header className="relative z-20 flex h-12 shrink-0 items-center gap-1 border-b border-line bg-surface px-2">
      <Mark />
      <FileMenu />
      <PipelineName />
      <span className="flex-1" />
      <RunButton />
      <LiveControl />
      <BackendChooser />
      <span className="flex-1" />
      <HistoryButtons />
      <span className="mx-1 h-5 w-px bg-line" />
      <IconButton
        label={t(view.paletteOpen ? 'app.hidePalette' : 'app.showPalette')}
        icon={<PanelLeft size={17} />}
        onClick={() => view.setPaletteOpen(!view.paletteOpen)}
      />
      <IconButton
        label={t('app.showOutline')}
        icon={<ListTree size={17} />}
        pressed={view.outline}
        onClick={() => view.setOutline(!view.outline)}
      />
      <IconButton
        label={t(view.inspectorOpen ? 'app.hideInspector' : 'app.showInspector')}
        icon={<PanelRight size={17} />}
        onClick={() => view.setInspectorOpen(!view.inspectorOpen)}
      />
      <span className="mx-1 h-5 w-px bg-line" />
      <LanguageSwitch />
      <ThemeMenu />
      <HelpMenu />
    </header>
  );
}

/** A button that opens a menu, which hands it what it needs for that. */
const MenuIcon = ({
  label,
  icon,
  ...rest
}: ComponentProps<'button'> & { readonly label: string; readonly icon: ReactNode }) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    title={label}
    className="hit grid size-8 place-items-center rounded-md text-quiet hover:bg-hover hover:text-ink"
  >
    {icon}
  </button>
);

/** A mill wheel: the mark of Millrace. */
const Mark = () => (
  <svg
    width="28"
    height="28"
    viewBox="0 0 28 28"
    role="img"
    aria-label="Millrace"
    className="mx-1 shrink-0 text-accent"
  >
    <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
      <circle cx="14" cy="14" r="6.5" />
      <path d="M14 3.500v5M14 19.500v5M3.500 14h5M19.500 14h5M6.600 6.600l3.500 3.500M17.900 17.900l3.500 3.500M6.600 21.400l3.500-3.500M17.900 10.100l3.500-3.500" />
    </g>
    <circle cx="14" cy="14" r="2" fill="currentColor" />
  </svg>
);

export function HistoryButtons() {
  const { t, say } = useT();
  const undoLabel = useDocument((state) => state.undoLabel);
  const redoLabel = useDocument((state) => state.redoLabel);
  return (
    <>
      <IconButton
        label={undoLabel ? t('app.undoWhat', { what: say(undoLabel) }) : t('app.undo')}
        icon={<Undo2 size={17} />}
        keys={commands.undo.shortcuts[0]}
        disabled={undoLabel === null}
        onClick={() => give('undo')}
      />
      <IconButton
        label={redoLabel ? t('app.redoWhat', { what: say(redoLabel) }) : t('app.redo')}
        icon={<Redo2 size={17} />}
        keys={commands.redo.shortcuts[0]}
        disabled={redoLabel === null}
        onClick={() => give('redo')}
      />
    </>
  );
}

export function LanguageSwitch() {
  const { t, language } = useT();
  const setLanguage = useView((state) => state.setLanguage);
  return (
    <IconButton
      label={t('app.switchLanguage')}
      icon={
        <span className="text-sm font-semibold" lang={language === 'en' ? 'ko' : 'en'}>
          {language === 'en' ? '한' : 'EN'}
        </span>
      }
      onClick={() => setLanguage(language === 'en' ? 'ko' : 'en')}
    />
  );
}

const loadHelp = async () => (await import('./HelpItems')).HelpItems;

function HelpMenu() {
  const { t } = useT();
  const Items = useLate(loadHelp);
  return (
    <Menu align="end" trigger={<MenuIcon label={t('app.help')} icon={<CircleQuestionMark size={17} />} />}>
      {Items && <Items />}
    </Menu>
  );
}

export function ThemeMenu() {
  const { t } = useT();
  const theme = useView((state) => state.theme);
  const setTheme = useView((state) => state.setTheme);
  const Icon = { system: Monitor, light: Sun, dark: Moon }[theme];
  return (
    <Menu align="end" trigger={<MenuIcon label={t('app.theme')} icon={<Icon size={17} />} />}>
      <MenuChoice
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'system', label: t('app.themeSystem') },
          { value: 'light', label: t('app.themeLight') },
          { value: 'dark', label: t('app.themeDark') },
        ]}
      />
    </Menu>
  );
}
