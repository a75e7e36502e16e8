import { create } from 'zustand';
import type { Language } from '../../lib/text';
import { DOCK_TABS } from './dock-tabs';
import type { ViewState } from './view-state';

const KEY = 'millrace/view';

/** The browser's first language that Millrace speaks. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-')[0];
    if (primary === 'ko' || primary === 'en') return primary;
  }
  return 'en';
}

const browserLanguages = (): readonly string[] =>
  typeof navigator === 'undefined' ? [] : (navigator.languages ?? [navigator.language]);

/** On a small screen a pipeline reads better written out than drawn, until the person says otherwise. */
const onSmallScreen = (): boolean => typeof window !== 'undefined' && window.matchMedia('(max-width: 768px)').matches;

/** What is kept between visits. */
type Kept = Pick<
  ViewState,
  | 'language'
  | 'theme'
  | 'dock'
  | 'dockOpen'
  | 'dockFollows'
  | 'paletteOpen'
  | 'inspectorOpen'
  | 'inspectorFollows'
  | 'outline'
  | 'welcomed'
>;

/** Reads what an earlier visit kept; a field that makes no sense falls back alone. */
export function parseView(stored: string | null, languages: readonly string[] = browserLanguages()): Kept {
  const value = parseRecord(stored);
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T =>
    allowed.find((word) => word === value[name]) ?? fallback;
  const flag = (name: string, fallback: boolean): boolean => {
    const given = value[name];
    return typeof given === 'boolean' ? given : fallback;
  };
  return {
    language: oneOf('language', ['en', 'ko'], preferredLanguage(languages)),
    theme: oneOf('theme', ['system', 'light', 'dark'], 'system'),
    dock: oneOf('dock', DOCK_TABS, 'data'),
    dockOpen: flag('dockOpen', false),
    dockFollows: flag('dockFollows', true),
    paletteOpen: flag('paletteOpen', true),
    inspectorOpen: flag('inspectorOpen', false),
    inspectorFollows: flag('inspectorFollows', true),
    outline: flag('outline', onSmallScreen()),
    welcomed: flag('welcomed', false),
  };
}

function parseRecord(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // A torn or foreign value: start afresh.
  }
}

function readStored(): string | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
  } catch {
    return null; // Storage is blocked.
  }
}

function writeStored(view: Kept): void {
  try {
    if (typeof localStorage === 'undefined') return;
    const { language, theme, dock, dockOpen, dockFollows } = view;
    const { paletteOpen, inspectorOpen, inspectorFollows, outline, welcomed } = view;
    const shown = { paletteOpen, inspectorOpen, inspectorFollows, outline, welcomed };
    const kept: Kept = { language, theme, dock, dockOpen, dockFollows, ...shown };
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is blocked or full: the view lasts for this visit.
  }
}

export const useView = create<ViewState>()((set) => ({
  ...parseView(readStored()),
  looking: null,
  setLanguage: (language) => set({ language }),
  setTheme: (theme) => set({ theme }),
  showDock: (dock) => set({ dock, dockOpen: true }),
  setDockOpen: (dockOpen) => set({ dockOpen, dockFollows: dockOpen }),
  offerDock: (dock) => set((state) => ({ dock, dockOpen: state.dockOpen || state.dockFollows })),
  look: (nodeId, port, only) => set({ looking: { nodeId, port, only }, dock: 'data', dockOpen: true }),
  setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
  setInspectorOpen: (inspectorOpen) => set({ inspectorOpen, inspectorFollows: inspectorOpen }),
  followSelection: () =>
    set((state) => (state.inspectorFollows && !state.inspectorOpen ? { inspectorOpen: true } : state)),
  setOutline: (outline) => set({ outline }),
  welcome: () => set({ welcomed: true }),
}));

useView.subscribe((view) => writeStored(view));
