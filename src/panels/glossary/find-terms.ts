import { finder, queryWords } from '../../lib/find-words';
import type { Glossary } from '../../store/view/kind-helps';

type Term = Glossary[number];

/** The terms that every word of a query fits: those called so first, then those also called so, then by what they mean. */
export function findTerms(glossary: Glossary, query: string): readonly Term[] {
  const finders = queryWords(query).map(finder);
  const rank = ({ name, also, means }: Term): number =>
    [[name.en, name.ko], also, [means.en, means.ko]].findIndex((texts) =>
      finders.every((find) => texts.some((text) => find(text) !== null)),
    );
  return glossary
    .map((term) => ({ term, rank: rank(term) }))
    .filter((found) => found.rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .map((found) => found.term);
}
