import type { OfSchema } from '../lib/of-schema';
import type { CODED_TYPES, COLUMN_TYPES, NUMERIC_TYPES, ROLES } from './column-types';
import type { fieldSchema, readingSchema, recipeSchema, stepSchema } from './table-schemas';

/**
 * The columnar table that travels on every `table` wire. Plain data: it can be
 * cloned or transferred between threads and stored on disk as it is.
 */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** One {@link Part} a row, or null before a split. */
  readonly partition: Uint8Array | null;
  /** 0-based row of the source data of each row, or null while rows are still 0 … rows-1. */
  readonly sourceRows: Uint32Array | null;
  /** How raw rows became these columns. */
  readonly recipe: Recipe;
}

export type ColumnType = (typeof COLUMN_TYPES)[number];
/** What a column is for; null means an ordinary feature. */
export type Role = (typeof ROLES)[number];

/** Values of {@link Table.partition}. */
export const PART = { train: 0, validation: 1, test: 2 } as const;
export type PartName = keyof typeof PART;

export type Column = NumericColumn | CodedColumn | ImageColumn;
interface ColumnBase {
  readonly name: string;
  readonly role: Role | null;
}
/** Missing is NaN; ±Infinity never enters a table (readers report it and store missing). Booleans are 0 and 1. */
export interface NumericColumn extends ColumnBase {
  readonly type: (typeof NUMERIC_TYPES)[number];
  readonly values: Float64Array;
}
/** `codes[i]` indexes `dictionary`; missing is -1. A dictionary may hold words that no row uses. */
export interface CodedColumn extends ColumnBase {
  readonly type: (typeof CODED_TYPES)[number];
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}
/** `values` holds rows × height × width × channels, row-major. Never missing. */
export interface ImageColumn extends ColumnBase {
  readonly type: 'image';
  readonly shape: ImageShape;
  readonly values: Float32Array;
}
type ImageShape = readonly [height: number, width: number, channels: number];

/** A raw column, with what a form for one row starts from. */
export type SourceField = OfSchema<typeof fieldSchema>;
/** A column without its data. */
export type Field = Omit<SourceField, 'typical' | 'min' | 'max'>;

/**
 * The fitted steps that turn raw rows into model input. A model takes the recipe
 * of its training table along, so that serving can never disagree with training.
 */
export type Recipe = OfSchema<typeof recipeSchema>;

/** How a file was read, for a later one to be read alike. */
export type Reading = OfSchema<typeof readingSchema>;

/** A step with everything it learned from the training part, as JSON. */
export type FittedStep = OfSchema<typeof stepSchema>;
