import { describe, expect, it } from 'vitest';
import { HELP, readOptions } from './options';

describe('the options of compare-runs', () => {
  it('are explained where that is asked for', () => {
    expect(readOptions(['--old', 'x', '--help'])).toBe('help');
    expect(readOptions(['-h'])).toBe('help');
    expect(HELP).toContain('--against');
  });

  it('are read, and refused in a sentence', () => {
    expect(readOptions(['--old', 'x', '--backend', 'cpu', '--seed', '7', '--only', 'a,b'])).toEqual({
      old: 'x',
      backend: 'cpu',
      seed: 7,
      only: ['a', 'b'],
    });
    expect(readOptions([])).toMatchObject({ wrong: expect.stringContaining('--old') });
    expect(readOptions(['--old', 'x', '--backend', 'gpu'])).toMatchObject({ wrong: '--backend takes wasm or cpu.' });
    expect(readOptions(['--fast'])).toMatchObject({ wrong: expect.stringContaining('--fast') });
  });
});
