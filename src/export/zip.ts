import { Zip, ZipDeflate } from 'fflate';

/** The date of every entry, so that the same files give the same bytes: the same on the clock of every time zone. */
export const ENTRY_DATE = new Date(2026, 0, 1);

const CHUNK = 2 ** 20;

/** Files as one zip archive. */
export async function zipped(
  files: ReadonlyMap<string, Uint8Array>,
  yieldIfDue: () => Promise<void>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
  });
  for (const [path, bytes] of files) {
    const entry = new ZipDeflate(path);
    entry.mtime = ENTRY_DATE;
    zip.add(entry);
    let at = 0;
    do {
      const end = at + CHUNK;
      entry.push(bytes.subarray(at, end), end >= bytes.length);
      at = end;
      await yieldIfDue();
    } while (at < bytes.length);
  }
  zip.end();
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
