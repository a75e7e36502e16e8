import type { Decoder } from './decoder';

const REPLACEMENT = 0xfffd;
const AT_ONCE = 4_096;

/** Characters of four bytes each, which engines do not decode themselves. */
export function utf32Decoder(little: boolean): Decoder {
  let held = new Uint8Array(0);
  return {
    decode(chunk, last) {
      const bytes = new Uint8Array(held.length + chunk.length);
      bytes.set(held);
      bytes.set(chunk, held.length);
      const whole = bytes.length >> 2;
      held = bytes.slice(whole * 4);
      const view = new DataView(bytes.buffer);
      let text = '';
      for (let from = 0; from < whole; from += AT_ONCE) {
        const codes = Array.from({ length: Math.min(AT_ONCE, whole - from) }, (_, i) =>
          character(view.getUint32((from + i) * 4, little)),
        );
        text += String.fromCodePoint(...codes);
      }
      return last && held.length > 0 ? `${text}\ufffd` : text;
    },
  };
}

/** The order of a text that has no mark: each four bytes are a character, mostly of the first plane. Null where they are not. */
export function utf32Order(bytes: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  if (bytes.length % 4 !== 0 || bytes.length === 0) return null;
  const head = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, AT_ONCE));
  const fits = (little: boolean): boolean => {
    let first = 0;
    for (let at = 0; at < head.byteLength; at += 4) {
      const code = head.getUint32(at, little);
      if (code === 0 || character(code) !== code) return false;
      if (code < 0x10000) first++;
    }
    return first * 8 > head.byteLength;
  };
  return fits(true) ? 'utf-32le' : fits(false) ? 'utf-32be' : null;
}

/** The character, or the sign for one that does not exist. */
const character = (code: number): number => (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? REPLACEMENT : code);
