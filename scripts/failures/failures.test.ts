import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectRaised, type Raised } from './collect';
import { ONE_MATTER } from './one-matter';
import { failuresPage } from './page';

const raised = collectRaised(process.cwd());
const sentencesByCode = new Map<string, Set<string>>();
for (const { code, messages } of raised) {
  sentencesByCode.set(code, (sentencesByCode.get(code) ?? new Set()).add(messages.join(' / ')));
}
const severalSentences = [...sentencesByCode].filter(([, sentences]) => sentences.size > 1);
const codesOf = (places: readonly Raised[]): readonly string[] => [...new Set(places.map(({ code }) => code))];

describe('the codes of failures, problems and notes', () => {
  it('are all in docs/failures.md, as `npm run failures` writes it', () => {
    expect(readFileSync('docs/failures.md', 'utf8')).toBe(failuresPage(raised));
  });

  it('have one sentence each, or are listed with the one matter that their sentences speak of', () => {
    const unlisted = severalSentences.filter(([code]) => !Object.hasOwn(ONE_MATTER, code));
    expect(unlisted.map(([code, sentences]) => ({ code, sentences: [...sentences] }))).toEqual([]);
  });

  it('are on that list only while they have several sentences', () => {
    expect(Object.keys(ONE_MATTER)).toEqual(severalSentences.map(([code]) => code).sort());
  });

  it('come with a remedy, unless they only count what is in the data', () => {
    expect(codesOf(raised.filter(({ isNote, remedies }) => !isNote && remedies.length === 0))).toEqual([]);
  });

  it('are a failure or a note, never both', () => {
    const notes = new Set(codesOf(raised.filter(({ isNote }) => isNote)));
    expect(codesOf(raised.filter(({ isNote, code }) => !isNote && notes.has(code)))).toEqual([]);
  });

  it('are in kebab case', () => {
    expect(codesOf(raised).filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('are found wherever the source names one', () => {
    // The known ways to raise one: by an object, by a function that takes the code, and by a method that takes it.
    expect(codesOf(raised)).toEqual(expect.arrayContaining(['lake-gone', 'bad-version', 'excel-serial', 'wire-live']));
    expect(raised.length).toBeGreaterThan(200);
  });
});
