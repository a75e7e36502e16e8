/** The known names most like `wanted`, best first, at most three; none where nothing is near. */
export function closeNames(wanted: string, known: readonly string[]): readonly string[] {
  const target = fold(wanted);
  const limit = Math.max(2, Math.ceil(target.length / 3));
  return known
    .map((name) => {
      const folded = fold(name);
      const contains = target.length > 1 && folded.length > 1 && (folded.includes(target) || target.includes(folded));
      return { name, distance: contains ? 1 : editDistance(target, folded, limit) };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

const fold = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Levenshtein's distance, or more than `limit` as soon as that is sure. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
