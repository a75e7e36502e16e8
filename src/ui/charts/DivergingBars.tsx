import { useWidth } from './use-width';

export interface DivergingBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The value in words, with its sign. */
  readonly said: string;
}

interface DivergingBarsProps {
  readonly label: string;
  readonly bars: readonly DivergingBar[];
}

const ROW = 36;
const BAR = 10;

/** Bars that go right of the middle where they add and left of it where they take away, on one scale. */
export function DivergingBars({ label, bars }: DivergingBarsProps) {
  const [ref, width] = useWidth(280);
  const height = bars.length * ROW;
  const middle = width / 2;
  const largest = bars.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0) || 1;
  // What fits beside the figure, at about seven pixels a letter.
  const letters = Math.max(8, Math.floor((width - 72) / 7));
  return (
    <div ref={ref} className="w-full">
      <svg width={width} height={height} role="img" aria-label={label} className="block text-sm">
        <line x1={middle} x2={middle} y1={0} y2={height} stroke="var(--line-strong)" />
        {bars.map(({ key, label: name, value, said }, index) => {
          const y = index * ROW;
          const length = (Math.abs(value) / largest) * middle;
          const short = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
          return (
            <g key={key}>
              <title>{`${name}: ${said}`}</title>
              <text x={0} y={y + 14} fill="var(--ink)" stroke="var(--surface)" strokeWidth={4} paintOrder="stroke">
                {short}
              </text>
              <text
                x={width}
                y={y + 14}
                textAnchor="end"
                fill="var(--ink)"
                stroke="var(--surface)"
                strokeWidth={4}
                paintOrder="stroke"
                className="tabular"
              >
                {said}
              </text>
              <rect
                x={value < 0 ? middle - length : middle}
                y={y + 19}
                width={Math.max(1, length)}
                height={BAR}
                rx={1.5}
                fill={value < 0 ? 'var(--stage-retrain)' : 'var(--stage-prepare)'}
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
