import type { Raised } from './collect';
import { ONE_MATTER } from './one-matter';

const HEAD = `# Failures, problems and notes by their codes

Written by \`npm run failures\` from the source; \`…\` stands for what is only known at run time. A failure ends a step, a
problem is known before a run, and both say how to mend it. A note counts what was found in the data, or done with it.`;

/** The catalogue as a page: every code once, with what is said, where, and what mends it. */
export function failuresPage(raised: readonly Raised[]): string {
  const codes = [...new Set(raised.map(({ code }) => code))].sort();
  const entries = (isNote: boolean): readonly string[] =>
    codes.flatMap((code) => {
      const places = raised.filter((place) => place.code === code && place.isNote === isNote);
      return places.length === 0 ? [] : [entry(code, places)];
    });
  return `${[HEAD, '## Failures and problems', ...entries(false), '## Notes', ...entries(true)].join('\n\n')}\n`;
}

function entry(code: string, places: readonly Raised[]): string {
  const several = new Set(places.map(({ messages }) => messages.join('\n'))).size > 1;
  const list = (title: string, of: (place: Raised) => readonly string[]): readonly string[] =>
    [...new Set(places.flatMap(of))].sort().map((line) => `- ${title}${line}`);
  return [
    `### ${code}`,
    '',
    ...(several && ONE_MATTER[code] !== undefined ? [ONE_MATTER[code], ''] : []),
    ...list('', ({ messages }) => messages.map(plain)),
    ...list('Remedy: ', ({ remedies }) => remedies.map(plain)),
    ...list('Raised in ', ({ path }) => [`\`${path}\``]),
  ].join('\n');
}

/** As it is read: no sign of a sentence is taken for Markdown. */
const plain = (sentence: string): string => sentence.replace(/[*_<>`[\]]/g, '\\$&');
