import { expect, it } from 'vitest';
import { chartCsv } from './save-chart';

it('quotes what would break a CSV, and leaves an undefined figure empty', () => {
  const csv = chartCsv({
    columns: ['class', 'share, %'],
    rows: [
      ['a "b"', 1.5],
      ['c', null],
    ],
  });
  expect(csv).toBe('class,"share, %"\r\n"a ""b""",1.5\r\nc,');
});

it('leaves no formula to a spreadsheet', () => {
  expect(chartCsv({ columns: ['column'], rows: [['=1+1'], [-1]] })).toBe("column\r\n'=1+1\r\n-1");
});
