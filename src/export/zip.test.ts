import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { npz } from './npz';
import { zipped } from './zip';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
  vi.resetModules();
});

const given = new Map([
  ['a/pipeline.py', new TextEncoder().encode('print(1)\n'.repeat(300_000))],
  ['a/빈 것.csv', new Uint8Array()],
]);
const arrays = new Map([['w', { values: new Float32Array([1, 2]), shape: [2] }]]);

describe('files in one archive', () => {
  it('come out of it as they went in, and others had their turn meanwhile', async () => {
    const turn = vi.fn(async () => undefined);
    const archive = await zipped(given, turn);
    expect(archive.length).toBeLessThan(100_000);
    const out = unzipSync(archive);
    expect(Object.keys(out)).toEqual([...given.keys()]);
    for (const [path, bytes] of given) expect(Buffer.compare(out[path] ?? Buffer.of(1), bytes)).toBe(0);
    expect(turn.mock.calls.length).toBeGreaterThan(3);
  });

  it('have the same bytes in every time zone', async () => {
    const made = async (where: string) => {
      process.env.TZ = where;
      vi.resetModules();
      const [zip, arraysToo] = await Promise.all([import('./zip'), import('./npz')]);
      return [Buffer.from(await zip.zipped(given, async () => undefined)), Buffer.from(arraysToo.npz(arrays))];
    };
    expect(await made('America/Los_Angeles')).toEqual(await made('Asia/Seoul'));
  });

  it('hold arrays as numpy stores them', () => {
    const { 'w.npy': head = new Uint8Array() } = unzipSync(npz(arrays));
    expect(head.length).toBe(128 + 2 * 4);
    expect(new TextDecoder('latin1').decode(head)).toContain(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
    );
  });
});
