import { finder, queryWords } from '../../lib/find-words';
import type { AnySpec } from '../../nodes/contract/kind';
import type { Glossary, Helps } from '../../store/view/kind-helps';

type Find = ReturnType<typeof finder>;

const TITLES = { whole: 100, start: 80, word: 65, within: 50 } as const;
const KEYWORDS = { whole: 60, start: 40, word: 40, within: 40 } as const;
const TERMS = { whole: 58, start: 42, word: 38, within: 0 } as const;
/** What only comes nearest stands behind what does it. */
const NEAREST = 30;

/** The best of what some texts are worth. */
const best = (
  find: Find,
  texts: readonly string[],
  worth: Readonly<Record<'whole' | 'start' | 'word' | 'within', number>>,
) =>
  Math.max(
    0,
    ...texts.map((text) => {
      const fit = find(text);
      return fit === null ? 0 : worth[fit];
    }),
  );

/** What the terms that a word fits are worth to each kind. */
function worthByTerms(find: Find, glossary: Glossary): ReadonlyMap<string, number> {
  const worth = new Map<string, number>();
  for (const { name, also, kinds, nearest } of glossary) {
    const score = best(find, [name.en, name.ko, ...also], TERMS);
    const give = (kind: string, points: number) => worth.set(kind, Math.max(points, worth.get(kind) ?? 0));
    for (const kind of kinds) give(kind, score);
    for (const kind of nearest) give(kind, score - NEAREST);
  }
  return worth;
}

/** How well one word of the query fits a kind: 0 not at all. Titles count most, then keywords and terms, then the help. */
function scoreWord(spec: AnySpec, find: Find, terms: ReadonlyMap<string, number>, helps: Helps): number {
  const help = helps[spec.id]?.kind;
  return Math.max(
    best(find, [spec.title.en, spec.title.ko], TITLES),
    best(find, spec.keywords, KEYWORDS),
    find(spec.id) === null ? 0 : 45,
    terms.get(spec.id) ?? 0,
    help !== undefined && [help.en, help.ko].some((sentence) => find(sentence) !== null) ? 5 : 0,
  );
}

/**
 * Kinds that fit every word of `query`, in either language and by the field's words, best first. Kinds
 * that fit equally keep their order; an empty query keeps them all.
 */
export function searchKinds(
  specs: readonly AnySpec[],
  query: string,
  helps: Helps,
  glossary: Glossary,
): readonly AnySpec[] {
  const words = queryWords(query).map((word) => {
    const find = finder(word);
    return { find, terms: worthByTerms(find, glossary) };
  });
  if (words.length === 0) return specs;
  return specs
    .map((spec) => {
      const scores = words.map(({ find, terms }) => scoreWord(spec, find, terms, helps));
      return { spec, score: scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) };
    })
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.spec);
}

/** The term that is meant by a query and that no kind does yet. */
export function termWithoutKind(query: string, glossary: Glossary): Glossary[number] | undefined {
  const words = queryWords(query).join(' ');
  if (words.length < 2) return undefined;
  const find = finder(words);
  return glossary.find(
    ({ name, also, nearest }) =>
      nearest.length > 0 && [name.en, name.ko, ...also].some((each) => ['whole', 'start'].includes(find(each) ?? '')),
  );
}
