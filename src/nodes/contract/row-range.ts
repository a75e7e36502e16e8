/** Positions in a stream's rows, `to` excluded. Rows before the history's end are numbered too. */
export type RowRange = { readonly from: number; readonly to: number };
