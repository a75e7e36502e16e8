import type { MetricPoint } from '../../nodes/contract/runner';

const MOST_POINTS = 72;

/** SVG paths of the named series on one common scale; at most 72 points each, the last always among them. */
export function sparkPath(
  points: readonly MetricPoint[],
  series: readonly string[],
  size: { readonly width: number; readonly height: number },
): readonly { readonly series: string; readonly d: string }[] {
  const stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  const kept = points.filter((_, index) => (points.length - 1 - index) % stride === 0);
  const lines = series.map((name) => ({
    name,
    values: kept.flatMap((point) => {
      const value = point.values[name];
      return value === undefined || !Number.isFinite(value) ? [] : [{ epoch: point.epoch, value }];
    }),
  }));
  const all = lines.flatMap((line) => line.values);
  if (all.length < 2) return [];
  const low = Math.min(...all.map((at) => at.value));
  const high = Math.max(...all.map((at) => at.value));
  const epochs = Math.max(...kept.map((point) => point.epochs ?? point.epoch), 1);
  const x = (epoch: number): string => ((epoch / epochs) * size.width).toFixed(1);
  const y = (value: number): string =>
    (size.height - 2 - ((value - low) / (high - low || 1)) * (size.height - 4)).toFixed(1);
  return lines
    .filter((line) => line.values.length > 1)
    .map((line) => ({
      series: line.name,
      d: line.values.map((at, i) => `${i === 0 ? 'M' : 'L'}${x(at.epoch)} ${y(at.value)}`).join(''),
    }));
}
