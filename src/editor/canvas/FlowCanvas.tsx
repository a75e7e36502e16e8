import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  useStoreApi,
} from '@xyflow/react';
import { type DragEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { PipelineEdge } from '../../graph/document';
import { GRID, type Point } from '../../graph/geometry';
import { nodeBox } from '../../graph/route/port-places';
import { wireKey } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { useView } from '../../store/view/view-store';
import { lazyPart } from '../../ui/parts/lazy-part';
import { dropKind } from '../add/drop-kind';
import { KIND_DRAG } from '../add/Palette';
import { type MenuTarget, openAdd, openMenu, useEditor } from '../editor-store';
import { NodeFrame } from '../node/NodeFrame';
import { useFollowTicks } from '../wire/live-wires';
import { useWiring } from '../wire/use-wiring';
import { Wire } from '../wire/Wire';
import { WireHint } from '../wire/WireHint';
import { WireInProgress } from '../wire/WireInProgress';
import { CanvasControls } from './CanvasControls';
import { actionOf } from './canvas-keys';
import type { CanvasProps } from './canvas-props';
import { EditorOverlays } from './EditorOverlays';
import { tellFlowError } from './flow-errors';
import { type FlowEdge, type FlowNode, noteIdOf } from './flow-types';
import { focusNode } from './focus-node';
import { hand } from './hand';
import { backToNode, loneWire } from './lone-selection';
import { NoteCard } from './NoteCard';
import { nodeAt } from './node-at';
import { SmallMap } from './SmallMap';
import { StageLanes } from './StageLanes';
import { useCanvasView } from './use-canvas-view';
import { useClipboard } from './use-clipboard';
import { useFlowChanges } from './use-flow-changes';
import { useStrayKeys } from './use-stray-keys';
import { useZoomLevel } from './use-zoom-level';
import { isDistant, MANY_NODES } from './zoom-level';

const Distance = lazyPart(async () => (await import('./Distance')).Distance);
const EmptyCanvas = lazyPart(async () => (await import('./EmptyCanvas')).EmptyCanvas);

const nodeTypes = { kind: NodeFrame, note: NoteCard };
const edgeTypes = { wire: Wire };
const SNAP: [number, number] = [GRID, GRID];
/** Held down, a press adds to what is chosen, or takes away from it. */
const ADDING_KEYS = ['Shift', 'Control', 'Meta'];

export function FlowCanvas(props: CanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

const isInField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const nodeIdAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('.react-flow__node')?.getAttribute('data-id') ?? null) : null;

/** The wire that has the keyboard. */
function edgeAt(target: EventTarget): PipelineEdge | null {
  if (!(target instanceof Element) || !target.matches('.react-flow__edge')) return null;
  const key = target.getAttribute('data-id');
  return useDocument.getState().document.edges.find((edge) => wireKey(edge) === key) ?? null;
}

const nodesUnder = ({
  clientX,
  clientY,
}: {
  readonly clientX: number;
  readonly clientY: number;
}): readonly (string | null)[] => document.elementsFromPoint(clientX, clientY).map(nodeIdAt);

const sees = (id: string): boolean => useEditor.getState().view?.sees(id) ?? true;

function chooseAlone(id: string): void {
  const noteId = noteIdOf(id);
  useDocument
    .getState()
    .select({ nodes: noteId === null ? [id] : [], edges: [], notes: noteId === null ? [] : [noteId] });
}

function menuAt(event: { preventDefault(): void; clientX: number; clientY: number }, target: MenuTarget): void {
  event.preventDefault();
  openMenu({ target, anchor: { x: event.clientX, y: event.clientY } });
}

function nodeMenu(event: React.MouseEvent, { id }: FlowNode): void {
  const noteId = noteIdOf(id);
  const { selection, select } = useDocument.getState();
  if (noteId === null && !selection.nodes.includes(id)) select({ nodes: [id], edges: [], notes: [] });
  if (noteId !== null && !selection.notes.includes(noteId)) select({ nodes: [], edges: [], notes: [noteId] });
  menuAt(event, noteId === null ? { type: 'node', nodeId: id } : { type: 'note', noteId });
}

function wireMenu(event: React.MouseEvent, { data }: FlowEdge): void {
  if (data !== undefined) menuAt(event, { type: 'wire', edge: data.edge });
}

function Flow(props: CanvasProps): ReactNode {
  const { t } = useT();
  const surface = useRef<HTMLElement>(null);
  const pointer = useRef<Point | null>(null);
  const { screenToFlowPosition } = useReactFlow();
  const flow = useFlowChanges();
  const flowStore = useStoreApi();
  const { cancelClick, ...wiring } = useWiring();
  const wiringNow = useEditor((state) => state.wiring !== null);
  const theme = useView((state) => state.theme);
  const empty = flow.nodes.length === 0;
  const many = flow.nodes.length > MANY_NODES;
  const distant = useStore(({ nodes, transform }) => isDistant(nodes.length, transform[2]));
  const drawn = useMemo(
    () =>
      distant
        ? {
            nodes: flow.nodes.map((node) => ({ ...node, hidden: true })),
            edges: flow.edges.map((edge) => ({ ...edge, hidden: true })),
          }
        : { nodes: flow.nodes, edges: flow.edges },
    [distant, flow.nodes, flow.edges],
  );
  const moveBegins = useCanvasView(surface);
  const zoomBegins = useZoomLevel(surface);
  useFollowTicks();
  useEffect(() => {
    const stop = new AbortController();
    for (const end of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(end, hand.release, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
  const pasteAt = useCallback(
    () => (pointer.current === null ? undefined : screenToFlowPosition(pointer.current)),
    [screenToFlowPosition],
  );
  useClipboard(surface, pasteAt);
  useStrayKeys(surface);

  const ariaLabelConfig = useMemo(
    () => ({
      'node.a11yDescription.default': t('editor.nodeKeys'),
      'node.a11yDescription.keyboardDisabled': t('editor.nodeKeys'),
      'edge.a11yDescription.default': t('editor.wireKeys'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) => t('editor.movedTo', { x, y }),
      'minimap.ariaLabel': t('editor.minimap'),
    }),
    [t],
  );
  // Made once: with a new one React Flow draws every node again.
  const { hold } = flow;
  const nodeClicked = useCallback(
    (event: React.MouseEvent, { id }: FlowNode): void => {
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) chooseAlone(id);
      if (many) hold(id);
    },
    [many, hold],
  );
  const { onInspect } = props;
  const nodeOpened = useCallback(
    (_: unknown, { id, type }: FlowNode): void => {
      if (type === 'kind') onInspect(id);
    },
    [onInspect],
  );
  const nodeFarAway = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): string | null => {
    const { nodes } = catalog.compile(useDocument.getState().document);
    return nodeAt(
      nodes.map((node) => [node.id, nodeBox(node)] as const),
      screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }),
    );
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const spec = catalog.kind(event.dataTransfer.getData(KIND_DRAG));
    if (spec === undefined) {
      props.onFiles([...event.dataTransfer.files], at);
      return;
    }
    dropKind(spec, at);
  };

  return (
    <section
      ref={surface}
      className="mr-canvas"
      aria-label={t('editor.canvas')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes keys of its own, such as / to add a node
      tabIndex={0}
      data-wiring={wiringNow || undefined}
      data-many={many || undefined}
      onPointerDownCapture={({ currentTarget, target, clientX, clientY }) => {
        // Lists and menus of the canvas lie over the page.
        if (!(target instanceof Node) || !currentTarget.contains(target)) return;
        hand.press({ x: clientX, y: clientY });
      }}
      onPointerMove={(event) => {
        pointer.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerLeave={() => {
        pointer.current = null;
      }}
      onFocus={(event) => {
        const id = event.target.classList.contains('react-flow__node') ? nodeIdAt(event.target) : null;
        if (!event.target.matches(':focus-visible')) return;
        const edge = edgeAt(event.target);
        if (edge !== null) useDocument.getState().select({ nodes: [], edges: [edge], notes: [] });
        if (id === null) return;
        chooseAlone(id);
        if (!many) return;
        flow.hold(id);
        if (!sees(id)) useEditor.getState().view?.reveal(id);
      }}
      onClick={(event) => {
        // What was chosen by a frame lies under a sheet of React Flow's, which takes the press.
        if (!(event.target instanceof Element) || !event.target.matches('.react-flow__nodesselection-rect')) return;
        const id = nodesUnder(event).find((found) => found !== null);
        if (id == null) useDocument.getState().select({ nodes: [], edges: [], notes: [] });
        else chooseAlone(id);
        flowStore.setState({ nodesSelectionActive: false });
        if (id != null) focusNode(id);
      }}
      onKeyDown={(event) => {
        const target = event.target;
        // What is opened over the page from here has keys of its own.
        if (target instanceof Node && !event.currentTarget.contains(target)) return;
        const id = nodeIdAt(target);
        // React Flow has moved it, out of sight.
        if (event.defaultPrevented && id !== null && event.key.startsWith('Arrow') && !sees(id))
          useEditor.getState().view?.reveal(id);
        if (event.defaultPrevented || isInField(target)) return;
        const onButton = target instanceof Element && target.closest('button') !== null;
        if (onButton && (event.key === 'Enter' || event.key === ' ')) return;
        // React Flow lets go of a node or a wire on Escape.
        if (event.key === 'Escape') surface.current?.focus({ preventScroll: true });
        const edge = edgeAt(target) ?? (target === surface.current ? loneWire() : null);
        const act = actionOf(event, edge !== null) ?? (target === surface.current ? backToNode(event.key) : undefined);
        if (act === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const hidden = id !== null && !sees(id);
        if (hidden) useEditor.getState().view?.reveal(id);
        const box =
          target instanceof Element && !hidden && (id !== null || edge !== null)
            ? target.closest('.react-flow__node, .react-flow__edge')?.getBoundingClientRect()
            : undefined;
        const beside = hidden ? null : pointer.current;
        act({
          nodeId: id !== null && noteIdOf(id) === null ? id : null,
          edge,
          onInspect: props.onInspect,
          anchor: box === undefined ? beside : { x: box.right + 8, y: box.top },
        });
      }}
      onDragOver={(event) => {
        const { types } = event.dataTransfer;
        if (!types.includes(KIND_DRAG) && !types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={drop}
    >
      <ReactFlow<FlowNode, FlowEdge>
        nodes={drawn.nodes}
        edges={drawn.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={flow.onNodesChange}
        onEdgesChange={flow.onEdgesChange}
        onNodeDragStart={flow.onDragStart}
        onNodeDrag={flow.onNodeDrag}
        onNodeDragStop={flow.onDragStop}
        // What is drawn wherever it is would be taken for something within the frame.
        onSelectionStart={() => flow.hold(null)}
        onSelectionDragStart={flow.onDragStart}
        onSelectionDragStop={(event) => flow.onDragStop(event)}
        {...wiring}
        onMoveStart={(event) => {
          moveBegins(event);
          zoomBegins(event);
        }}
        onPaneClick={(event) => {
          cancelClick();
          surface.current?.focus({ preventScroll: true });
          const id = distant ? nodeFarAway(event) : null;
          if (id !== null) chooseAlone(id);
        }}
        onDoubleClick={(event) => {
          if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
          const at = { x: event.clientX, y: event.clientY };
          const id = distant ? nodeFarAway(event) : null;
          if (id !== null) focusNode(id);
          else openAdd({ place: screenToFlowPosition(at), anchor: at });
        }}
        onNodeClick={nodeClicked}
        onNodeDoubleClick={nodeOpened}
        onNodeContextMenu={nodeMenu}
        onSelectionContextMenu={(event, selected) => {
          const first = selected.find((node) => node.type === 'kind');
          if (first !== undefined) menuAt(event, { type: 'node', nodeId: first.id });
        }}
        onEdgeContextMenu={wireMenu}
        onPaneContextMenu={(event) =>
          menuAt(event, { type: 'canvas', place: screenToFlowPosition({ x: event.clientX, y: event.clientY }) })
        }
        connectionLineComponent={WireInProgress}
        connectionRadius={28}
        onlyRenderVisibleElements={many}
        deleteKeyCode={null}
        multiSelectionKeyCode={ADDING_KEYS}
        zoomOnDoubleClick={false}
        panOnScroll={false}
        snapToGrid
        snapGrid={SNAP}
        minZoom={many ? 0.02 : 0.1}
        maxZoom={2}
        nodeDragThreshold={3}
        colorMode={theme}
        ariaLabelConfig={ariaLabelConfig}
        onError={tellFlowError}
      >
        <StageLanes />
        <Background variant={BackgroundVariant.Dots} gap={20} size={1} />
        {distant && <Distance />}
        <SmallMap />
        <CanvasControls />
      </ReactFlow>
      {empty && <EmptyCanvas onTemplate={props.onTemplate} onAddData={props.onAddData} />}
      <WireHint />
      <EditorOverlays onInspect={props.onInspect} />
    </section>
  );
}
