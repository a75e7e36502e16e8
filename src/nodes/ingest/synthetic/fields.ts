import type { Column, Field } from '../../../table/table';

/** The data that can be made up, in the order of the form. */
export const DATA = ['blobs', 'moons', 'circles', 'loans', 'stream'] as const;
export type Data = (typeof DATA)[number];

const EMPLOYMENTS = ['employed', 'self-employed', 'student', 'unemployed'] as const;
export const REGIONS = ['east', 'north', 'south', 'west'] as const;
const GENDERS = ['female', 'male'] as const;
/** Most centres that blobs can have: one letter names each. */
export const MAX_CENTRES = 10;

const LETTERS = 'ABCDEFGHIJ';
const number = (name: string): Field => ({ name, type: 'number', role: null });
const words = (name: string, categories: readonly string[], role: Field['role'] = null): Field => ({
  name,
  type: 'category',
  role,
  categories,
});

/** The columns of each kind of data, known before any row is made. */
export function fieldsFor(data: Data, centres: number): readonly Field[] {
  switch (data) {
    case 'blobs':
      return [number('x'), number('y'), words('cluster', [...LETTERS.slice(0, centres)], 'target')];
    case 'moons':
      return [number('x'), number('y'), words('moon', ['lower', 'upper'], 'target')];
    case 'circles':
      return [number('x'), number('y'), words('circle', ['inner', 'outer'], 'target')];
    case 'loans':
      return [
        { name: 'age', type: 'integer', role: null },
        { name: 'income', type: 'integer', role: null },
        { name: 'debt', type: 'integer', role: null },
        words('employment', EMPLOYMENTS),
        words('region', REGIONS),
        words('gender', GENDERS, 'sensitive'),
        words('approved', ['no', 'yes'], 'target'),
      ];
    case 'stream':
      return [
        { name: 'timestamp', type: 'date', role: 'time' },
        number('temperature'),
        number('vibration'),
        number('pressure'),
        number('load'),
        words('condition', ['fault', 'normal'], 'target'),
      ];
  }
}

/** Columns of these fields with every cell still to be written, so that a table cannot differ from its schema. */
export function blankColumns(fields: readonly Field[], rows: number): readonly Column[] {
  return fields.map(({ name, role, type, categories }): Column => {
    if (type === 'category' || type === 'text') {
      return { name, role, type, codes: new Int32Array(rows).fill(-1), dictionary: categories ?? [] };
    }
    if (type === 'image') throw new Error('no images are made up');
    return { name, role, type, values: new Float64Array(rows).fill(Number.NaN) };
  });
}

/** One row's cells, in the order of the fields: numbers as they are, words by their code. */
export type Cells = readonly number[];
