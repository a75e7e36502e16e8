/** Decodes by chunks that may end within a character. */
export interface Decoder {
  decode(chunk: Uint8Array, last: boolean): string;
}
