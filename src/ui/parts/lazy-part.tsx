import { type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react';
import type { Failed } from './FailedPart';
import { PartBoundary } from './PartBoundary';

interface LazyOptions<Props> {
  /** What stands there until it is loaded. */
  readonly waiting?: (props: Props) => ReactNode;
  /** What stands there where it could not be loaded, or broke. */
  readonly failed?: (failed: Failed, props: Props) => ReactNode;
}

interface MayClose {
  readonly onClose?: () => void;
}

/** A component that is fetched when it is first drawn, and once more whenever it is tried again after that failed. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting, failed }: LazyOptions<Props> = {},
): ComponentType<Props & MayClose> {
  let isLost = false;
  const ask = (): ComponentType<Props> => {
    isLost = false;
    return lazy(() =>
      load().then(
        (component) => ({ default: component }),
        (cause: unknown) => {
          isLost = true;
          throw cause;
        },
      ),
    );
  };
  let latest = ask();
  const latestOrNew = (): ComponentType<Props> => {
    if (isLost) latest = ask();
    return latest;
  };

  return function LazyPart(props: Props & MayClose) {
    const [Part, setPart] = useState<ComponentType<Props>>(latestOrNew);
    return (
      <PartBoundary
        onRetry={() => setPart(latestOrNew)}
        onClose={props.onClose}
        failed={failed && ((how) => failed(how, props))}
      >
        <Suspense fallback={waiting?.(props)}>{createElement(Part, props)}</Suspense>
      </PartBoundary>
    );
  };
}
