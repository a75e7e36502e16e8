import { sha256Hex } from '../lib/hash';
import { canonicalJson } from '../lib/json';
import { isCoded } from '../table/columns';
import type { Column } from '../table/table';
import type { LakeField } from './index-file';
import { type Rows, sliceRows } from './join-rows';
import { canonicalNumbers } from './packed-numbers';

/** Rows that are hashed together, wherever appends began and ended. */
export const BLOCK_ROWS = 1_024;

export interface ContentHash {
  readonly hash: string;
  /** What all whole blocks come to, in order; '' before the first. */
  readonly sealed: string;
}

/**
 * Names a table by its columns and cells, whatever appends it came from. Rows are hashed in blocks of 1,024, each whole
 * block together with all before it, so that appending reads the last, unfinished block again and nothing more.
 * `rest` are the rows after the sealed blocks; `rows` counts all rows.
 */
export function contentHash(fields: readonly LakeField[], rows: number, sealed: string, rest: Rows): ContentHash {
  let chain = sealed;
  let at = 0;
  for (; at + BLOCK_ROWS <= rest.rows; at += BLOCK_ROWS) {
    chain = sha256Hex(chain + blockHash(sliceRows(rest, at, at + BLOCK_ROWS)));
  }
  const tail = at === rest.rows ? '' : blockHash(sliceRows(rest, at, rest.rows));
  const columns = fields.map(({ name, type, role, shape }) => ({ name, type, role, shape: shape ?? null }));
  return { hash: sha256Hex(canonicalJson({ columns, rows, sealed: chain, tail })), sealed: chain };
}

function blockHash({ columns }: Rows): string {
  return sha256Hex(columns.map((column) => sha256Hex(cellBytes(column))).join(''));
}

function cellBytes(column: Column): Uint8Array | string {
  if (column.type === 'image') {
    return new Uint8Array(column.values.buffer, column.values.byteOffset, column.values.byteLength);
  }
  if (!isCoded(column)) return new Uint8Array(canonicalNumbers(column.values).buffer);
  const cells: (string | null)[] = Array.from(column.codes, (code) => column.dictionary[code] ?? null);
  return JSON.stringify(cells);
}
