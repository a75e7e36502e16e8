import { memo, type ReactNode } from 'react';
import type { MetricPoint } from '../../nodes/contract/runner';
import { sparkPath } from './spark-path';

const SIZE = { width: 196, height: 26 } as const;

/** The loss so far, small: training and validation on one scale. The node's words say the latest figure. */
export const Sparkline = memo(function Sparkline({ points }: { points: readonly MetricPoint[] }): ReactNode {
  const paths = sparkPath(points, ['loss', 'validationLoss'], SIZE);
  return (
    <svg className="mr-spark" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
      {paths.map(({ series, d }) => (
        <path key={series} data-series={series} d={d} />
      ))}
    </svg>
  );
});
