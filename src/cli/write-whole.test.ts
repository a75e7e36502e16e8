import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWhole } from './write-whole';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-whole-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a file that is written whole', () => {
  it('takes the place of what was there, keeps its permissions, and leaves nothing beside it', async () => {
    await writeFile(at('a.json'), 'before');
    await chmod(at('a.json'), 0o640);
    await writeWhole(at('a.json'), 'after');
    await writeWhole(at('b.json'), new TextEncoder().encode('new'));
    expect(await readFile(at('a.json'), 'utf8')).toBe('after');
    expect((await stat(at('a.json'))).mode & 0o777).toBe(0o640);
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'b.json']);
  });

  it('leaves what was there where it cannot be written', async () => {
    await writeFile(at('kept.json'), 'before');
    const broken = new Uint8Array(1);
    Object.defineProperty(broken, 'byteLength', {
      get: () => {
        throw new Error('no room');
      },
    });
    await expect(writeWhole(at('kept.json'), broken)).rejects.toThrow('no room');
    await expect(writeWhole(at('nowhere/x.json'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readFile(at('kept.json'), 'utf8')).toBe('before');
    expect((await readdir(folder)).filter((name) => name.endsWith('~'))).toEqual([]);
  });

  it('lies where a link points, and goes into a pipe as it is', async () => {
    await writeFile(at('real.json'), 'before');
    await symlink('real.json', at('link.json'));
    await writeWhole(at('link.json'), 'after');
    expect([await readlink(at('link.json')), await readFile(at('real.json'), 'utf8')]).toEqual(['real.json', 'after']);
    await promisify(execFile)('mkfifo', [at('pipe')]);
    const read = readFile(at('pipe'), 'utf8');
    await writeWhole(at('pipe'), 'through');
    expect(await read).toBe('through');
  });
});
