import type { Column, Field } from './table';

/** A model's answers, a row each: where there is none, the class is -1 or the value NaN, and so are the scores. */
export type Answers =
  | {
      readonly classes: readonly string[];
      readonly said: Int32Array;
      /** Probabilities, rows × classes, row-major. */
      readonly scores: Float64Array;
    }
  | { readonly classes?: undefined; readonly values: Float64Array };

/** `predicted` and, for classes, `p(class)` of each: columns to stand beside those called `taken`. */
export function predictionColumns(taken: readonly string[], answers: Answers): readonly Column[] {
  const [first, ...rest] = predictionFields(taken, answers.classes);
  const name = first?.name ?? 'predicted';
  if (answers.classes === undefined) return [{ name, type: 'number', role: null, values: answers.values }];
  const { classes, said, scores } = answers;
  return [
    { name, type: 'category', role: null, codes: said, dictionary: classes },
    ...rest.map((field, k): Column => {
      const values = Float64Array.from(said, (_, row) => scores[row * classes.length + k] ?? Number.NaN);
      return { name: field.name, type: 'number', role: null, values };
    }),
  ];
}

/** The fields of {@link predictionColumns}; a name already taken gets a number behind it. */
export function predictionFields(taken: readonly string[], classes: readonly string[] | undefined): readonly Field[] {
  const names = new Set(taken);
  const free = (wanted: string): string => {
    const name = freeName(wanted, names);
    names.add(name);
    return name;
  };
  if (classes === undefined) return [{ name: free('predicted'), type: 'number', role: null }];
  return [
    { name: free('predicted'), type: 'category', role: null, categories: classes },
    ...classes.map((word): Field => ({ name: free(`p(${word})`), type: 'number', role: null })),
  ];
}

/** `wanted`, or `wanted 2`, `wanted 3` … where it is taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
  return name;
}
