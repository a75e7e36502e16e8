import type { Decoder } from './decoder';

/**
 * A CP949 decoder. Browsers' `euc-kr` is CP949; Node's knows the 2,350 syllables of
 * KS X 1001 only, so there the 8,822 others are filled in.
 */
export function cp949Decoder(): Decoder {
  const platform = new TextDecoder('euc-kr', { ignoreBOM: true });
  if (new TextDecoder('euc-kr').decode(Uint8Array.of(0x8c, 0x63)) === '똠') {
    return { decode: (chunk, last) => platform.decode(chunk, { stream: !last }) };
  }
  let held: Uint8Array = new Uint8Array(0);
  return {
    decode(chunk, last) {
      const bytes = new Uint8Array(held.length + chunk.length);
      bytes.set(held);
      bytes.set(chunk, held.length);
      const end = last ? bytes.length : wholeCharacters(bytes);
      held = bytes.slice(end);
      return decodeWhole(bytes.subarray(0, end), platform);
    },
  };
}

const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;

/** Where the last whole character ends. */
function wholeCharacters(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const step = isLead(bytes[at] ?? 0) ? 2 : 1;
    if (at + step > bytes.length) return at;
    at += step;
  }
  return at;
}

function decodeWhole(bytes: Uint8Array, platform: TextDecoder): string {
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (!isLead(lead)) {
      at++;
      continue;
    }
    const place = extensionPlace(lead, bytes[at + 1] ?? 0);
    if (place >= 0) {
      text += platform.decode(bytes.subarray(from, at)) + (extension()[place] ?? '\ufffd');
      from = at + 2;
    }
    at += 2;
  }
  return text + platform.decode(bytes.subarray(from));
}

/** The place of a pair among the syllables beyond KS X 1001, or -1 for any other pair. */
function extensionPlace(lead: number, trail: number): number {
  const column =
    trail >= 0x41 && trail <= 0x5a
      ? trail - 0x41
      : trail >= 0x61 && trail <= 0x7a
        ? trail - 0x61 + 26
        : trail >= 0x81 && trail <= 0xfe
          ? trail - 0x81 + 52
          : -1;
  if (column < 0 || lead > 0xc6) return -1;
  // Leads up to A0 have 178 trails, those beyond 84: the rest of their row is KS X 1001.
  if (lead <= 0xa0) return (lead - 0x81) * 178 + column;
  return column < 84 ? 32 * 178 + (lead - 0xa1) * 84 + column : -1;
}

let known: readonly string[] | undefined;

/** The syllables CP949 adds: all of Unicode's that KS X 1001 lacks, in Unicode's order. */
function extension(): readonly string[] {
  if (known !== undefined) return known;
  const standard = new Uint8Array(25 * 94 * 2);
  let at = 0;
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      standard[at++] = lead;
      standard[at++] = trail;
    }
  }
  const taken = new Set(new TextDecoder('euc-kr').decode(standard));
  const all = Array.from({ length: 11_172 }, (_, i) => String.fromCharCode(0xac00 + i));
  known = all.filter((syllable) => !taken.has(syllable));
  return known;
}
