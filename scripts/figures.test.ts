import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SHORTENS = /\.(?:toFixed|toPrecision|toLocaleString)\(|new Intl\.NumberFormat\(/;

/** Where numbers are shortened, and what for: whatever a person reads goes through the first two. */
const ROOMS: Readonly<Record<string, string>> = {
  'src/lib/figures.ts': 'sentences in both languages',
  'src/i18n/format.ts': 'the page, in the language of its reader',
  'src/editor/node/spark-path.ts': 'a path in SVG',
  'src/ui/step-number.ts': 'what a number field holds',
  'src/panels/predict/slider-range.ts': 'what a slider holds',
  'src/panels/predict/DrawingPad.tsx': 'what a cell holds',
  'src/table/csv/raw-cell.ts': 'a cell as its file had it',
  'src/table/source-fields.ts': 'what a cell holds',
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/^src\/testing\//.test(path));
const shortens = (source: string): boolean => source.search(SHORTENS) >= 0;

describe('numbers', () => {
  it('are shortened in one room for sentences, in one for the page, and where none is read', () => {
    expect(sources.length).toBeGreaterThan(500);
    const found = sources.filter((path) => shortens(readFileSync(path, 'utf8')));
    expect(found.sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it.each(['value.toFixed(1)', 'Number(value.toPrecision(4))', "rows.toLocaleString('en-US')"])(
    'are found in %s',
    (source) => {
      expect(shortens(source)).toBe(true);
    },
  );
});
