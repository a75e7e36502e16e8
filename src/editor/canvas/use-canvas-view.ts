import { type InternalNode, useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type Box, NODE_HEIGHT, NODE_WIDTH } from '../../graph/geometry';
import { useDocument } from '../../store/document/document-store';
import { useEditor } from '../editor-store';
import { contentBounds } from './content-bounds';
import { firstView, type Margins, WITH_NAMES } from './first-view';
import { isSeen, shiftTo, sizeOf } from './into-sight';

/** Room for the lanes' names above and the tools below. */
const MARGINS: Margins = { top: 52, bottom: 60, left: 24, right: 24 };

/**
 * Lets the rest of the editor ask where the canvas looks, and shows a document that is opened; again where the canvas
 * becomes larger or smaller, until the person has moved it. Returns what is to be told of each move's beginning.
 */
export function useCanvasView(surface: RefObject<HTMLElement | null>): (event: unknown) => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useDocument((state) => state.session);
  const moved = useRef(false);
  /** Whether it was a person who moved it; an empty canvas stays where it is too. */
  const byHand = useRef(false);
  const show = useCallback(
    (duration: number, least?: number): void => {
      const bounds = contentBounds(useDocument.getState().document);
      const box = surface.current?.getBoundingClientRect();
      if (bounds === null || box === undefined || box.width === 0) return;
      void flow.setViewport(firstView(bounds, box, MARGINS, least), { duration });
    },
    [flow, surface],
  );
  /** Where a node lies on the canvas, in pixels of the screen. */
  const onCanvas = useCallback(
    ({ internals, measured }: InternalNode): Box => {
      const [x, y, zoom] = store.getState().transform;
      const at = internals.positionAbsolute;
      const { width = NODE_WIDTH, height = NODE_HEIGHT } = measured;
      return { x: x + at.x * zoom, y: y + at.y * zoom, width: width * zoom, height: height * zoom };
    },
    [store],
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
          const { top, right, bottom, left } = MARGINS;
          const padding = { top: `${top}px`, right: `${right}px`, bottom: `${bottom}px`, left: `${left}px` } as const;
          void flow.fitView({ padding, maxZoom: 1, duration: 160 });
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
          if (node === undefined || shiftTo(onCanvas(node), sizeOf(box())) === null) return;
          // Until a person chooses a part of it, the whole is what belongs in sight.
          if (!byHand.current) show(0, WITH_NAMES);
          const [x, y, zoom] = store.getState().transform;
          const shift = shiftTo(onCanvas(node), sizeOf(box()));
          if (shift !== null) void flow.setViewport({ x: x + shift.x, y: y + shift.y, zoom }, { duration: 160 });
        },
      },
    });
    return () => useEditor.setState({ view: null });
  }, [flow, onCanvas, show, store, surface]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document was opened
  useEffect(() => {
    moved.current = false;
    byHand.current = false;
    const { nodes, notes } = useDocument.getState().document;
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
    const watch = new ResizeObserver(() => {
      const before = size;
      size = sizeOf(current.getBoundingClientRect());
      if (size.width === before.width && size.height === before.height) return;
      const { nodes } = useDocument.getState().selection;
      const chosen = nodes.length === 1 ? flow.getInternalNode(nodes[0] ?? '') : undefined;
      const wasSeen = chosen !== undefined && isSeen(onCanvas(chosen), before);
      // Beside an open panel the whole is worth more than its details.
      if (!moved.current) show(0, WITH_NAMES);
      if (!wasSeen) return;
      // The panel that opens for a node must not hide it.
      const [x, y, zoom] = store.getState().transform;
      const shift = shiftTo(onCanvas(chosen), size);
      if (shift !== null) void flow.setViewport({ x: x + shift.x, y: y + shift.y, zoom });
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [flow, onCanvas, show, store, surface]);
  return useCallback((event) => {
    // What the page does itself comes without an event.
    if (event === null) return;
    moved.current = true;
    byHand.current = true;
  }, []);
}
