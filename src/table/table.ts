import type { JsonObject } from '../lib/json';

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

/** Columns of numbers; `date` is milliseconds since 1970-01-01T00:00:00Z. */
export const NUMERIC_TYPES = ['number', 'integer', 'boolean', 'date'] as const;
/** Columns of words. */
const CODED_TYPES = ['category', 'text'] as const;
/** What one cell of text can be read as. */
export const CELL_TYPES = [...NUMERIC_TYPES, ...CODED_TYPES] as const;
export const COLUMN_TYPES = [...CELL_TYPES, 'image'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What a column is for; null means an ordinary feature. */
export const ROLES = ['target', 'sensitive', 'time', 'id', 'weight'] as const;
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
export type ImageShape = readonly [height: number, width: number, channels: number];

/** A column without its data. */
export interface Field {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: Role | null;
  readonly shape?: ImageShape;
  /** The words of a category, where they are known. */
  readonly categories?: readonly string[];
}

/** A raw column, with what a form for one row starts from. */
export interface SourceField extends Field {
  /** A usual value as text: the median, or the most frequent word. */
  readonly typical?: string;
  /** The range seen, of numbers and dates. */
  readonly min?: number;
  readonly max?: number;
}

/**
 * The fitted steps that turn raw rows into model input. A model takes the recipe
 * of its training table along, so that serving can never disagree with training.
 */
export interface Recipe {
  /** The raw columns, as the ingesting node made them. */
  readonly source: readonly SourceField[];
  readonly steps: readonly FittedStep[];
  /** How the file of the raw rows was read; absent of rows that came from no file, or before this was kept. */
  readonly reading?: Reading;
}

/**
 * What was decided while a file was read, so that a later file of the same kind can be read alike. Formats add fields
 * of their own; a reader keeps those it does not know.
 */
export type Reading = {
  /** `csv` is every delimited text. */
  readonly format: string;
  readonly delimiter?: string;
  readonly decimalMark?: '.' | ',';
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy';
  /** Spaces around cells were taken off. */
  readonly trimmed?: boolean;
  /** Words that were read as a missing value. */
  readonly missingWords?: readonly string[];
  /** The Unicode form that names and words were brought into. */
  readonly unicodeForm?: 'NFC' | 'NFD' | 'as-is';
  readonly encoding?: string;
};

/** A step with everything it learned from the training part, as JSON. */
export interface FittedStep {
  /** Kind of the node that fitted it, e.g. `prepare.scale`; its runner's `apply` replays it. */
  readonly kind: string;
  readonly nodeId: string;
  readonly state: JsonObject;
}
