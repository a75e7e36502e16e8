import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../lib/json';
import { isCoded } from './columns';
import type { Table } from './table';

/** SHA-256 of a table's columns and cells, lower-case hexadecimal; its recipe and partition do not count. */
export function tableHash(table: Table): string {
  const hash = sha256.create();
  hash.update(utf8ToBytes(`${table.rows}\n`));
  for (const column of table.columns) {
    const { name, type, role } = column;
    const cells = isCoded(column) ? column.codes : column.values;
    hash.update(utf8ToBytes(canonicalJson({ name, type, role, words: isCoded(column) ? column.dictionary : null })));
    hash.update(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength));
  }
  return bytesToHex(hash.digest());
}
