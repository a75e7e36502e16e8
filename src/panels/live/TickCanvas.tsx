import { type PointerEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { Canvas, type Changes } from '../../ui/charts/Canvas';
import { type Pen, SvgPen } from '../../ui/charts/pen';
import { usePicture } from '../../ui/charts/picture';
import { type Palette, usePalette } from '../../ui/charts/use-palette';
import { cx } from '../../ui/cx';
import { domainOf, shownRange, useLiveView } from './live-view';
import { pan, pixelsOf, type TickPixels, type TickRange, tickAt, zoom } from './tick-axis';

/** What a chart over ticks is drawn into. */
export interface TickFrame {
  readonly pen: Pen;
  readonly palette: Palette;
  readonly pixels: TickPixels;
  readonly range: TickRange;
  readonly width: number;
  readonly height: number;
  /** The scrub cursor; null at the live edge. */
  readonly cursor: number | null;
  readonly hover: number | null;
}

/** A place in the chart: pixels of the canvas, and the tick there. */
export interface TickPlace {
  readonly x: number;
  readonly y: number;
  readonly tick: number;
  readonly pixels: TickPixels;
  readonly width: number;
}

interface TickCanvasProps {
  readonly height: number;
  readonly draw: (frame: TickFrame) => void;
  /** A plain wheel zooms. Otherwise it scrolls the panel, and Ctrl with the wheel zooms. */
  readonly wheelZooms?: boolean;
  /** Dragging above this height scrubs, below it pans. */
  readonly scrubAbove?: number;
  readonly onClick?: (place: TickPlace) => void;
  readonly onHover?: (place: TickPlace | null) => void;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A canvas on the shared tick axis: hovering reads a tick in all charts, dragging pans, the wheel zooms. */
export function TickCanvas(props: TickCanvasProps) {
  const { height, draw, wheelZooms = false, scrubAbove = 0, onClick, onHover, className, children } = props;
  const view = useLiveView();
  const { live, axis } = view;
  const palette = usePalette();
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly id: number; readonly scrubs: boolean; x: number; moved: number } | null>(null);

  const drawFrame = useCallback(
    (pen: Pen, width: number, tall: number) => {
      const range = shownRange(view);
      const { cursor } = live.getState();
      const { hover } = axis.getState();
      draw({ pen, palette, range, pixels: pixelsOf(range, width), width, height: tall, cursor, hover });
    },
    [view, live, axis, palette, draw],
  );
  usePicture(() => {
    const width = box.current?.getBoundingClientRect().width ?? 0;
    const pen = new SvgPen();
    const range = shownRange(view);
    const { cursor } = live.getState();
    draw({ pen, palette, range, pixels: pixelsOf(range, width), width, height, cursor, hover: null });
    return { svg: pen.finish(width, height), width, height };
  });
  const changes: Changes = useMemo(
    () => (changed) => {
      const stops = [live.subscribe(changed), axis.subscribe(changed)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [live, axis],
  );

  const place = useCallback(
    (event: { readonly clientX: number; readonly clientY: number }): TickPlace | null => {
      const rect = box.current?.getBoundingClientRect();
      if (!rect) return null;
      const pixels = pixelsOf(shownRange(view), rect.width);
      const x = event.clientX - rect.left;
      return { x, y: event.clientY - rect.top, tick: tickAt(pixels, x), pixels, width: rect.width };
    },
    [view],
  );
  const nearest = useCallback(
    (tick: number): number => {
      const { first, last } = domainOf(view);
      return Math.max(first, Math.min(last, Math.round(tick)));
    },
    [view],
  );

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      const at = place(event);
      if (!at) return;
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        event.preventDefault();
        axis.setState(pan(axis.getState(), domainOf(view), sideways / at.pixels.step));
      } else if (wheelZooms || event.ctrlKey || event.metaKey) {
        event.preventDefault();
        axis.setState(zoom(axis.getState(), domainOf(view), 1.0015 ** event.deltaY, at.tick));
      }
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [axis, view, place, wheelZooms]);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const at = place(event);
    if (!at || event.button !== 0 || at.x < at.pixels.left - 8) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { id: event.pointerId, scrubs: at.y < scrubAbove, x: event.clientX, moved: 0 };
    if (at.y < scrubAbove) live.getState().scrub(nearest(at.tick));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const at = place(event);
    if (!at) return;
    const held = drag.current;
    if (held === null) {
      const inside = at.x >= at.pixels.left && at.x <= at.pixels.right;
      const hover = inside ? nearest(at.tick) : null;
      if (hover !== axis.getState().hover) axis.setState({ hover });
      onHover?.(at);
    } else if (held.scrubs) live.getState().scrub(nearest(at.tick));
    else {
      const by = event.clientX - held.x;
      held.moved += Math.abs(by);
      held.x = event.clientX;
      if (held.moved > 4) axis.setState(pan(axis.getState(), domainOf(view), -by / at.pixels.step));
    }
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    const at = place(event);
    const held = drag.current;
    drag.current = null;
    if (!at || held === null || held.scrubs || held.moved > 4) return;
    if (onClick) onClick(at);
    else if (at.x >= at.pixels.left && at.x <= at.pixels.right) live.getState().scrub(nearest(at.tick));
  };
  const leave = () => {
    axis.setState({ hover: null });
    onHover?.(null);
  };

  return (
    <div
      ref={box}
      className={cx('relative touch-pan-y select-none', className)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onPointerLeave={leave}
    >
      <Canvas height={height} draw={drawFrame} changes={changes} />
      {children}
    </div>
  );
}
