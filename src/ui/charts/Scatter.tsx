import { useMemo, useState } from 'react';
import { drawScatter, pointAt, type ScatterFigure } from './draw-scatter';
import type { Point } from './nearest';
import { type DrawPlot, Plot, placeOf } from './Plot';

interface ScatterProps extends ScatterFigure {
  readonly label: string;
  readonly height: number;
}

/** Predicted against true values; hovering reads the nearest point. */
export function Scatter(props: ScatterProps) {
  const { label, height, xLabel, yLabel, write } = props;
  const [hovered, setHovered] = useState<Point | null>(null);
  const draw: DrawPlot = useMemo(
    () => (pen, palette, width, tall) => drawScatter(pen, palette, props, width, tall, hovered),
    [props, hovered],
  );
  return (
    <Plot
      label={label}
      height={height}
      draw={draw}
      style={{ maxWidth: height * 1.35 }}
      onPointerMove={(event) => {
        const { x, y, width } = placeOf(event);
        setHovered(pointAt(props, width, height, [x, y]));
      }}
      onPointerLeave={() => setHovered(null)}
    >
      {hovered && (
        <div className="tabular pointer-events-none absolute top-1 right-1 rounded-md border border-line bg-raised px-2 py-1 text-sm shadow-float">
          {xLabel} {write(hovered[0])} · {yLabel} {write(hovered[1])}
        </div>
      )}
    </Plot>
  );
}
