import { useStore } from '@xyflow/react';
import { type ReactNode, useMemo } from 'react';
import { useDocument } from '../../store/document/document-store';
import { lazyPart } from '../../ui/parts/lazy-part';
import { contentBounds } from './content-bounds';

/** Fewer nodes are found without a map. */
const FROM_NODES = 8;

const Overview = lazyPart(async () => (await import('./Overview')).Overview, { failed: () => null });

/** A small map of many nodes, as long as some of them are out of sight: it lies over the canvas. */
export function SmallMap(): ReactNode {
  const document = useDocument((state) => state.document);
  const bounds = useMemo(() => (document.nodes.length < FROM_NODES ? null : contentBounds(document)), [document]);
  const inSight = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (bounds === null) return true;
    return (
      x + bounds.x * zoom >= 0 &&
      y + bounds.y * zoom >= 0 &&
      x + (bounds.x + bounds.width) * zoom <= width &&
      y + (bounds.y + bounds.height) * zoom <= height
    );
  });
  if (inSight || bounds === null) return null;
  return <Overview bounds={bounds} />;
}
