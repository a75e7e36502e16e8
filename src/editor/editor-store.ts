import { create } from 'zustand';
import type { PipelineEdge } from '../graph/document';
import type { Point } from '../graph/geometry';
import type { PortType } from '../graph/schema-types';
import type { WireEnd } from '../graph/wire';
import { holdKeys } from '../ui/parts/hold-keys';

/** What a new kind is wanted for. */
export type AddPurpose =
  | { readonly type: 'free' }
  /** One end of a wire that was dropped on empty canvas. */
  | { readonly type: 'wire'; readonly end: WireEnd; readonly side: 'outputs' | 'inputs' }
  | { readonly type: 'splice'; readonly edge: PipelineEdge }
  | { readonly type: 'replace'; readonly nodeId: string };

export interface AddRequest {
  readonly purpose: AddPurpose;
  /** Where the node goes, in flow pixels; null lets the editor find a place. */
  readonly place: Point | null;
  /** Where the list opens, in page pixels; null for the middle of the canvas. */
  readonly anchor: Point | null;
}

export interface Wiring {
  readonly nodeId: string;
  readonly port: string;
  readonly side: 'outputs' | 'inputs';
  readonly type: PortType;
}

export type MenuTarget =
  | { readonly type: 'node'; readonly nodeId: string }
  | { readonly type: 'wire'; readonly edge: PipelineEdge }
  | { readonly type: 'note'; readonly noteId: string }
  | { readonly type: 'canvas'; readonly place: Point };

export interface OpenMenu {
  readonly target: MenuTarget;
  readonly anchor: Point;
}

/** What the rest of the editor may ask of the canvas. */
interface CanvasView {
  /** The middle of what is seen, in flow pixels. */
  centre(): Point;
  /** Whether a page point lies on the canvas. */
  covers(page: Point): boolean;
  /** The flow point under a page point. */
  at(page: Point): Point;
  /** Shows the whole, however small. */
  fit(): void;
  /** Makes everything so many times as large. */
  zoomBy(factor: number): void;
  /** Shows everything in its own size. */
  zoomReset(): void;
  /** Shows the whole where that can be read, else its beginning. */
  show(): void;
  /** Leaves the view where it is from now on. */
  hold(): void;
  /** How much of the page the canvas has. */
  size(): { readonly width: number; readonly height: number };
  reveal(nodeId: string): void;
  /** Whether anything of a node is to be seen. */
  sees(nodeId: string): boolean;
  /** Where a node's middle is on the page. */
  pagePoint(flow: Point): Point;
}

/** What the editor is doing just now; nothing of it is saved. */
interface EditorState {
  readonly adding: AddRequest | null;
  readonly wiring: Wiring | null;
  readonly connecting: string | null;
  readonly menu: OpenMenu | null;
  readonly renaming: string | null;
  /** The wire a dragged node would be spliced into. */
  readonly spliceOver: PipelineEdge | null;
  readonly view: CanvasView | null;
}

export const useEditor = create<EditorState>()(() => ({
  adding: null,
  wiring: null,
  connecting: null,
  menu: null,
  renaming: null,
  spliceOver: null,
  view: null,
}));

/** The list or menu that was asked for. */
export const askedIn = ({ adding, connecting, menu }: EditorState) => adding ?? connecting ?? menu;
export const askNothing = (): void => useEditor.setState({ adding: null, connecting: null, menu: null });

/** What opens over the canvas may be fetched just now: what is typed for it waits. */
function open(asked: Partial<EditorState>): void {
  useEditor.setState(asked);
  holdKeys(() => askedIn(useEditor.getState()) !== null, askNothing);
}

export const openAdd = (request: Partial<AddRequest> = {}): void =>
  open({ adding: { purpose: { type: 'free' }, place: null, anchor: null, ...request }, menu: null });
export const openConnect = (nodeId: string): void => open({ connecting: nodeId, menu: null });
export const openMenu = (menu: OpenMenu): void => open({ menu });
