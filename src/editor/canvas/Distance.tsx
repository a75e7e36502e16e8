import { useStoreApi } from '@xyflow/react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Box } from '../../graph/geometry';
import { nodeBox } from '../../graph/route/port-places';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { useView } from '../../store/view/view-store';

/** No box is drawn smaller than that, in pixels. */
const LEAST = 2;

/**
 * Many nodes from afar, as one picture: boxes in the colours of their stages, and the wires between them as lines. What
 * each of them would say has no room there, and as elements they would take seconds to move.
 */
export function Distance(): ReactNode {
  const picture = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const document = useDocument((state) => state.document);
  const chosen = useDocument((state) => state.selection.nodes);
  const theme = useView((state) => state.theme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours follow the theme
  useEffect(() => {
    const canvas = picture.current;
    const pen = canvas?.getContext('2d') ?? null;
    if (canvas === null || pen === null) return undefined;
    const style = getComputedStyle(canvas);
    const colour = (name: string): string => style.getPropertyValue(name).trim() || style.color;
    const pipeline = catalog.compile(document);
    const boxOf = (id: string): Box | undefined => {
      const node = pipeline.node(id);
      return node === undefined ? undefined : nodeBox(node);
    };
    const lines = pipeline.wires.flatMap(({ from, to }) => {
      const [source, target] = [boxOf(from.nodeId), boxOf(to.nodeId)];
      return source === undefined || target === undefined ? [] : [[source, target] as const];
    });
    const marked = chosen.map(boxOf);
    const byStage = new Map<string, Box[]>();
    for (const node of pipeline.nodes) {
      const stage = node.spec?.stage ?? 'none';
      const members = byStage.get(stage);
      if (members === undefined) byStage.set(stage, [nodeBox(node)]);
      else members.push(nodeBox(node));
    }
    const draw = (): void => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const dots = window.devicePixelRatio;
      [canvas.width, canvas.height] = [width * dots, height * dots];
      pen.setTransform(dots, 0, 0, dots, 0, 0);
      const put = (box: Box | undefined): void => {
        if (box === undefined) return;
        pen.rect(
          x + box.x * zoom,
          y + box.y * zoom,
          Math.max(LEAST, box.width * zoom),
          Math.max(LEAST, box.height * zoom),
        );
      };
      pen.beginPath();
      for (const [source, target] of lines) {
        pen.moveTo(x + (source.x + source.width) * zoom, y + (source.y + source.height / 2) * zoom);
        pen.lineTo(x + target.x * zoom, y + (target.y + target.height / 2) * zoom);
      }
      pen.strokeStyle = colour('--line-strong');
      pen.stroke();
      for (const [stage, members] of byStage) {
        pen.beginPath();
        for (const box of members) put(box);
        pen.fillStyle = colour(stage === 'none' ? '--quiet' : `--stage-${stage}`);
        pen.fill();
      }
      pen.beginPath();
      for (const box of marked) put(box);
      pen.lineWidth = 2;
      pen.strokeStyle = colour('--ink');
      pen.stroke();
    };
    let frame: number | null = null;
    const soon = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        draw();
      });
    };
    draw();
    const stop = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) soon();
    });
    return () => {
      stop();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [store, document, chosen, theme]);
  return (
    <div className="mr-distance" aria-hidden="true">
      <canvas ref={picture} />
    </div>
  );
}
