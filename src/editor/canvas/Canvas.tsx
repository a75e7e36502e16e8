import '@xyflow/react/dist/style.css';
import '../editor.css';
import type { ReactNode } from 'react';
import { useView } from '../../store/view/view-store';
import { lazyPart } from '../../ui/parts/lazy-part';
import type { CanvasProps } from './canvas-props';

const Outline = lazyPart(async () => (await import('../outline/Outline')).Outline);
const FlowCanvas = lazyPart(async () => (await import('./FlowCanvas')).FlowCanvas);

/** The pipeline as it is worked on: drawn on a canvas, or written out as an outline. */
export function Canvas(props: CanvasProps): ReactNode {
  const outline = useView((state) => state.outline);
  return outline ? <Outline {...props} /> : <FlowCanvas {...props} />;
}
