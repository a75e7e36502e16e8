import type { JudgedRows, WorstRow } from './report';

/** How many rows are told of each part. */
const TOLD = 20;

/** The rows of a part whose numbers are missed by most, the furthest first; those that are met are none of them. */
export function worstNumbers(judged: JudgedRows, part: number): readonly WorstRow[] {
  const off = (row: number): number =>
    Math.abs((judged.predicted[row] ?? Number.NaN) - (judged.truth[row] ?? Number.NaN));
  return greatest(judged, part, off).map((row) => ({
    ...placeOf(judged, row),
    truth: judged.truth[row] ?? 0,
    predicted: judged.predicted[row] ?? 0,
  }));
}

/**
 * The rows of a part that are taken for another class, the surest mistake first: by how much likelier the class that was
 * said is made than the true one. `scores` are probabilities, rows × `known` classes.
 */
export function worstClasses(
  judged: JudgedRows,
  part: number,
  labels: readonly string[],
  scores: Float64Array,
  known: number,
): readonly WorstRow[] {
  const probability = (row: number, label: number): number => (label < known ? (scores[row * known + label] ?? 0) : 0);
  const surplus = (row: number): number => {
    const [truth, said] = [judged.truth[row] ?? Number.NaN, judged.predicted[row] ?? Number.NaN];
    // A threshold of its own may say the less likely class: such a mistake is none the less one.
    return truth === said ? 0 : 2 + probability(row, said) - probability(row, truth);
  };
  return greatest(judged, part, surplus).map((row) => {
    const said = judged.predicted[row] ?? 0;
    return {
      ...placeOf(judged, row),
      truth: labels[judged.truth[row] ?? 0] ?? '',
      predicted: labels[said] ?? '',
      probability: probability(row, said),
    };
  });
}

const placeOf = ({ source }: JudgedRows, row: number) => ({ at: row, source: source[row] ?? row });

/** Rows of a part with a truth by what is wrong with them, more than nothing; the earlier of equals first. */
function greatest({ part: parts, truth }: JudgedRows, part: number, wrong: (row: number) => number): readonly number[] {
  const found: { readonly row: number; readonly by: number }[] = [];
  for (let row = 0; row < truth.length; row++) {
    if (parts[row] !== part || Number.isNaN(truth[row])) continue;
    const by = wrong(row);
    if (!(by > (found.length < TOLD ? 0 : (found.at(-1)?.by ?? 0)))) continue;
    const place = found.findIndex((other) => other.by < by);
    found.splice(place < 0 ? found.length : place, 0, { row, by });
    if (found.length > TOLD) found.pop();
  }
  return found.map(({ row }) => row);
}
