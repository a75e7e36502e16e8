import type { OfSchema } from '../lib/of-schema';
import type { Table } from '../table/table';
import type { versionSchema } from './index-file';

/** One immutable state of a data set. */
export type LakeVersion = OfSchema<typeof versionSchema>;

export type LakeSet = {
  readonly name: string;
  /** Newest last. */
  readonly versions: readonly LakeVersion[];
};

/**
 * Tables on the disk as immutable versions, each naming the one before, to which rows can be appended. Appending the
 * same rows again is refused by their hash; a watched folder adds each file once, whatever other files hold.
 */
export interface DataLake {
  list(): Promise<readonly LakeSet[]>;
  /** The versions of one set that hold rows from row `from` on (0-based), newest last; none where there is no such set. */
  versions(name: string, part?: { readonly from?: number }): Promise<readonly LakeVersion[]>;
  /** A version by its hash, or the beginning of one; the newest where none is given. Fails with `lake-gone`, saying what there is. */
  find(name: string, hash?: string): Promise<LakeVersion>;
  /**
   * Makes a data set, or appends rows to it. Columns must fit: fails with `lake-columns` naming the column that does not.
   * Fails with `lake-repeated` where these rows were appended before; with `each: 'file'`, where they are those that came
   * last from a file of this name.
   */
  append(name: string, rows: Table, from: string, each?: 'rows' | 'file'): Promise<LakeVersion>;
  /**
   * The table of a version, found as `find` does: all of it, or its rows from row `from` on (0-based), for which no others
   * are read. Fails with `lake-damaged` where bytes of those rows have vanished or changed.
   */
  read(
    name: string,
    hash?: string,
    part?: { readonly from?: number },
  ): Promise<{ readonly version: LakeVersion; readonly table: Table }>;
  remove(name: string): Promise<void>;
  sizes(): Promise<LakeSizes>;
}

/** What data sets take on the disk, in bytes. */
interface LakeSizes {
  /** Of each set that can be read, by name: all that it needs, and what no other set does, which goes with it. */
  readonly sets: ReadonlyMap<string, { readonly bytes: number; readonly alone: number }>;
  /** Of all together: rows that sets share count once. */
  readonly total: number;
}
