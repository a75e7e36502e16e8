import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import type { ModelVersion } from '../registry/registry';
import { fakeVersion } from '../testing/lib/fake-version';
import { namedVersion } from './named-version';

const kept = (line: string, number: number, id: string): ModelVersion => fakeVersion(line, number, { id });
const list = {
  versions: [kept('sales', 2, 'bbb'), kept('sales', 1, 'aaa'), kept('copy', 1, 'aaa'), kept('copy', 2, 'ccc')],
  troubles: [],
};

function refusal(word: string, line?: string): string {
  try {
    const { line: found, number } = namedVersion(list, word, line);
    return `${found} v${number}`;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return `${cause.detail.code}: ${cause.detail.message.en} ${cause.detail.hint.en}`;
  }
}

describe('a version that is named', () => {
  it('is found by its id, and in a line by its number, with or without the v', () => {
    expect(refusal('bbb')).toBe('sales v2');
    expect(['v1', '1', 'aaa'].map((word) => refusal(word, 'copy'))).toEqual(Array(3).fill('copy v1'));
  });

  it('is asked for by line where several keep the same model', () => {
    expect(refusal('aaa')).toBe(
      'version-in-lines: The same model is kept as “sales” v1, “copy” v1. Name the line before it: LINE aaa.',
    );
  });

  it('is refused with what there is, each once; a line that is not there with the lines', () => {
    expect(refusal('zzz')).toBe('kept-unknown: “zzz” is not kept here. There is: bbb, aaa, ccc.');
    expect(refusal('v3', 'copy')).toBe('kept-unknown: “v3” is not kept here. There is: v1, v2.');
    expect(refusal('v1', 'Nope')).toBe('line-unknown: There is no line of models “Nope”. There is: “sales”, “copy”.');
  });
});
