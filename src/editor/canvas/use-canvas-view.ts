import { type InternalNode, useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type Box, NODE_HEIGHT, NODE_WIDTH } from '../../graph/geometry';
import { useDocument } from '../../store/document/document-store';
import { pipelineNow } from '../../store/document/pipeline';
import { useEditor } from '../editor-store';
import { contentBounds } from './content-bounds';
import { firstView, type Margins, type View, WITH_NAMES, WITH_TEXT } from './first-view';
import { hand } from './hand';
import { isSeen, shiftTo, sizeOf, viewWith } from './into-sight';
import { AFAR, isDistant, MANY_NODES } from './zoom-level';

/** Room for the lanes' names above and the tools below. */
const MARGINS: Margins = { top: 52, bottom: 60, left: 24, right: 24 };

const boxIn = ({ internals: { positionAbsolute }, measured }: InternalNode): Box => {
  const { width = NODE_WIDTH, height = NODE_HEIGHT } = measured;
  return { ...positionAbsolute, width, height };
};

/** What a node is wired to. */
const besideIt = (nodeId: string): readonly string[] => {
  const pipeline = pipelineNow();
  return [
    ...pipeline.outOf(nodeId).map(({ to }) => to.nodeId),
    ...pipeline.into(nodeId).map(({ from }) => from.nodeId),
  ];
};

/**
 * Lets the rest of the editor ask where the canvas looks, and shows a document that is opened; again where the canvas
 * becomes larger or smaller, until the person has moved it, and never while a hand is at it. Returns what is to be told of each move's beginning.
 */
export function useCanvasView(surface: RefObject<HTMLElement | null>): (event: unknown) => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useDocument((state) => state.session);
  const moved = useRef(false);
  /** Whether it was a person who moved it; an empty canvas stays where it is too. */
  const byHand = useRef(false);
  /** Whether it began empty: what is built then is seen as a whole. */
  const begunEmpty = useRef(false);
  const show = useCallback(
    (duration: number, least?: number): void => {
      const bounds = contentBounds(useDocument.getState().document);
      const box = surface.current?.getBoundingClientRect();
      if (bounds === null || box === undefined || box.width === 0) return;
      void flow.setViewport(firstView(bounds, box, MARGINS, least), { duration });
    },
    [flow, surface],
  );
  const viewNow = useCallback((): View => {
    const [x, y, zoom] = store.getState().transform;
    return { x, y, zoom };
  }, [store]);
  /** Where a node lies on the canvas, in pixels of the screen. */
  const onCanvas = useCallback(
    (node: InternalNode): Box => {
      const { x, y, zoom } = viewNow();
      const box = boxIn(node);
      return { x: x + box.x * zoom, y: y + box.y * zoom, width: box.width * zoom, height: box.height * zoom };
    },
    [viewNow],
  );
  /** A node's place in the drawing and, as long as no person chose what is seen, the places of those it is wired to. */
  const placesOf = useCallback(
    (node: InternalNode): readonly Box[] =>
      [node.id, ...(byHand.current ? [] : besideIt(node.id))].flatMap((id) => {
        const found = flow.getInternalNode(id);
        return found === undefined ? [] : [boxIn(found)];
      }),
    [flow],
  );
  useEffect(() => {
    const box = (): DOMRect => surface.current?.getBoundingClientRect() ?? new DOMRect();
    useEditor.setState({
      view: {
        centre: () => {
          const { left, top, width, height } = box();
          return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
        },
        covers: ({ x, y }) => {
          const { left, top, right, bottom } = box();
          return x >= left && x < right && y >= top && y < bottom;
        },
        at: (page) => flow.screenToFlowPosition(page, { snapToGrid: false }),
        fit: () => {
          moved.current = true;
          const { nodes, transform } = store.getState();
          if (nodes.length <= MANY_NODES || isDistant(nodes.length, transform[2])) return show(160, 0);
          // So far that many are one picture, then further: on a way from near to afar all of them would be drawn.
          void flow.zoomTo(AFAR);
          requestAnimationFrame(() => requestAnimationFrame(() => show(0, 0)));
        },
        zoomBy: (factor) => {
          moved.current = true;
          void flow.zoomTo(store.getState().transform[2] * factor, { duration: 120 });
        },
        zoomReset: () => {
          moved.current = true;
          void flow.zoomTo(1, { duration: 120 });
        },
        show: () => {
          moved.current = false;
          byHand.current = false;
          show(160);
        },
        hold: () => {
          moved.current = true;
          byHand.current = true;
        },
        size: () => {
          const { width, height } = box();
          return { width, height };
        },
        pagePoint: (point) => flow.flowToScreenPosition(point),
        sees: (nodeId) => {
          const node = flow.getInternalNode(nodeId);
          return node !== undefined && isSeen(onCanvas(node), sizeOf(box()));
        },
        reveal: (nodeId) => {
          const node = flow.getInternalNode(nodeId);
          const { nodes, transform } = store.getState();
          if (node !== undefined && isDistant(nodes.length, transform[2])) {
            // From afar it is a spot: whoever looks for it comes near.
            moved.current = true;
            const { x, y, width, height } = boxIn(node);
            void flow.setCenter(x + width / 2, y + height / 2, { zoom: WITH_TEXT });
            return;
          }
          if (node === undefined || shiftTo(onCanvas(node), sizeOf(box())) === null) return;
          if (begunEmpty.current && !byHand.current) show(0, WITH_NAMES);
          const view = viewWith(placesOf(node), viewNow(), sizeOf(box()));
          if (view !== null) void flow.setViewport(view, { duration: 160 });
        },
      },
    });
    return () => useEditor.setState({ view: null });
  }, [flow, onCanvas, placesOf, show, store, surface, viewNow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document was opened
  useEffect(() => {
    moved.current = false;
    byHand.current = false;
    const { nodes, notes } = useDocument.getState().document;
    begunEmpty.current = nodes.length + notes.length === 0;
    if (nodes.length + notes.length > 0) show(0);
    // An empty canvas has nothing to fit, and fitting later would jump under the first node's drop.
    else {
      moved.current = true;
      void flow.setViewport({ x: 0, y: 0, zoom: 1 });
    }
  }, [flow, session, show]);
  useEffect(() => {
    const { current } = surface;
    if (current === null) return undefined;
    let size = sizeOf(current.getBoundingClientRect());
    const settle = (): void => {
      const before = size;
      size = sizeOf(current.getBoundingClientRect());
      if (size.width === before.width && size.height === before.height) return;
      const { nodes } = useDocument.getState().selection;
      const chosen = nodes.length === 1 ? flow.getInternalNode(nodes[0] ?? '') : undefined;
      const wasSeen = chosen !== undefined && isSeen(onCanvas(chosen), before);
      if (!moved.current) show(0);
      // The panel that opens for a node must not hide it.
      const view = wasSeen ? viewWith(placesOf(chosen), viewNow(), size) : null;
      if (view !== null) void flow.setViewport(view);
    };
    const watch = new ResizeObserver(() => hand.whenAtRest('view', settle));
    watch.observe(current);
    return () => watch.disconnect();
  }, [flow, onCanvas, placesOf, show, surface, viewNow]);
  return useCallback((event) => {
    // What the page does itself comes without an event.
    if (event === null) return;
    moved.current = true;
    byHand.current = true;
  }, []);
}
