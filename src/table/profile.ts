import type { ColumnType, Role } from './table';

/** What is shown of a column at a glance. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: Role | null;
  readonly missing: number;
  /** Distinct present values, counted up to 1,000; `distinctIsExact` says whether that was all. */
  readonly distinct: number;
  readonly distinctIsExact: boolean;
  /** Numbers and dates: null where no value is present. */
  readonly numeric?: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly sd: number;
    readonly median: number;
  } | null;
  /** Equal-width bins over min … max (numbers, dates), at most 20. */
  readonly histogram?: { readonly edges: readonly number[]; readonly counts: readonly number[] };
  /** Words by falling frequency, at most 12 (categories, text, booleans). */
  readonly top?: readonly { readonly value: string; readonly count: number }[];
}
