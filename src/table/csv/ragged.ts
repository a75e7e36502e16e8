import { Failure } from '../../lib/failure';
import { counted } from '../../lib/figures';
import { text } from '../../lib/text';
import type { Dialect } from './dialect';

/** Cells that any table may have, and how many a byte of a larger one. */
const FREE = 4_000_000;
const PER_BYTE = 20;

/** Refuses a file whose table would be empty but for a few cells: a short file must not fill the memory. */
export function refuseRagged(bytes: Uint8Array, { width, dataStart }: Dialect): void {
  // No row is shorter than a byte.
  if (width * bytes.length <= FREE || width < PER_BYTE) return;
  const body = bytes.subarray(dataStart);
  const lines = 1 + count(body, 10) + count(body, 13);
  const cells = lines * width;
  if (cells <= FREE || cells <= bytes.length * PER_BYTE) return;
  throw new Failure({
    code: 'rows-too-ragged',
    message: text(
      `The widest row has ${counted(width, 'cell')} and nearly all of the ${counted(lines, 'row')} have far fewer.`,
      `가장 긴 행에는 칸이 ${width}개 있지만 ${lines}행 거의 모두가 그보다 훨씬 짧아요.`,
    ),
    hint: text('Check the delimiter and the first row of the file.', '구분 기호와 파일의 첫 줄을 확인해 주세요.'),
  });
}

function count(bytes: Uint8Array, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found++;
  return found;
}
