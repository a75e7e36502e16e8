import type { DetectedEncoding } from '../../../../table/csv/encoding';

/** How Python calls an encoding, and the characters that it decodes otherwise than browsers do, or not at all. */
interface Codec {
  readonly name: string;
  readonly otherwise: RegExp;
}

const UNSET = /[\u0080-\u009f\ue000-\uf8ff\ufffd]/;

/** Control characters that change places. */
const SWAPPED = '\u001a\u001c\u007f';

const CODECS: Readonly<Partial<Record<DetectedEncoding['encoding'] | 'utf-16' | 'utf-32', Codec>>> = {
  'euc-kr': { name: 'cp949', otherwise: UNSET },
  shift_jis: { name: 'cp932', otherwise: new RegExp(`${UNSET.source}|[${SWAPPED}]`) },
  gb18030: { name: 'gb18030', otherwise: /[\u0080-\u009f\ue000-\uf8ff\ufffd\u1e3f€\u9fb4-\u9fbb\ufe10-\ufe19]/ },
  big5: { name: 'cp950', otherwise: UNSET },
  'windows-1250': { name: 'cp1250', otherwise: UNSET },
  'windows-1251': { name: 'cp1251', otherwise: UNSET },
  'windows-1252': { name: 'cp1252', otherwise: UNSET },
  'windows-1253': { name: 'cp1253', otherwise: UNSET },
  'windows-1254': { name: 'cp1254', otherwise: UNSET },
  'koi8-r': { name: 'koi8_r', otherwise: /\ufffd/ },
  macintosh: { name: 'mac_roman', otherwise: /\ufffd/ },
  'utf-16le': { name: 'utf-16-le', otherwise: /\ufffd/ },
  'utf-16be': { name: 'utf-16-be', otherwise: /\ufffd/ },
  'utf-16': { name: 'utf-16', otherwise: /\ufffd/ },
  'utf-32le': { name: 'utf-32-le', otherwise: /\ufffd/ },
  'utf-32be': { name: 'utf-32-be', otherwise: /\ufffd/ },
  'utf-32': { name: 'utf-32', otherwise: /\ufffd/ },
  'utf-8': { name: 'utf-8', otherwise: /\ufffd/ },
};

/** The codec of a file; null where Python has none that gives the same text. */
export function codecOf({ encoding, bom }: DetectedEncoding, bytes: Uint8Array): Codec | null {
  const codec = CODECS[encoding];
  if (codec === undefined || (encoding === 'big5' && hasFurtherCharacters(bytes))) return null;
  if (encoding === 'gb18030' && hasPair(bytes, 0xa3, 0xa0)) return null;
  if (bom === 0) return codec;
  return { ...codec, name: encoding === 'utf-8' ? 'utf-8-sig' : encoding.slice(0, 'utf-16'.length) };
}

/** Big5 beyond what all its kinds share. */
function hasFurtherCharacters(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0;
    if (lead < 0xa1 || lead > 0xf9 || lead === 0xc7 || lead === 0xc8 || (lead === 0xc6 && trail > 0xa0)) return true;
  }
  return false;
}

function hasPair(bytes: Uint8Array, first: number, second: number): boolean {
  for (let at = 0; at + 1 < bytes.length; at++) if (bytes[at] === first && bytes[at + 1] === second) return true;
  return false;
}
