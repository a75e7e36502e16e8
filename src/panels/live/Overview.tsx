import { type PointerEvent, useCallback, useMemo, useRef } from 'react';
import { useT } from '../../i18n/use-t';
import { Canvas, type Changes } from '../../ui/charts/Canvas';
import type { Pen } from '../../ui/charts/pen';
import { usePalette } from '../../ui/charts/use-palette';
import { eventLook } from './event-look';
import { domainOf, shownRange, useLiveView } from './live-view';
import { guttersOf } from './tick-axis';

const HEIGHT = 26;

/** Every tick in one strip, with a window over those in sight. Dragging moves the window. */
export function Overview() {
  const { t } = useT();
  const view = useLiveView();
  const { live, axis } = view;
  const palette = usePalette();
  const box = useRef<HTMLDivElement>(null);
  const held = useRef(false);

  const draw = useCallback(
    (pen: Pen, width: number, height: number) => {
      const { history, cursor } = live.getState();
      const { first, last } = domainOf(view);
      const { left, right } = guttersOf(width);
      const room = width - left - right;
      const x = (tick: number): number => left + ((tick - first + 0.5) / Math.max(1, last - first + 1)) * room;
      pen.fillStyle = palette('sunken');
      pen.fillRect(left, 3, room, height - 6);
      // One stroke for each pixel and type is all that can be seen.
      const drawn = new Set<number>();
      for (const { type, tick } of history.notable) {
        const at = Math.floor(x(tick));
        const lane = lanes.indexOf(type);
        if (drawn.has(at * 8 + lane)) continue;
        drawn.add(at * 8 + lane);
        pen.fillStyle = palette(eventLook[type].colour);
        pen.fillRect(at, 5 + (lane % 4) * 4, 2, 4);
      }
      const { from, to } = shownRange(view);
      const start = Math.max(left, x(from - 0.5));
      const end = Math.min(left + room, x(to + 0.5));
      pen.fillStyle = palette('accent');
      pen.globalAlpha = 0.14;
      pen.fillRect(start, 1, end - start, height - 2);
      pen.globalAlpha = 1;
      pen.strokeStyle = palette('accent');
      pen.lineWidth = 1;
      pen.setLineDash([]);
      pen.beginPath();
      pen.rect(start + 0.5, 1.5, Math.max(2, end - start - 1), height - 3);
      pen.stroke();
      if (cursor !== null) pen.fillRect(x(cursor) - 1, 1, 2, height - 2);
    },
    [live, view, palette],
  );
  const changes: Changes = useMemo(
    () => (changed) => {
      const stops = [live.subscribe(changed), axis.subscribe(changed)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [live, axis],
  );

  const moveTo = (event: PointerEvent) => {
    const rect = box.current?.getBoundingClientRect();
    if (!rect) return;
    const { first, last } = domainOf(view);
    const { left, right } = guttersOf(rect.width);
    const tick = first + ((event.clientX - rect.left - left) / (rect.width - left - right)) * (last - first + 1);
    const { from, to } = shownRange(view);
    const end = tick + (to - from + 1) / 2;
    axis.setState({ end: end >= last ? null : end });
  };
  return (
    <div
      ref={box}
      title={t('timeline.overview')}
      className="shrink-0 cursor-ew-resize touch-none border-t border-line px-2 select-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = true;
        moveTo(event);
      }}
      onPointerMove={(event) => held.current && moveTo(event)}
      onPointerUp={() => {
        held.current = false;
      }}
      onPointerCancel={() => {
        held.current = false;
      }}
    >
      <Canvas height={HEIGHT} draw={draw} changes={changes} />
    </div>
  );
}

const lanes = ['drift', 'trigger', 'retrain', 'gate', 'promote', 'alert', 'rollback', 'batch'];
