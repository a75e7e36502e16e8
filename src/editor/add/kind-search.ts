import type { AnySpec } from '../../nodes/contract/kind';
import type { Helps } from '../../store/view/kind-helps';

const fold = (words: string): string => words.normalize('NFKC').toLowerCase().trim();

/** How well one word of the query fits a kind: 0 not at all. Titles count most, then keywords, then the help. */
function scoreWord(spec: AnySpec, word: string, helps: Helps): number {
  const titles = [spec.title.en, spec.title.ko].map(fold);
  if (titles.some((title) => title === word)) return 100;
  if (titles.some((title) => title.startsWith(word))) return 80;
  if (titles.some((title) => title.split(/[\s/·-]+/).some((part) => part.startsWith(word)))) return 65;
  if (spec.keywords.map(fold).some((keyword) => keyword === word)) return 60;
  if (titles.some((title) => title.includes(word))) return 50;
  if (fold(spec.id).includes(word)) return 45;
  if (spec.keywords.map(fold).some((keyword) => keyword.includes(word))) return 40;
  const help = helps[spec.id]?.kind;
  if (help !== undefined && [help.en, help.ko].map(fold).some((sentence) => sentence.includes(word))) return 15;
  return 0;
}

/**
 * Kinds that fit every word of `query`, in either language, best first. Kinds
 * that fit equally keep their order; an empty query keeps them all.
 */
export function searchKinds(specs: readonly AnySpec[], query: string, helps: Helps): readonly AnySpec[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return specs;
  return specs
    .map((spec) => {
      const scores = words.map((word) => scoreWord(spec, word, helps));
      return { spec, score: scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) };
    })
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.spec);
}
