import type { ReactNode } from 'react';

interface PlotTipProps {
  /** Where it points to, in a chart so wide. */
  readonly x: number;
  readonly width: number;
  readonly children: ReactNode;
}

/** What is read at a place of a chart, on the side of it that has the room. */
export const PlotTip = ({ x, width, children }: PlotTipProps) => (
  <div
    className="tabular pointer-events-none absolute top-1 z-20 w-max max-w-80 rounded-md border border-line bg-raised px-2 py-1 text-sm shadow-float"
    style={x > width / 2 ? { right: width - x + 12 } : { left: x + 12 }}
  >
    {children}
  </div>
);
