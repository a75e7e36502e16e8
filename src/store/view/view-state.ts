import type { Language } from '../../lib/text';
import type { DockTab } from './dock-tabs';

/** How the page looks. Kept in localStorage. */
export interface ViewState {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly dock: DockTab;
  readonly dockOpen: boolean;
  /** The dock comes up by itself when there is something in it, until it is folded by hand. */
  readonly dockFollows: boolean;
  /** Which output the data panel shows. */
  readonly looking: {
    readonly nodeId: string;
    readonly port: string;
    /** Of a table: these rows alone. */
    readonly only?: readonly number[] | undefined;
  } | null;
  readonly paletteOpen: boolean;
  readonly inspectorOpen: boolean;
  /** The inspector comes up by itself when a node is chosen, until it is closed by hand. */
  readonly inspectorFollows: boolean;
  readonly outline: boolean;
  /** The picture of the whole was shown: it comes up by itself once. */
  readonly welcomed: boolean;
  setLanguage(language: Language): void;
  setTheme(theme: ViewState['theme']): void;
  showDock(tab: DockTab): void;
  setDockOpen(open: boolean): void;
  /** There is something to be seen in a tab: shows it where the dock follows, else lets it be found there. */
  offerDock(tab: DockTab): void;
  look(nodeId: string, port: string, only?: readonly number[]): void;
  setPaletteOpen(open: boolean): void;
  setInspectorOpen(open: boolean): void;
  /** A node was chosen: shows the inspector where it follows. */
  followSelection(): void;
  setOutline(on: boolean): void;
  welcome(): void;
}
