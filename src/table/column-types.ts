/** Columns of numbers; `date` is milliseconds since 1970-01-01T00:00:00Z. */
export const NUMERIC_TYPES = ['number', 'integer', 'boolean', 'date'] as const;
/** Columns of words. */
export const CODED_TYPES = ['category', 'text'] as const;
/** What one cell of text can be read as. */
export const CELL_TYPES = [...NUMERIC_TYPES, ...CODED_TYPES] as const;
export const COLUMN_TYPES = [...CELL_TYPES, 'image'] as const;

/** What a column is for; null means an ordinary feature. */
export const ROLES = ['target', 'sensitive', 'time', 'id', 'weight'] as const;
