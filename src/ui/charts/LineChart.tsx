import { useMemo, useState } from 'react';
import { type CurveFigure, curveScales, drawCurves, readCurves } from './draw-curves';
import { type DrawPlot, Plot, type PlotPlace, placeOf } from './Plot';
import { PlotTip } from './PlotTip';

interface LineChartProps extends CurveFigure {
  readonly label: string;
  readonly height: number;
  readonly writeY: (y: number) => string;
}

/** Lines over a common x, named at their ends; hovering reads exact figures. */
export function LineChart(props: LineChartProps) {
  const { label, height, xLabel, writeX, writeY } = props;
  const [place, setPlace] = useState<PlotPlace | null>(null);
  const hovered = place === null ? null : curveScales(props, place.width, height).x.invert(place.x);
  const draw: DrawPlot = useMemo(
    () => (pen, palette, width, tall) => drawCurves(pen, palette, props, width, tall, hovered),
    [props, hovered],
  );
  const read = hovered === null ? [] : readCurves(props, hovered);
  const readX = read[0]?.point[0];
  return (
    <Plot
      label={label}
      height={height}
      draw={draw}
      className="touch-pan-y"
      onPointerMove={(event) => setPlace(placeOf(event))}
      onPointerLeave={() => setPlace(null)}
    >
      {place !== null && readX !== undefined && (
        <PlotTip x={curveScales(props, place.width, height).x(readX)} width={place.width}>
          <div className="text-quiet">
            {xLabel} {writeX(readX)}
          </div>
          {read.map((one) => (
            <div key={one.id} className="flex items-center gap-2">
              <span className="size-2 rounded-full" style={{ background: `var(--${one.colour})` }} />
              <span>{one.label}</span>
              <span className="ml-auto pl-3 font-medium">{writeY(one.point[1])}</span>
            </div>
          ))}
        </PlotTip>
      )}
    </Plot>
  );
}
