import { Eraser } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { PixelImage } from '../../ui/charts/PixelImage';
import { type PixelGrid, stroke } from './pixel-grid';

const SIZE = 176;

interface DrawingPadProps {
  readonly grid: PixelGrid;
  readonly onDraw: (values: Readonly<Record<string, string>>) => void;
}

/** A pad whose strokes become the pixel columns that the model reads. */
export function DrawingPad({ grid, onDraw }: DrawingPadProps) {
  const { t } = useT();
  const [pixels, setPixels] = useState(() => new Float32Array(grid.side * grid.side));
  const down = useRef(false);
  const show = (next: Float32Array<ArrayBuffer>) => {
    setPixels(next);
    onDraw(
      Object.fromEntries(
        grid.columns.map((column, index) => {
          const value = (next[index] ?? 0) * grid.ink;
          return [column, String(grid.ink === 1 ? Number(value.toFixed(3)) : Math.round(value))];
        }),
      ),
    );
  };
  const draw = (event: PointerEvent<HTMLDivElement>) => {
    if (!down.current) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = grid.side / box.width;
    show(
      Float32Array.from(
        stroke(pixels, grid.side, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale),
      ),
    );
  };
  return (
    <div className="flex w-fit flex-col gap-2">
      <div
        role="img"
        aria-label={t('panels.draw')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          down.current = true;
          draw(event);
        }}
        onPointerMove={draw}
        onPointerUp={() => {
          down.current = false;
        }}
        className="cursor-crosshair touch-none overflow-hidden rounded-md border border-line-strong bg-black"
        style={{ width: SIZE, height: SIZE }}
      >
        <PixelImage
          pixels={Uint8Array.from(pixels, (value) => value * 255)}
          shape={[grid.side, grid.side, 1]}
          size={SIZE}
          label={t('panels.draw')}
        />
      </div>
      <div className="flex items-center justify-between gap-4">
        <span className="text-sm text-quiet">{t('panels.drawHelp')}</span>
        <Button small icon={<Eraser size={14} />} onClick={() => show(new Float32Array(grid.side * grid.side))}>
          {t('panels.clearPad')}
        </Button>
      </div>
    </div>
  );
}
