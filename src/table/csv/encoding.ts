import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';
import { cp949Decoder } from './cp949';
import { guessEncoding, type Legacy } from './guess-encoding';
import { isWellFormed } from './utf8';

type Encoding = 'utf-8' | Legacy | 'utf-16le' | 'utf-16be';
/** What a person may ask for. */
export type EncodingChoice = 'auto' | 'utf-8' | Legacy | 'utf-16';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly bom: 0 | 2 | 3;
  /** Every byte is known to fit. */
  readonly checked?: true;
  /** Another encoding that fits nearly as well. */
  readonly other?: Legacy;
}

const CHUNK = 1 << 20;

/**
 * The encoding by byte order mark, else UTF-8 where every byte fits, else the one
 * of the older encodings that the text looks like. Fails with `binary-file` on what is no text.
 */
export function detectEncoding(bytes: Uint8Array, choice: EncodingChoice = 'auto'): DetectedEncoding {
  const marked = markedEncoding(bytes);
  if (choice !== 'auto' && choice !== 'utf-16') {
    return { encoding: choice, bom: marked?.encoding === choice ? marked.bom : 0 };
  }
  if (marked !== null && (choice === 'auto' || marked.bom === 2)) return marked;
  const wide = wideEncoding(bytes);
  if (choice === 'utf-16') return { encoding: wide ?? 'utf-16le', bom: 0 };
  refuseBinary(bytes, wide);
  if (wide !== null) return { encoding: wide, bom: 0 };
  if (isWellFormed(bytes)) return { encoding: 'utf-8', bom: 0, checked: true };
  if (isNearlyUtf8(bytes)) return { encoding: 'utf-8', bom: 0 };
  const { encoding, other } = guessEncoding(bytes);
  return { encoding, bom: 0, ...(other !== null && { other }) };
}

/** The bytes, less any mark, as UTF-8 by chunks; counts the characters that could not be read. */
export function* utf8Chunks(
  bytes: Uint8Array,
  { encoding, bom }: DetectedEncoding,
  bad: { count: number },
  size = CHUNK,
): Generator<Uint8Array> {
  if (encoding === 'utf-8') {
    for (let at = bom; at < bytes.length; at += size) yield bytes.subarray(at, Math.min(bytes.length, at + size));
    return;
  }
  const decode = decoderOf(encoding);
  const encoder = new TextEncoder();
  for (let at = bom; at < bytes.length; at += size) {
    const last = at + size >= bytes.length;
    const decoded = decode(bytes.subarray(at, Math.min(bytes.length, at + size)), last);
    bad.count += countReplaced(decoded);
    yield encoder.encode(decoded);
  }
}

function decoderOf(encoding: Encoding): (chunk: Uint8Array, last: boolean) => string {
  if (encoding === 'euc-kr') {
    const cp949 = cp949Decoder();
    return (chunk, last) => cp949.decode(chunk, last);
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  // Node takes what it decodes at one blow for Latin-1, which has no € and no curly quotes. No character spans chunks.
  if (encoding === 'windows-1252') return (chunk) => decoder.decode(chunk, { stream: true });
  return (chunk, last) => decoder.decode(chunk, { stream: !last });
}

/** Characters of a UTF-8 file that could not be read. */
export function countBadUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8');
  let count = 0;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const part = bytes.subarray(at, at + CHUNK);
    count += countReplaced(decoder.decode(part, { stream: at + CHUNK < bytes.length }));
  }
  return count;
}

function markedEncoding(bytes: Uint8Array): DetectedEncoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return null;
}

/** UTF-16 without a mark shows by zero bytes in every other place: digits, delimiters and line breaks have them. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  const head = Math.min(bytes.length, 4096);
  for (let i = 0; i < head; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Of two letters of ASCII side by side UTF-16 has none, but by chance.
  let narrow = 0;
  for (let i = 0; i + 1 < head; i += 2) if (isPlain(bytes[i] ?? 0) && isPlain(bytes[i + 1] ?? 0)) narrow++;
  if (narrow * 4 > head) return null;
  if (even === 0 && odd * 20 > head) return 'utf-16le';
  return odd === 0 && even * 20 > head ? 'utf-16be' : null;
}

const isPlain = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 10 || byte === 13;

const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['xlsx', [0x50, 0x4b, 3, 4]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
];

function refuseBinary(bytes: Uint8Array, wide: Encoding | null): void {
  const magic = MAGIC.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (magic === undefined && (wide !== null || !bytes.subarray(0, 65_536).includes(0))) return;
  const kind = magic?.[0];
  const sheet = kind === 'xlsx' || kind === 'xls';
  throw new Failure({
    code: 'binary-file',
    message: sheet
      ? text(
          'This is an Excel workbook or a zip archive, not a CSV file.',
          'CSV 파일이 아니라 엑셀 통합 문서나 압축 파일이에요.',
        )
      : text(
          `This is a binary file${kind === undefined ? '' : ` (${kind})`}, not a CSV file.`,
          `CSV 파일이 아니라 이진 파일${kind === undefined ? '' : `(${kind})`}이에요.`,
        ),
    hint: text(
      'Open it in the program it comes from, save it as CSV (UTF-8) and choose that file.',
      '원래 프로그램에서 열어 CSV(UTF-8)로 저장한 뒤 그 파일을 고르세요.',
    ),
  });
}

/** A few bad bytes in a text that is plainly UTF-8 must not turn all of it into CP949. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8');
  let wide = 0;
  let replaced = 0;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const decoded = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    for (let i = 0; i < decoded.length; i++) if (decoded.charCodeAt(i) >= 0x80) wide++;
    replaced += countReplaced(decoded);
  }
  return replaced * 20 < wide;
}

function countReplaced(decoded: string): number {
  let count = 0;
  for (let at = decoded.indexOf('\ufffd'); at >= 0; at = decoded.indexOf('\ufffd', at + 1)) count++;
  return count;
}
