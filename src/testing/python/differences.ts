import type { Json, JsonObject } from '../../lib/json';
import type { WireValue } from '../../nodes/contract/runner';
import type { EvaluationReport } from '../../stats/metrics/report';
import { cellText } from '../../table/cells';
import { isNumeric } from '../../table/columns';
import { type Column, type ImageColumn, PART, type Table } from '../../table/table';

/** The greatest difference between what the engine gave and what Python did; fails where they are not of one shape. */
export function differenceOf(value: WireValue, found: Json, what: string): number {
  switch (value.type) {
    case 'table':
      return tableDifference(value.table, objectOf(found, what), what);
    case 'report':
      return reportDifference(value.report, objectOf(found, what), what);
    case 'model':
      throw new Error(`${what} is a model: compare what it predicts`);
  }
}

function tableDifference(table: Table, frame: JsonObject, what: string): number {
  const places = placesOf(table, frame, what);
  const columns = objectOf(frame.columns, what);
  const cellsOf = (name: string): readonly Json[] => listOf(columns[name], `${what}'s column ${name}`);
  const wanted = new Set(table.columns.flatMap(({ name, type }) => (type === 'image' ? pixelsOf(table, name) : name)));
  const others = Object.keys(columns).filter((name) => !wanted.has(name));
  if (others.length > 0) throw new Error(`${what} has columns in Python alone: ${others.join(', ')}`);
  return Math.max(
    0,
    ...table.columns.map((column) => {
      if (column.type === 'image') return imageDifference(column, pixelsOf(table, column.name).map(cellsOf), places);
      const cells = cellsOf(column.name);
      return Math.max(0, ...places.map((at, row) => cellDifference(column, row, cells[at] ?? null, what)));
    }),
  );
}

/** Where in the frame each row of the table stands. */
function placesOf(table: Table, frame: JsonObject, what: string): readonly number[] {
  const index = listOf(frame.index, `${what}'s index`);
  if (index.length !== table.rows) throw new Error(`${what} has ${table.rows} rows, in Python ${index.length}`);
  const place = new Map(index.map((row, at) => [row, at]));
  return Array.from({ length: table.rows }, (_, row) => {
    const at = place.get(table.sourceRows?.[row] ?? row);
    if (at === undefined) throw new Error(`${what} has other rows in Python`);
    return at;
  });
}

/** Fails where a row is in another part in Python. */
export function refuseOtherParts(table: Table, frame: Json, parts: Json, what: string): void {
  const { partition } = table;
  if (partition === null || parts === null) {
    if (partition !== parts) throw new Error(`${what} is split on one side alone`);
    return;
  }
  const found = listOf(parts, `${what}'s parts`);
  for (const [row, at] of placesOf(table, objectOf(frame, what), what).entries()) {
    const mine = (['train', 'validation', 'test'] as const).find((name) => PART[name] === partition[row]);
    if (found[at] !== mine) throw new Error(`${what}, row ${row}: in ${mine} here, in ${found[at]} in Python`);
  }
}

/** The columns that an image was made of, by the step that made it. */
function pixelsOf({ recipe }: Table, name: string): readonly string[] {
  const made = recipe.steps.filter(({ kind }) => kind === 'prepare.image').map(({ state }) => state);
  const state = made.find((each) => each.name === name) ?? made.at(-1);
  return listOf(state?.pixels, `the pixels of ${name}`).map(String);
}

function imageDifference(
  { name, values }: ImageColumn,
  pixels: readonly (readonly Json[])[],
  places: readonly number[],
): number {
  return Math.max(
    0,
    ...places.map((at, row) => {
      const differences = pixels.map((cells, pixel) => {
        const cell = cells[at];
        if (typeof cell !== 'number') throw new Error(`${name}, row ${row}: pixel ${pixel} is ${JSON.stringify(cell)}`);
        return apart(values[row * pixels.length + pixel] ?? Number.NaN, cell);
      });
      return Math.max(...differences);
    }),
  );
}

function cellDifference(column: Column, row: number, cell: Json, what: string): number {
  const mine = cellText(column, row);
  const where = `${what}, “${column.name}”, row ${row}: ${mine} here, ${JSON.stringify(cell)} in Python`;
  if (mine === null || cell === null) {
    if (mine !== cell) throw new Error(where);
    return 0;
  }
  if (!isNumeric(column)) {
    if (mine !== String(cell)) throw new Error(where);
    return 0;
  }
  const number = typeof cell === 'boolean' ? Number(cell) : cell;
  if (typeof number !== 'number') throw new Error(where);
  if (column.type === 'date' && number !== column.values[row]) throw new Error(where);
  return apart(column.values[row] ?? Number.NaN, number);
}

/** Absolute below 1, relative above. */
export const apart = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));

function reportDifference(report: EvaluationReport, found: JsonObject, what: string): number {
  const differences = Object.entries(report.parts).flatMap(([part, { metrics }]) => {
    const figures = objectOf(found[part], `${what}, ${part}`);
    return Object.entries(metrics).map(([name, mine]) => {
      const other = figures[name] ?? null;
      const where = `${what}, ${part} ${name}: ${mine} here, ${JSON.stringify(other)} in Python`;
      if (mine === null || other === null) {
        if (mine !== other) throw new Error(where);
        return 0;
      }
      if (typeof other !== 'number') throw new Error(where);
      return apart(mine, other);
    });
  });
  return Math.max(0, ...differences);
}

function objectOf(value: Json | undefined, what: string): JsonObject {
  if (value === undefined || value === null || typeof value !== 'object' || isList(value))
    throw new Error(`${what} is no object: ${JSON.stringify(value)?.slice(0, 200)}`);
  return value;
}

function listOf(value: Json | undefined, what: string): readonly Json[] {
  if (value === undefined || value === null || typeof value !== 'object' || !isList(value))
    throw new Error(`${what} is no list`);
  return value;
}

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);
