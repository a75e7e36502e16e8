import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { type PointerEvent, type ReactNode, useMemo } from 'react';
import type { Box } from '../../graph/geometry';
import { nodeBox } from '../../graph/route/port-places';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { useEditor } from '../editor-store';

const SIZE = { width: 168, height: 104 };
/** Clear space around everything, in pixels of the map. */
const MARGIN = 6;

const square = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`;

/** The whole pipeline at the size of a stamp, with what is seen of it; a press goes there. */
export function Overview({ bounds }: { bounds: Box }): ReactNode {
  const { t } = useT();
  const flow = useReactFlow();
  const store = useStoreApi();
  const document = useDocument((state) => state.document);
  const shapes = useMemo(() => {
    const found = new Map<string, string>();
    const add = (name: string, box: Box): void => void found.set(name, (found.get(name) ?? '') + square(box));
    for (const { position, size } of document.notes) add('note', { ...position, ...size });
    for (const node of catalog.compile(document).nodes) add(node.spec?.stage ?? 'none', nodeBox(node));
    return [...found];
  }, [document]);
  const scale = Math.max(bounds.width / (SIZE.width - 2 * MARGIN), bounds.height / (SIZE.height - 2 * MARGIN));
  const shown = {
    x: bounds.x - (SIZE.width * scale - bounds.width) / 2,
    y: bounds.y - (SIZE.height * scale - bounds.height) / 2,
    width: SIZE.width * scale,
    height: SIZE.height * scale,
  };
  const goTo = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    useEditor.getState().view?.hold();
    void flow.setCenter(shown.x + (event.clientX - box.left) * scale, shown.y + (event.clientY - box.top) * scale, {
      zoom: store.getState().transform[2],
    });
  };
  return (
    <div
      className="mr-minimap nowheel nopan"
      role="img"
      aria-label={t('editor.minimap')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
      }}
      onWheel={(event) => {
        useEditor.getState().view?.hold();
        void (event.deltaY < 0 ? flow.zoomIn() : flow.zoomOut());
      }}
    >
      <svg viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.height}`} aria-hidden="true">
        {shapes.map(([name, d]) => (
          <path key={name} className={`mr-mini-${name}`} d={d} />
        ))}
        <Seen shown={shown} />
      </svg>
    </div>
  );
}

/** Everything but what is seen just now, veiled. */
function Seen({ shown }: { shown: Box }): ReactNode {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  return <path className="mr-mini-mask" fillRule="evenodd" d={square(shown) + square(seen)} />;
}
