import { isWellFormed } from './utf8';

/**
 * A slot is four numbers side by side, so that a look-up touches one cache line: the word's hash, its code + 1 (0 is
 * a free slot), and its start and length in the arena.
 */
const SLOT = 4;
/** A waiting word: its row, start, length and hash. */
const WAITING = 4;
/** Words looked up together: their slots fit the fastest cache. */
const BATCH = 256;
const HASH_FACTOR = 0x9e3779b1 | 0;

/**
 * The distinct byte strings of one column, each with a code in order of first
 * appearance. Works on bytes, four at a time, so that a word met a million times is decoded once.
 */
export class WordTable {
  #arena = new Uint8Array(64);
  #view = new DataView(this.#arena.buffer);
  #starts = new Uint32Array(9);
  #slots = new Int32Array(8 * SLOT);
  #waiting = new Int32Array(16 * WAITING);
  #waitingEnd = 0;
  /** Of no meaning: it keeps {@link settle} from being optimized away in part. */
  touched = 0;
  size = 0;
  /** Whether the words that were decoded are ASCII throughout. */
  ascii = true;

  /** Notes that the row holds the bytes from `start` up to `end`: {@link settle} must follow while they are at hand. */
  defer(row: number, start: number, end: number): void {
    const at = this.#waitingEnd;
    if (at === this.#waiting.length) {
      const room = new Int32Array(at * 2);
      room.set(this.#waiting);
      this.#waiting = room;
    }
    const waiting = this.#waiting;
    waiting[at] = row;
    waiting[at + 1] = start;
    waiting[at + 2] = end - start;
    this.#waitingEnd = at + WAITING;
  }

  /**
   * Writes the codes of all deferred words into their rows of `values`. A look-up among many words waits for memory;
   * so the slots of a batch are touched first, which the processor can do many at a time, and compared after.
   */
  settle(view: DataView, values: Float64Array): void {
    const waiting = this.#waiting;
    for (let from = 0; from < this.#waitingEnd; from += BATCH * WAITING) {
      const to = Math.min(this.#waitingEnd, from + BATCH * WAITING);
      const slots = this.#slots;
      const mask = slots.length - SLOT;
      let touched = 0;
      for (let i = from; i < to; i += WAITING) {
        const hash = hashOf(view, waiting[i + 1] ?? 0, waiting[i + 2] ?? 0);
        waiting[i + 3] = hash;
        touched ^= slots[(hash << 2) & mask] ?? 0;
      }
      this.touched = touched;
      for (let i = from; i < to; i += WAITING) {
        const row = waiting[i] ?? 0;
        values[row] = this.#find(view, waiting[i + 1] ?? 0, waiting[i + 2] ?? 0, waiting[i + 3] ?? 0);
      }
    }
    this.#waitingEnd = 0;
  }

  /** The code of the bytes from `start` up to `end` of `view`. */
  intern(view: DataView, start: number, end: number): number {
    return this.#find(view, start, end - start, hashOf(view, start, end - start));
  }

  #find(view: DataView, start: number, length: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - SLOT;
    let at = (hash << 2) & mask;
    for (;;) {
      const code = slots[at + 1] ?? 0;
      if (code === 0) return this.#add(at, hash, view, start, length);
      if (slots[at] === hash && slots[at + 3] === length) {
        if (sameBytes(this.#view, (slots[at + 2] ?? 0) >>> 0, view, start, length)) return code - 1;
      }
      at = (at + SLOT) & mask;
    }
  }

  /** Every word as text, by code. */
  decode(): string[] {
    const words: string[] = [];
    const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
    // Runs of words are decoded at one blow: one call a word would cost more than the whole scan.
    for (let code = 0; code < this.size; ) {
      const from = this.#starts[code] ?? 0;
      let last = code + 1;
      while (last < this.size && (this.#starts[last + 1] ?? 0) - from < 1 << 22) last++;
      const run = this.#arena.subarray(from, this.#starts[last] ?? from);
      const all = utf8.decode(run);
      // As many characters as bytes: the run is ASCII, and places in it are places in the text.
      const ascii = all.length === run.length;
      if (!ascii) this.ascii = false;
      const wellFormed = ascii || (isWellFormed(run) && this.#beginWhole(code, last));
      for (let place = 0; code < last; code++) {
        const start = (this.#starts[code] ?? 0) - from;
        const end = (this.#starts[code + 1] ?? 0) - from;
        if (wellFormed) {
          const next = place + (ascii ? end - start : lengthInUtf16(run, start, end));
          words.push(all.slice(place, next));
          place = next;
        } else words.push(utf8.decode(run.subarray(start, end)));
      }
    }
    return words;
  }

  /** Whether no word begins within a character: two broken ones side by side can make a whole one. */
  #beginWhole(code: number, last: number): boolean {
    for (let i = code; i < last; i++) {
      if (((this.#arena[this.#starts[i] ?? 0] ?? 0) & 0xc0) === 0x80) return false;
    }
    return true;
  }

  #add(at: number, hash: number, view: DataView, start: number, length: number): number {
    const code = this.size++;
    const used = this.#starts[code] ?? 0;
    if (used + length > this.#arena.length) {
      const room = new Uint8Array(Math.max(this.#arena.length * 2, used + length));
      room.set(this.#arena);
      this.#arena = room;
      this.#view = new DataView(room.buffer);
    }
    const arena = this.#arena;
    for (let i = 0; i < length; i++) arena[used + i] = view.getUint8(start + i);
    if (code + 1 === this.#starts.length) {
      const room = new Uint32Array(code * 2 + 1);
      room.set(this.#starts);
      this.#starts = room;
    }
    this.#starts[code + 1] = used + length;
    const slots = this.#slots;
    slots[at] = hash;
    slots[at + 1] = code + 1;
    slots[at + 2] = used;
    slots[at + 3] = length;
    if (this.size * SLOT * 3 > slots.length * 2) this.#rehash();
    return code;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      let at = ((old[from] ?? 0) << 2) & mask;
      while (slots[at + 1] !== 0) at = (at + SLOT) & mask;
      for (let i = 0; i < SLOT; i++) slots[at + i] = old[from + i] ?? 0;
    }
    this.#slots = slots;
  }
}

/** Multiplies and rotates by four bytes; the last four may overlap those before. */
function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  if (length < 4) {
    for (let i = 0; i < length; i++) hash = (hash << 8) | view.getUint8(start + i);
    hash = Math.imul(hash, HASH_FACTOR);
  } else {
    const last = start + length - 4;
    for (let i = start; i < last; i += 4) hash = mixed(hash, view.getInt32(i, true));
    hash = mixed(hash, view.getInt32(last, true));
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, HASH_FACTOR);
  return hash ^ (hash >>> 13);
}

function mixed(hash: number, bytes: number): number {
  const product = Math.imul(hash ^ bytes, HASH_FACTOR);
  return (product << 15) | (product >>> 17);
}

function sameBytes(a: DataView, at: number, b: DataView, start: number, length: number): boolean {
  if (length < 4) {
    for (let i = 0; i < length; i++) if (a.getUint8(at + i) !== b.getUint8(start + i)) return false;
    return true;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (a.getInt32(at + i, true) !== b.getInt32(start + i, true)) return false;
  return a.getInt32(at + last, true) === b.getInt32(start + last, true);
}

/** UTF-16 units of well-formed UTF-8: one a character, two for those of four bytes. */
function lengthInUtf16(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
