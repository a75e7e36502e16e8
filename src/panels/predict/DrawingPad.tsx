import { Eraser } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { PixelImage } from '../../ui/charts/PixelImage';
import { cx } from '../../ui/cx';
import { type PixelGrid, padSide, resample, stroke } from './pixel-grid';

const SIZE = 176;
const SEEN = 88;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Point = readonly [x: number, y: number];

interface DrawingPadProps {
  readonly grid: PixelGrid;
  readonly onDraw: (values: Readonly<Record<string, string>>) => void;
}

/** A pad whose strokes become the pixel columns that the model reads; drawn on with a pointer or the keyboard. */
export function DrawingPad({ grid, onDraw }: DrawingPadProps) {
  const { t } = useT();
  const side = padSide(grid.side);
  const [points, setPoints] = useState(() => new Float32Array(side * side));
  const [pen, setPen] = useState<{ readonly at: Point; readonly down: boolean } | null>(null);
  const last = useRef<Point | null>(null);
  const seen = resample(points, side, grid.side);
  const show = (next: Float32Array<ArrayBuffer>) => {
    setPoints(next);
    onDraw(cellsOf(grid, resample(next, side, grid.side)));
  };
  const draw = (event: PointerEvent<HTMLDivElement>) => {
    if (last.current === null) return;
    const at = pointOf(event, side);
    show(stroke(points, side, last.current, at));
    last.current = at;
  };
  const clear = () => show(new Float32Array(side * side));
  const key = (event: KeyboardEvent) => {
    const step = side / grid.side;
    const { at, down } = pen ?? { at: [side / 2, side / 2] as const, down: false };
    const move = MOVES[event.key];
    if (move !== undefined) {
      const to: Point = [hold(at[0] + move[0] * step, side), hold(at[1] + move[1] * step, side)];
      setPen({ at: to, down });
      if (down) show(stroke(points, side, at, to));
    } else if (event.key === ' ' || event.key === 'Enter') {
      setPen({ at, down: !down });
      if (!down) show(stroke(points, side, at, at));
    } else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex flex-wrap items-start gap-4">
      <div className="flex w-fit flex-col gap-2">
        <div
          role="application"
          aria-label={t('playground.pad', { side: grid.side })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn on with the keyboard, too
          tabIndex={0}
          onKeyDown={key}
          onBlur={() => setPen(null)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            last.current = pointOf(event, side);
            draw(event);
          }}
          onPointerMove={draw}
          onPointerUp={() => {
            last.current = null;
          }}
          onPointerCancel={() => {
            last.current = null;
          }}
          className="relative cursor-crosshair touch-none overflow-hidden rounded-md border border-line-strong bg-black"
          style={{ width: SIZE, height: SIZE }}
        >
          <PixelImage pixels={bytesOf(points)} shape={[side, side, 1]} size={SIZE} label={t('panels.draw')} />
          {pen !== null && (
            <span
              aria-hidden
              className={cx(
                'pointer-events-none absolute size-3 rounded-full border-2 border-white',
                pen.down && 'bg-white/50',
              )}
              style={{ left: (pen.at[0] / side) * SIZE - 6, top: (pen.at[1] / side) * SIZE - 6 }}
            />
          )}
        </div>
        <Button small icon={<Eraser size={14} />} onClick={clear}>
          {t('panels.clearPad')}
        </Button>
        <span role="status" className="sr-only">
          {pen === null ? '' : t(pen.down ? 'playground.penDown' : 'playground.penUp')}
        </span>
      </div>
      <figure className="flex flex-col gap-1">
        <figcaption className="text-sm text-quiet">{t('playground.sees')}</figcaption>
        <div className="w-fit overflow-hidden rounded-md border border-line bg-black">
          <PixelImage
            pixels={bytesOf(seen)}
            shape={[grid.side, grid.side, 1]}
            size={SEEN}
            label={t('playground.sees')}
          />
        </div>
        <span className="tabular text-xs text-quiet">
          {grid.side} × {grid.side}
        </span>
      </figure>
      <p className="w-full text-sm text-quiet">{t('playground.padHelp')}</p>
    </div>
  );
}

const bytesOf = (values: Float32Array): Uint8Array => Uint8Array.from(values, (value) => value * 255);
const hold = (value: number, side: number): number => Math.min(side, Math.max(0, value));

function pointOf(event: PointerEvent<HTMLDivElement>, side: number): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return [((event.clientX - box.left) * side) / box.width, ((event.clientY - box.top) * side) / box.height];
}

/** The image as the texts of its pixel columns. */
function cellsOf({ columns, ink }: PixelGrid, pixels: Float32Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map((column, index) => {
      const value = (pixels[index] ?? 0) * ink;
      return [column, String(ink === 1 ? Number(value.toFixed(3)) : Math.round(value))];
    }),
  );
}
