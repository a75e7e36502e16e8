import { Skeleton } from '../ui/Progress';
import { lazyPart } from '../ui/parts/lazy-part';

/** The inspector, loaded after the canvas is there. */
export const InspectorArea = lazyPart(async () => (await import('../panels/inspector/Inspector')).Inspector, {
  waiting: () => <Skeleton className="m-4 h-40" />,
});
