import type { ReactNode } from 'react';
import { useView } from '../store/view-store';
import type { CanvasProps } from './canvas-props';
import { FlowCanvas } from './FlowCanvas';
import { Outline } from './Outline';

/** The pipeline as it is worked on: drawn on a canvas, or written out as an outline. */
export function Canvas(props: CanvasProps): ReactNode {
  const outline = useView((state) => state.outline);
  return outline ? <Outline {...props} /> : <FlowCanvas {...props} />;
}
