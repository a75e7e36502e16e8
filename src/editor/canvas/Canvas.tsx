import { lazy, type ReactNode, Suspense } from 'react';
import { useView } from '../../store/view/view-store';
import type { CanvasProps } from './canvas-props';
import { FlowCanvas } from './FlowCanvas';

const Outline = lazy(() => import('../outline/Outline').then((module) => ({ default: module.Outline })));

/** The pipeline as it is worked on: drawn on a canvas, or written out as an outline. */
export function Canvas(props: CanvasProps): ReactNode {
  const outline = useView((state) => state.outline);
  if (!outline) return <FlowCanvas {...props} />;
  return (
    <Suspense fallback={null}>
      <Outline {...props} />
    </Suspense>
  );
}
