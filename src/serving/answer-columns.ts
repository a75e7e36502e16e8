import { predictionFields } from '../table/prediction-fields';
import type { Column } from '../table/table';
import type { Answers } from './answers';

/** Answers as columns to stand beside those called `taken`: `predicted` and, for classes, `p(class)` of each. */
export function answerColumns(taken: readonly string[], { scores, predicted, classes }: Answers): readonly Column[] {
  const [first, ...rest] = predictionFields(taken, classes);
  const name = first?.name ?? 'predicted';
  if (predicted === null || classes === undefined) return [{ name, type: 'number', role: null, values: scores }];
  return [
    { name, type: 'category', role: null, codes: predicted, dictionary: classes },
    ...rest.map((field, k): Column => {
      const values = new Float64Array(predicted.length);
      for (let row = 0; row < values.length; row++) values[row] = scores[row * classes.length + k] ?? Number.NaN;
      return { name: field.name, type: 'number', role: null, values };
    }),
  ];
}
