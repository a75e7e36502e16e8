import { cp949Decoder } from './cp949';
import type { Decoder } from './decoder';
import { utf32Decoder } from './utf32';

/** The decoder of an encoding: the engine's, mended where it is wrong or lacks one; null where there is none. */
export function decoderOf(encoding: string): Decoder | null {
  if (encoding === 'euc-kr') return cp949Decoder();
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32Decoder(encoding === 'utf-32le');
  let platform: TextDecoder;
  try {
    platform = new TextDecoder(encoding, { ignoreBOM: true });
  } catch {
    return null;
  }
  // In one go Node 20 takes windows-1252 for ISO 8859-1, which has no euro and no quotation marks; by pieces it does not.
  return { decode: (chunk, last) => platform.decode(chunk, { stream: true }) + (last ? platform.decode() : '') };
}

/** All of it at once; null where this engine does not know the encoding. */
export const decoded = (bytes: Uint8Array, encoding: string): string | null =>
  decoderOf(encoding)?.decode(bytes, true) ?? null;
