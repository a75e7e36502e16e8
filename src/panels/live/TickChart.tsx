import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { PlotTip } from '../../ui/charts/PlotTip';
import type { ChartTable } from '../../ui/charts/save-chart';
import { useChartWords } from '../use-chart-words';
import { drawLines, type LineFigure } from './draw-lines';
import { shownRange, useLiveView } from './live-view';
import { TickCanvas, type TickFrame, type TickPlace } from './TickCanvas';

interface TickChartProps {
  readonly title: string;
  readonly fileName: string;
  readonly aside?: ReactNode;
  readonly height: number;
  /** Keep it the same between renders: another figure is another drawing. */
  readonly figure: LineFigure;
}

/** Lines over the shared tick axis; read at the pointer, as a table and as a file. */
export function TickChart({ title, fileName, aside, height, figure }: TickChartProps) {
  const { t, language } = useT();
  const view = useLiveView();
  const draw = useCallback((frame: TickFrame) => drawLines(frame, figure), [figure]);
  const [place, setPlace] = useState<TickPlace | null>(null);
  const table = (): ChartTable => {
    const { from, to } = shownRange(view);
    const ticks = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, i) => Math.ceil(from) + i);
    return {
      columns: [t('timeline.tick'), ...figure.lines.map(({ label }) => label)],
      rows: ticks.map((tick) => [
        tick,
        ...figure.lines.map(({ series }) => {
          const value = series.at(tick);
          return Number.isNaN(value) ? null : value;
        }),
      ]),
    };
  };
  return (
    <TickFigure
      title={title}
      fileName={fileName}
      aside={aside}
      height={height}
      draw={draw}
      table={table}
      onHover={setPlace}
    >
      {place && (
        <TickTip place={place}>
          {(tick) => (
            <>
              <div className="text-quiet">{t('timeline.tickN', { tick: formatNumber(language, tick) })}</div>
              {figure.lines.map(({ id, label, colour, series }) => {
                const value = series.at(tick);
                return (
                  <div key={id} className="flex items-center gap-2">
                    <span className="size-2 rounded-full" style={{ background: `var(--${colour})` }} />
                    <span>{label}</span>
                    <span className="ml-auto pl-3 font-medium">{Number.isNaN(value) ? '–' : figure.writeY(value)}</span>
                  </div>
                );
              })}
              {figure.rules.map(({ label, value }) => (
                <div key={label} className="flex gap-2 text-quiet">
                  <span>{label}</span>
                  <span className="ml-auto pl-3">{figure.writeY(value)}</span>
                </div>
              ))}
            </>
          )}
        </TickTip>
      )}
    </TickFigure>
  );
}

interface TickFigureProps {
  readonly title: string;
  readonly fileName: string;
  readonly aside?: ReactNode;
  readonly height: number;
  readonly draw: (frame: TickFrame) => void;
  readonly table: () => ChartTable;
  readonly onHover?: (place: TickPlace | null) => void;
  readonly onClick?: (place: TickPlace) => void;
  readonly children?: ReactNode;
}

/** A chart on the tick axis in its frame, copied by drawing it once more as SVG. */
export function TickFigure(props: TickFigureProps) {
  const { title, fileName, aside, height, draw, table, onHover, onClick, children } = props;
  const words = useChartWords();
  return (
    <ChartFrame title={title} aside={aside} words={words} fileName={fileName} table={table}>
      <div role="img" aria-label={title}>
        <TickCanvas
          height={height}
          draw={draw}
          {...(onHover === undefined ? {} : { onHover })}
          {...(onClick === undefined ? {} : { onClick })}
        >
          {children}
        </TickCanvas>
      </div>
    </ChartFrame>
  );
}

/** What stands beside the pointer while a tick is under it. */
export function TickTip({ place, children }: { place: TickPlace; children: (tick: number) => ReactNode }) {
  const { axis } = useLiveView();
  const [tick, setTick] = useState(axis.getState().hover);
  useEffect(() => axis.subscribe(({ hover }) => setTick(hover)), [axis]);
  if (tick === null) return null;
  return (
    <PlotTip x={place.x} width={place.width}>
      {children(tick)}
    </PlotTip>
  );
}
