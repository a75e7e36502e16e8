import { type ComponentProps, type RefCallback, useCallback, useEffect, useRef } from 'react';
import { cx } from '../cx';
import type { Pen } from './pen';

/** What says that something drawn has changed. Returns what stops it. */
export type Changes = (changed: () => void) => () => void;

interface CanvasProps extends Omit<ComponentProps<'div'>, 'onDrag'> {
  readonly height: number;
  /** Draws everything anew. Called in an animation frame, at most once in each. */
  readonly draw: (pen: Pen, width: number, height: number) => void;
  readonly changes: Changes;
}

/**
 * A canvas as wide as its place that is drawn when something has changed, without React in between: figures that
 * arrive thirty times a second render no component. Out of sight nothing is drawn.
 */
export function Canvas({ height, draw, changes, className, children, ...rest }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  const frame = useRef(0);
  const width = useRef(0);
  const inSight = useRef(true);

  const redraw = useCallback(() => {
    if (frame.current !== 0 || !inSight.current) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const element = canvas.current;
      const pen = element?.getContext('2d');
      if (!element || !pen || width.current === 0) return;
      const ratio = window.devicePixelRatio;
      const size = [Math.round(width.current * ratio), Math.round(height * ratio)] as const;
      if (element.width !== size[0] || element.height !== size[1]) [element.width, element.height] = size;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width.current, height);
      latest.current(pen, width.current, height);
    });
  }, [height]);

  useEffect(() => {
    latest.current = draw;
    redraw();
  }, [draw, redraw]);
  useEffect(() => changes(redraw), [changes, redraw]);
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    },
    [],
  );

  const measure: RefCallback<HTMLDivElement> = useCallback(
    (element) => {
      if (element === null) return undefined;
      const observer = new ResizeObserver(([entry]) => {
        if (!entry) return;
        width.current = entry.contentRect.width;
        redraw();
      });
      observer.observe(element);
      // What is scrolled out of sight is drawn once it comes back.
      const sight = new IntersectionObserver(([entry]) => {
        inSight.current = entry?.isIntersecting ?? true;
        redraw();
      });
      sight.observe(element);
      return () => {
        observer.disconnect();
        sight.disconnect();
      };
    },
    [redraw],
  );

  return (
    <div ref={measure} className={cx('relative', className)} style={{ height }} {...rest}>
      <canvas ref={canvas} className="absolute inset-0 size-full" aria-hidden />
      {children}
    </div>
  );
}
