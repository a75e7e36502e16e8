import type { PipelineDocument, PipelineEdge } from '../../graph/document';
import type { Edit } from '../../graph/edit';
import type { Problem } from '../../graph/problem';
import type { WireSchema } from '../../graph/schema-types';
import type { Text } from '../../lib/text';

/** The document and its history. */
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
  /** A file holds it, but for those edits: it was saved to one, or read from one. */
  readonly inFile: boolean;
  /** Applies an edit as one step of history. Edits of one `gesture` (a drag, typing in a field) merge into one step. */
  apply(edit: Edit, label: Text, gesture?: string): void;
  undo(): void;
  redo(): void;
  select(selection: Partial<Selection>): void;
  /**
   * Puts another pipeline in the place of the present one. Named by `as` it is a step: undo brings the former one
   * back, with all that could be undone in it. Without, a history of its own begins.
   */
  open(
    document: PipelineDocument,
    options?: { readonly dirty?: boolean; readonly inFile?: boolean; readonly as?: Text },
  ): void;
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
