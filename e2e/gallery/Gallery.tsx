import type { ReactNode } from 'react';
import { LanguageProvider } from '../../src/i18n/use-t';
import type { Language } from '../../src/lib/text';
import { EngineProvider } from '../../src/panels/engine-context';
import { GoToProvider } from '../../src/panels/go-to';
import type { ViewState } from '../../src/store/view/view-state';
import { useView } from '../../src/store/view/view-store';
import { SegmentedControl } from '../../src/ui/SegmentedControl';
import { TooltipProvider } from '../../src/ui/Tooltip';
import type { EngineClient } from '../../src/worker/protocol';
import { Charts } from './scenes/Charts';
import { Controls } from './scenes/Controls';
import { LiveViews } from './scenes/LiveViews';
import { Nodes } from './scenes/Nodes';
import { Overlays } from './scenes/Overlays';
import { ParamForms } from './scenes/ParamForms';

const SCENES: Readonly<Record<string, () => ReactNode>> = {
  controls: Controls,
  overlays: Overlays,
  charts: Charts,
  params: ParamForms,
  nodes: Nodes,
  live: LiveViews,
};

/** Every component in each of its states, to look at and for `gallery.spec.ts` to walk; `?scene=NAME` shows one. */
export function Gallery({ engine }: { engine: EngineClient }) {
  const language = useView((state) => state.language);
  return (
    <LanguageProvider language={language}>
      <EngineProvider client={engine}>
        <GoToProvider goTo={() => undefined}>
          <TooltipProvider>
            <Page />
          </TooltipProvider>
        </GoToProvider>
      </EngineProvider>
    </LanguageProvider>
  );
}

function Page() {
  const { theme, language, setTheme, setLanguage } = useView();
  const asked = new URLSearchParams(location.search).get('scene');
  const shown = Object.entries(SCENES).filter(([name]) => asked === null || name === asked);
  return (
    <main className="h-full overflow-auto bg-ground">
      <header className="flex items-center gap-4 border-b border-line bg-surface p-3">
        <h1 className="font-semibold">Millrace</h1>
        <SegmentedControl<ViewState['theme']>
          label="Theme"
          value={theme}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={setTheme}
        />
        <SegmentedControl<Language>
          label="Language"
          value={language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'ko', label: '한국어' },
          ]}
          onChange={setLanguage}
        />
      </header>
      {shown.map(([name, Scene]) => (
        <section key={name} id={name} aria-label={name} className="flex flex-col gap-4 border-b border-line p-4">
          <h2 className="font-semibold">{name}</h2>
          <Scene />
        </section>
      ))}
    </main>
  );
}
