import type { Json, JsonObject } from '../lib/json';
import type { PipelineDocument, PipelineEdge, PipelineNode, PipelineNote } from './document';

/** A change to a document, as a value. Everything a person can undo is one of these. */
export type Edit =
  | {
      readonly type: 'addNodes';
      readonly nodes: readonly PipelineNode[];
      readonly edges: readonly PipelineEdge[];
      readonly notes?: readonly PipelineNote[];
    }
  | {
      readonly type: 'remove';
      readonly nodeIds: readonly string[];
      readonly edges: readonly PipelineEdge[];
      readonly noteIds: readonly string[];
      /** Join what stood on both sides of each removed node, where the wires fit. */
      readonly heal?: boolean;
    }
  | {
      readonly type: 'connect';
      readonly edge: PipelineEdge;
      /** The wire already at an input that takes one is replaced. */
      readonly replace: boolean;
      /** A wire at the same input that gives way, and whose place in the order the new one takes. */
      readonly instead?: PipelineEdge;
    }
  | {
      /** Gives a wire another place, counted from 0, among those that end at its input. */
      readonly type: 'moveWire';
      readonly edge: PipelineEdge;
      readonly to: number;
    }
  | { readonly type: 'splice'; readonly nodeId: string; readonly edge: PipelineEdge }
  | { readonly type: 'move'; readonly positions: Readonly<Record<string, { readonly x: number; readonly y: number }>> }
  | { readonly type: 'setParams'; readonly nodeId: string; readonly params: JsonObject }
  | {
      /** Sets everything that a named parameter names: `NODE.PARAM`, or `GROUP.PARAMETER`. */
      readonly type: 'setTargets';
      readonly targets: readonly string[];
      readonly value: Json;
    }
  | { readonly type: 'setLabel'; readonly nodeId: string; readonly label: string }
  | { readonly type: 'setMode'; readonly nodeIds: readonly string[]; readonly mode: PipelineNode['mode'] }
  | { readonly type: 'setKind'; readonly nodeId: string; readonly kind: string; readonly params: JsonObject }
  | { readonly type: 'addNote'; readonly note: PipelineNote }
  | { readonly type: 'changeNote'; readonly noteId: string; readonly change: Partial<Omit<PipelineNote, 'id'>> }
  | { readonly type: 'setAbout'; readonly change: Partial<Pick<PipelineDocument, 'name' | 'description' | 'seed'>> }
  | { readonly type: 'replaceAll'; readonly document: PipelineDocument };
