/**
 * Whether the bytes are UTF-8 throughout (RFC 3629: no overlong forms, no
 * surrogates, nothing beyond U+10FFFF). Decoding to find out would make a string of the whole file.
 */
export function isWellFormed(bytes: Uint8Array): boolean {
  const end = bytes.length;
  // Four bytes at a time as long as all is ASCII.
  const aligned = (4 - (bytes.byteOffset % 4)) % 4;
  const length = Math.max(0, end - aligned) >>> 2;
  const words = length === 0 ? new Uint32Array(0) : new Uint32Array(bytes.buffer, bytes.byteOffset + aligned, length);
  let i = 0;
  while (i < end) {
    if (i % 4 === aligned) {
      let w = (i - aligned) >>> 2;
      const from = w;
      // Sixteen bytes to a test, then the rest.
      for (; w + 3 < words.length; w += 4) {
        const any = (words[w] ?? 0) | (words[w + 1] ?? 0) | (words[w + 2] ?? 0) | (words[w + 3] ?? 0);
        if ((any & 0x80808080) !== 0) break;
      }
      while (w < words.length && ((words[w] ?? 0) & 0x80808080) === 0) w++;
      i += (w - from) * 4;
      if (i >= end) return true;
    }
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const second = bytes[i + 1] ?? 0;
    if (lead >= 0xc2 && lead <= 0xdf) {
      if (!continues(second)) return false;
      i += 2;
    } else if (lead >= 0xe0 && lead <= 0xef) {
      const low = lead === 0xe0 ? 0xa0 : 0x80;
      const high = lead === 0xed ? 0x9f : 0xbf;
      if (second < low || second > high || !continues(bytes[i + 2] ?? 0)) return false;
      i += 3;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      const low = lead === 0xf0 ? 0x90 : 0x80;
      const high = lead === 0xf4 ? 0x8f : 0xbf;
      if (second < low || second > high) return false;
      if (!continues(bytes[i + 2] ?? 0) || !continues(bytes[i + 3] ?? 0)) return false;
      i += 4;
    } else return false;
  }
  return true;
}

const continues = (byte: number): boolean => (byte & 0xc0) === 0x80;
