import type { OutputSummary, RunStatus } from '../engine/events';
import type { RunReport } from '../engine/report';
import type { PipelineDocument, PipelineEdge } from '../graph/document';
import type { Edit } from '../graph/edit';
import type { Problem } from '../graph/problem';
import type { WireSchema } from '../graph/schema-types';
import type { FailureDetail } from '../lib/failure';
import type { Language, Text } from '../lib/text';
import type { BackendChoice, BackendName, MetricPoint } from '../nodes/contract/runner';
import type { DockTab } from './dock-tabs';

/** The document and its history. `useDocument` in document-store.ts. */
export interface DocumentState {
  readonly document: PipelineDocument;
  /** Counts the documents opened in this tab: another number means another document. */
  readonly session: number;
  readonly selection: Selection;
  /** Problems and output schemas of the document as it stands, kept in step with every edit. */
  readonly problems: readonly Problem[];
  readonly schemas: Readonly<Record<string, Readonly<Record<string, WireSchema | undefined>>>>;
  readonly undoLabel: Text | null;
  readonly redoLabel: Text | null;
  /** Edited since it was last saved to a file. */
  readonly dirty: boolean;
  /** Applies an edit as one step of history. Edits of one `gesture` (a drag, typing in a field) merge into one step. */
  apply(edit: Edit, label: Text, gesture?: string): void;
  undo(): void;
  redo(): void;
  select(selection: Partial<Selection>): void;
  /** Replaces everything, history too (New, Open, a template). */
  open(document: PipelineDocument, options?: { readonly dirty?: boolean }): void;
  markSaved(): void;
  /**
   * Real schemas learned by running a node: they replace inferred ones while the node's key holds.
   * `of` is the document that ran, where edits may have come since.
   */
  learnSchemas(nodeId: string, outputs: Readonly<Record<string, WireSchema>>, of?: PipelineDocument): void;
}

export interface Selection {
  readonly nodes: readonly string[];
  readonly edges: readonly PipelineEdge[];
  readonly notes: readonly string[];
}

/** What runs and what came of it. `useRun` in run-store.ts. */
export interface RunState {
  readonly running: boolean;
  /** The store itself runs a source alone, so that its columns become known. */
  readonly probing: boolean;
  /** A live session has the engine: its batch phase is shown here, and nothing else may run. */
  readonly looping: boolean;
  readonly runId: string | null;
  /** 0 … 1 over all nodes of the run. */
  readonly progress: number;
  readonly nodes: Readonly<Record<string, NodeRun>>;
  readonly lastReport: RunReport | null;
  readonly lastStatus: RunStatus | null;
  readonly backendChoice: BackendChoice;
  setBackendChoice(choice: BackendChoice): void;
  /** Runs everything, or what leads to `target`. */
  run(target?: string): Promise<void>;
  cancel(): Promise<void>;
  /** Shows what a live session's batch phase says of the nodes, and lets nothing run until the session is over. */
  follow(runId: string, document: PipelineDocument, over: Promise<RunReport>): Promise<void>;
  /** Forgets what nodes say (a new document was opened). */
  clear(): void;
}

/** `stale`: ran once, and something it depends on was edited since. */
export type NodeStatus =
  | 'idle'
  | 'waiting'
  | 'running'
  | 'completed'
  | 'cached'
  | 'failed'
  | 'skipped'
  | 'cancelled'
  | 'stale';

export interface NodeRun {
  readonly status: NodeStatus;
  readonly fraction: number;
  readonly doing: Text | null;
  readonly secondsLeft: number | null;
  readonly ms: number | null;
  readonly key: string | null;
  readonly outputs: Readonly<Record<string, OutputSummary>>;
  readonly failure: FailureDetail | null;
  readonly skippedBecause: Text | null;
  readonly backend: BackendName | null;
  readonly backendReason: Text | null;
  readonly log: readonly Text[];
  /** At most 2,000 points; older ones are thinned. */
  readonly points: readonly MetricPoint[];
}

/** How the page looks. Kept in localStorage. `useView` in view-store.ts. */
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
