import type { Text } from '../../lib/text';
import type { DocumentState } from '../document/document-state';
import { useDocument } from '../document/document-store';
import { useLive } from '../live/live-store';
import type { LiveState } from '../live/live-types';
import type { RunState } from '../run/run-state';
import { useRun } from '../run/run-store';

/** What decides whether a command can be given. */
export interface CommandState {
  readonly document: DocumentState;
  readonly run: RunState;
  readonly live: LiveState;
}

/** Something a person can tell Millrace to do, from a button, a menu or a key. */
export interface Command<I extends string = string> {
  readonly id: I;
  readonly label: Text;
  readonly group: 'file' | 'edit' | 'arrange' | 'run' | 'live';
  /** The first is shown. */
  readonly shortcuts: readonly string[];
  /** `canvas` shortcuts act only while the keyboard is on the canvas. */
  readonly scope: 'page' | 'canvas';
  /** `step`: one step that undo takes back. `none`: nothing to take back. `opens`: puts another pipeline there, which undo takes back. */
  readonly undo: 'step' | 'none' | 'opens';
  enabled(state: CommandState): boolean;
  perform(): unknown;
}

/** Commands by their ids. */
export type CommandsOf<I extends string> = { readonly [K in I]: Command<K> };

/** What decides whether commands can be given, as it stands now. */
export const commandState = (): CommandState => ({
  document: useDocument.getState(),
  run: useRun.getState(),
  live: useLive.getState(),
});

export const documentNow = (): DocumentState => useDocument.getState();

export const always = (): boolean => true;
export const somethingSelected = ({ document: { selection } }: CommandState): boolean =>
  selection.nodes.length + selection.edges.length + selection.notes.length > 0;
export const copyable = ({ document: { selection } }: CommandState): boolean =>
  selection.nodes.length + selection.notes.length > 0;
export const nodesSelected = ({ document }: CommandState): boolean => document.selection.nodes.length > 0;
export const oneNodeSelected = ({ document }: CommandState): boolean => document.selection.nodes.length === 1;
export const hasNodes = ({ document }: CommandState): boolean => document.document.nodes.length > 0;
