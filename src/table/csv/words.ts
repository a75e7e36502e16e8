const EMPTY = 0;
/** FNV-1a, 32 bits. */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

/**
 * The distinct byte strings of one column, each with a code in order of first
 * appearance. Works on bytes, so that a word met a million times is decoded once.
 */
export class WordTable {
  #arena = new Uint8Array(64);
  #used = 0;
  #starts = new Float64Array(9);
  #hashes = new Int32Array(8);
  /** Code + 1 by hash, open addressing; 0 is a free slot. */
  #slots = new Int32Array(16);
  size = 0;

  /** The code of `bytes[start … end)`. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = HASH_START;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), HASH_FACTOR);
    return this.internHashed(bytes, start, end, hash);
  }

  /** As {@link intern}, where the caller has folded the bytes into FNV-1a while it passed over them. */
  internHashed(bytes: Uint8Array, start: number, end: number, fnv: number): number {
    const hash = fnv ^ (fnv >>> 15);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = (this.#slots[slot] ?? EMPTY) - 1;
      if (code < 0) break;
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, hash, bytes, start, end);
  }

  /** Every word as text, by code. */
  decode(): string[] {
    const words: string[] = [];
    const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
    const latin = new TextDecoder('latin1');
    // Runs of words are decoded at one blow: one call a word would cost more than the whole scan.
    for (let code = 0; code < this.size; ) {
      const from = this.#starts[code] ?? 0;
      let last = code + 1;
      while (last < this.size && (this.#starts[last + 1] ?? 0) - from < 1 << 22) last++;
      const run = this.#arena.subarray(from, this.#starts[last] ?? from);
      const ascii = isAscii(run);
      const all = ascii ? latin.decode(run) : '';
      for (; code < last; code++) {
        const start = (this.#starts[code] ?? 0) - from;
        const end = (this.#starts[code + 1] ?? 0) - from;
        words.push(ascii ? all.slice(start, end) : utf8.decode(run.subarray(start, end)));
      }
    }
    return words;
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const at = this.#starts[code] ?? 0;
    if ((this.#starts[code + 1] ?? 0) - at !== end - start) return false;
    const arena = this.#arena;
    for (let i = start, j = at; i < end; i++, j++) if (bytes[i] !== arena[j]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#used + length > this.#arena.length) {
      const grown = new Uint8Array(Math.max(this.#arena.length * 2, this.#used + length));
      grown.set(this.#arena.subarray(0, this.#used));
      this.#arena = grown;
    }
    const arena = this.#arena;
    for (let i = start, j = this.#used; i < end; i++, j++) arena[j] = bytes[i] ?? 0;
    this.#used += length;
    const code = this.size++;
    if (code === this.#hashes.length) {
      const hashes = new Int32Array(code * 2);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
      const starts = new Float64Array(code * 2 + 1);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    this.#hashes[code] = hash;
    this.#starts[code + 1] = this.#used;
    this.#slots[slot] = code + 1;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = (this.#hashes[code] ?? 0) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

/** Whether no byte has its high bit set. */
export function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0x80) return false;
  return true;
}
