import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { NODE_WIDTH } from '../../graph/geometry';
import { useDocument } from '../../store/document/document-store';
import { useEditor } from '../editor-store';
import { contentBounds } from './content-bounds';
import { firstView, type Margins, WITH_NAMES } from './first-view';

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
  const show = useCallback(
    (duration: number, least?: number): void => {
      const bounds = contentBounds(useDocument.getState().document);
      const box = surface.current?.getBoundingClientRect();
      if (bounds === null || box === undefined || box.width === 0) return;
      void flow.setViewport(firstView(bounds, box, MARGINS, least), { duration });
    },
    [flow, surface],
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
          show(160);
        },
        hold: () => {
          moved.current = true;
        },
        size: () => {
          const { width, height } = box();
          return { width, height };
        },
        pagePoint: (point) => flow.flowToScreenPosition(point),
        reveal: (nodeId) => {
          const node = flow.getInternalNode(nodeId);
          if (node === undefined) return;
          const { x, y } = node.internals.positionAbsolute;
          const height = node.measured.height ?? 96;
          const from = flow.flowToScreenPosition({ x, y });
          const to = flow.flowToScreenPosition({ x: x + NODE_WIDTH, y: y + height });
          const { left, top, right, bottom } = box();
          const seen = from.x >= left && from.y >= top + 40 && to.x <= right && to.y <= bottom - 48;
          if (!seen)
            void flow.setCenter(x + NODE_WIDTH / 2, y + height / 2, {
              zoom: store.getState().transform[2],
              duration: 160,
            });
        },
      },
    });
    return () => useEditor.setState({ view: null });
  }, [flow, show, store, surface]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document was opened
  useEffect(() => {
    moved.current = false;
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
    const sizeOf = (): string => `${current.clientWidth} ${current.clientHeight}`;
    let size = sizeOf();
    const watch = new ResizeObserver(() => {
      if (size === sizeOf()) return;
      size = sizeOf();
      // Beside an open panel the whole is worth more than its details.
      if (!moved.current) show(0, WITH_NAMES);
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [show, surface]);
  return useCallback((event) => {
    // What the page does itself comes without an event.
    if (event !== null) moved.current = true;
  }, []);
}
