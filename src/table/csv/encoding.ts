import { Failure } from '../../lib/failure';
import { korean } from '../../lib/korean';
import { text } from '../../lib/text';
import { decoderOf } from './decoders';
import { guessEncoding, type Legacy } from './guess-encoding';
import { isWellFormed } from './utf8';
import { utf32Order } from './utf32';

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
type Encoding = 'utf-8' | Legacy | Wide;
/** What a person may ask for. */
export type EncodingChoice = 'auto' | 'utf-8' | Legacy | 'utf-16' | 'utf-32';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly bom: 0 | 2 | 3 | 4;
  /** Every byte is known to fit. */
  readonly checked?: true;
  /** Another encoding that fits nearly as well. */
  readonly other?: Legacy;
}

const CHUNK = 1 << 20;

/**
 * The encoding by byte order mark, else UTF-8 where every byte fits, else the one
 * of the older encodings that the text looks like, that of an earlier file `before` others. Fails with `binary-file` on
 * what is no text.
 */
export function detectEncoding(bytes: Uint8Array, choice: EncodingChoice = 'auto', before?: string): DetectedEncoding {
  const marked = markedEncoding(bytes);
  if (choice === 'utf-16' || choice === 'utf-32') {
    if (marked?.encoding.startsWith(choice)) return marked;
    const found = choice === 'utf-16' ? utf16Order(bytes) : utf32Order(bytes);
    return { encoding: found ?? `${choice}le`, bom: 0 };
  }
  if (choice !== 'auto') return { encoding: choice, bom: marked?.encoding === choice ? marked.bom : 0 };
  if (marked !== null) return marked;
  const wide = utf32Order(bytes) ?? utf16Order(bytes);
  refuseBinary(bytes, wide);
  if (wide !== null) return { encoding: wide, bom: 0 };
  if (isWellFormed(bytes)) return { encoding: 'utf-8', bom: 0, checked: true };
  if (isNearlyUtf8(bytes)) return { encoding: 'utf-8', bom: 0 };
  const { encoding, other } = guessEncoding(bytes, before);
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
  const decoder = decoderOf(encoding);
  if (decoder === null) throw new Error(`this engine has no decoder for ${encoding}`);
  const encoder = new TextEncoder();
  for (let at = bom; at < bytes.length; at += size) {
    const last = at + size >= bytes.length;
    const text = decoder.decode(bytes.subarray(at, Math.min(bytes.length, at + size)), last);
    bad.count += countReplaced(text);
    yield encoder.encode(text);
  }
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
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', bom: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', bom: 4 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return null;
}

/** UTF-16 without a mark shows by zero bytes in every other place: digits, delimiters and line breaks have them. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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

function refuseBinary(bytes: Uint8Array, wide: Wide | null): void {
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
          korean`CSV 파일이 아니라 이진 파일${kind === undefined ? '' : `(${kind})`}이에요(예요).`,
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
