import { describe, expect, it } from 'vitest';
import { formatCompact, formatFigure, formatFixed, formatNumber, formatPercent } from './format';

describe('a number on the page', () => {
  it.each([-0, -0.0001, -0.00049])('has no sign where it is rounded to nothing: %s', (value) => {
    for (const language of ['en', 'ko'] as const) {
      expect(formatFixed(language, value, 3)).toBe('0.000');
      expect(formatNumber(language, value)).toBe('0');
      expect(formatPercent(language, value / 10)).toBe('0%');
      expect(formatCompact(language, value)).toBe('0');
    }
    expect(formatFigure('en', -0)).toBe('0');
  });
  it('keeps the sign of what is left of it', () => {
    expect(formatFixed('en', -0.0006, 3)).toBe('-0.001');
    expect(formatFigure('ko', -0.00004)).toBe('-4E-5');
    expect(formatPercent('en', -0.25)).toBe('-25%');
  });
  it('is never written in more digits than it was measured in', () => {
    expect(formatFigure('en', 0.1 + 0.2)).toBe('0.3');
    expect(formatFigure('en', 123_456.789_012_345)).toBe('123,457');
    expect(formatFigure('en', 1 / 3)).toBe('0.3333');
    expect(formatNumber('en', 2 / 3)).toBe('0.667');
  });
});
