import { lazy, Suspense } from 'react';
import { Skeleton } from '../ui/Progress';

const Inspector = lazy(() => import('../panels/inspector/Inspector').then((module) => ({ default: module.Inspector })));

/** The inspector, loaded after the canvas is there. */
export const InspectorArea = () => (
  <Suspense fallback={<Skeleton className="m-4 h-40" />}>
    <Inspector />
  </Suspense>
);
