import { describe, expect, it } from 'vitest';
import { isInTargetsUnit, METRIC_ORDER, metricWords, writeMetric } from './metric-words';

describe('a figure', () => {
  it('that is a share of the truth is written in percent', () => {
    expect(writeMetric('en', 'mape', 0.1234)).toBe('12.3%');
    expect(writeMetric('ko', 'mape', 1.5)).toBe('150%');
  });
  it('is never written as less than nothing where it is nothing', () => {
    for (const name of METRIC_ORDER) expect(writeMetric('en', name, -1e-9)).not.toMatch(/^-0(\.0*)?%?$/);
  });
  it('is in the unit of the target where it measures how far off answers are', () => {
    expect(METRIC_ORDER.filter(isInTargetsUnit)).toEqual(['rmse', 'mae']);
    expect(metricWords('rmse')?.larger).toBe(false);
  });
});
