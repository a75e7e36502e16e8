import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { NODE_WIDTH } from '../../graph/geometry';
import { useDocument } from '../../store/document/document-store';
import { useEditor } from '../editor-store';

/** From this many nodes on a small map of them lies over the canvas. */
export const MINIMAP_FROM_NODES = 8;

/** Room for the lanes' names above, and for the tools or the small map below. */
const fitOf = (nodes: number) =>
  ({
    padding: { top: '52px', bottom: nodes < MINIMAP_FROM_NODES ? '60px' : '136px', left: '24px', right: '24px' },
    maxZoom: 1,
  }) as const;

/** Lets the rest of the editor ask where the canvas looks, and shows the whole of a document that is opened. */
export function useCanvasView(surface: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useDocument((state) => state.session);
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
        fit: () => void flow.fitView({ ...fitOf(flow.getNodes().length), duration: 160 }),
        pagePoint: (point) => flow.flowToScreenPosition(point),
        heights: () =>
          Object.fromEntries(
            flow
              .getNodes()
              .flatMap((node) => (node.measured?.height === undefined ? [] : [[node.id, node.measured.height]])),
          ),
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
  }, [flow, store, surface]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document was opened
  useEffect(() => {
    const { nodes, notes } = useDocument.getState().document;
    if (nodes.length + notes.length > 0) void flow.fitView(fitOf(nodes.length + notes.length));
    // An empty canvas has nothing to fit, and fitting later would jump under the first node's drop.
    else void flow.setViewport({ x: 0, y: 0, zoom: 1 });
  }, [flow, session]);
}
