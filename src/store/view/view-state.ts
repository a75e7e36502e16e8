import type { Language } from '../../lib/text';
import type { DockTab } from './dock-tabs';

/** How the page looks. Kept in localStorage. */
export interface ViewState {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly dock: DockTab;
  readonly dockOpen: boolean;
  /** Which output the data panel shows. */
  readonly looking: { readonly nodeId: string; readonly port: string } | null;
  readonly paletteOpen: boolean;
  readonly inspectorOpen: boolean;
  /** The inspector comes up by itself when a node is chosen, until it is closed by hand. */
  readonly inspectorFollows: boolean;
  readonly outline: boolean;
  setLanguage(language: Language): void;
  setTheme(theme: ViewState['theme']): void;
  showDock(tab: DockTab): void;
  setDockOpen(open: boolean): void;
  look(nodeId: string, port: string): void;
  setPaletteOpen(open: boolean): void;
  setInspectorOpen(open: boolean): void;
  /** A node was chosen: shows the inspector where it follows. */
  followSelection(): void;
  setOutline(on: boolean): void;
}
