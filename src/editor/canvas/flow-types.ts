import type { Edge, Node } from '@xyflow/react';
import type { PipelineEdge, PipelineNode, PipelineNote } from '../../graph/document';
import type { PortType } from '../../graph/schema-types';
import type { WireEnd } from '../../graph/wire';

/** A node as React Flow holds it. Every field keeps its identity while nothing it says has changed. */
export type KindFlowNode = Node<
  {
    readonly node: PipelineNode;
    /** Wired ports, as `i.NAME` and `o.NAME`, joined by spaces. */
    readonly wired: string;
    /** Which way each port looks, where it is not the usual one, as {@link facingOf} reads it. */
    readonly facing: string;
    /** The output that feeds the first table input, for the rows that came in; null where that takes many. */
    readonly feed: WireEnd | null;
    /** Names of the nodes on the other ends of its wires, for those who hear the page. */
    readonly fedBy: string;
    readonly feeds: string;
  },
  'kind'
>;
export type NoteFlowNode = Node<{ readonly note: PipelineNote }, 'note'>;
export type FlowNode = KindFlowNode | NoteFlowNode;
export type FlowEdge = Edge<
  {
    readonly edge: PipelineEdge;
    /** The output that it begins at. */
    readonly port: string;
    readonly type: PortType;
    readonly feedback: boolean;
    /** Carries something in the loop's ticks. */
    readonly live: boolean;
    /** Which of the wires at an input that takes many it is, from 0. */
    readonly place: { readonly at: number; readonly of: number } | null;
  },
  'wire'
>;

const NOTE_PREFIX = 'note:';
/** Notes and nodes share React Flow's ids; notes carry a prefix that no node id can hold. */
export const noteFlowId = (noteId: string): string => `${NOTE_PREFIX}${noteId}`;
export const noteIdOf = (flowId: string): string | null =>
  flowId.startsWith(NOTE_PREFIX) ? flowId.slice(NOTE_PREFIX.length) : null;
