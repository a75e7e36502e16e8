import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';
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

/**
 * A component that is fetched when it is first drawn, and once more whenever it is tried again after that failed. Not
 * by React's `lazy`: what that has fetched may only be shown 300 ms after what stood there before.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting, failed }: LazyOptions<Props> = {},
): ComponentType<Props & MayClose> {
  let here: ComponentType<Props> | null = null;
  let asked: Promise<ComponentType<Props>> | null = null;
  const ask = (): Promise<ComponentType<Props>> => {
    asked ??= load().then(
      (component) => {
        here = component;
        return component;
      },
      (cause: unknown) => {
        asked = null;
        throw cause;
      },
    );
    return asked;
  };

  function Part(props: Props): ReactNode {
    const [component, setComponent] = useState(() => here);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
      if (component !== null) return;
      let stands = true;
      ask().then(
        (loaded) => stands && setComponent(() => loaded),
        (cause: unknown) => stands && setError(cause ?? new Error('a part could not be loaded')),
      );
      return () => {
        stands = false;
      };
    }, [component]);
    // The boundary says so in its place, and draws this anew where it is tried again.
    if (error !== null) throw error;
    return component === null ? waiting?.(props) : createElement(component, props);
  }

  return function LazyPart(props: Props & MayClose) {
    return (
      <PartBoundary onClose={props.onClose} failed={failed && ((how) => failed(how, props))}>
        <Part {...props} />
      </PartBoundary>
    );
  };
}
