import type { PipelineDocument, PipelineEdge, PipelineNode } from './document';
import type { KindRole, KindShape, ParsedParams, PortShape } from './kind-shape';
import type { NodeOrder } from './order-nodes';
import type { WireEnd } from './wire';

/** A node with all that follows from its kind and its params. */
export interface CompiledNode<K extends KindShape = KindShape> {
  readonly id: string;
  /** As the document has it, with its label and its place. */
  readonly node: PipelineNode;
  readonly mode: PipelineNode['mode'];
  /** Undefined where this build does not know the kind: the node is a placeholder. */
  readonly spec: K | undefined;
  /** Params as the kind reads them, or what is wrong with them; a placeholder's as they are written. */
  readonly parsed: ParsedParams;
  /** Those of its kind, with its params. A placeholder has none. */
  readonly inputs: readonly PortShape[];
  readonly outputs: readonly PortShape[];
}

/** A wire, taken apart. */
export interface CompiledWire {
  /** As the document has it. */
  readonly edge: PipelineEdge;
  readonly from: WireEnd;
  readonly to: WireEnd;
  /** The ports it joins; undefined where there is no such port, or none is known. */
  readonly output: PortShape | undefined;
  readonly input: PortShape | undefined;
  /** Whether it takes part in a run. One that dangles, or ends at a port that is not there, or in a placeholder, does not. */
  readonly joins: boolean;
  /** Whether it decides what runs before what: those that join something do, but for those that close the loop. */
  readonly ordering: boolean;
}

/** A document as a graph that can be asked: made once for a document, by {@link Catalog.compile}. */
export interface Pipeline<K extends KindShape = KindShape> extends NodeOrder {
  readonly document: PipelineDocument;
  /** In the document's order. */
  readonly nodes: readonly CompiledNode<K>[];
  node(id: string): CompiledNode<K> | undefined;
  /** The nodes that are on and of kinds for this purpose, in the document's order. */
  enabled(role: KindRole): readonly CompiledNode<K>[];
  /** Every node: those that can run in the order they do, then those in cycles and behind them. */
  readonly sequence: readonly CompiledNode<K>[];
  /** In the document's order. */
  readonly wires: readonly CompiledWire[];
  /** A wire of the document. */
  wire(edge: PipelineEdge): CompiledWire | undefined;
  /** The wires that end at a node, or at one of its inputs, in the document's order. */
  into(nodeId: string, port?: string): readonly CompiledWire[];
  /** The wires that begin at a node, or at one of its outputs, in the document's order. */
  outOf(nodeId: string, port?: string): readonly CompiledWire[];
  /** The outputs that really feed an input, in the order of its wires: behind bypassed nodes, what they let through. */
  sources(nodeId: string, port: string): readonly WireEnd[];
  /** Which of the wires at its input a wire is, from 0, and of how many; null where the input takes one alone. */
  placeOf(wire: CompiledWire): { readonly at: number; readonly of: number } | null;
  /** The first of the {@link sources}. */
  source(nodeId: string, port: string): WireEnd | undefined;
  /** The given nodes and everything they need, feedback wires aside. */
  upstream(nodeIds: Iterable<string>): ReadonlySet<string>;
  /** The given nodes and everything that needs them, feedback wires aside. */
  downstream(nodeIds: Iterable<string>): ReadonlySet<string>;
  /** The evaluations that measure the model of an output, through bypassed nodes; only those that are on. */
  evaluationsOf(output: WireEnd): readonly CompiledNode<K>[];
}
