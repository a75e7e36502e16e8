import type { ModelValue } from '../../models/model';
import type { Answers } from '../../serving/answers';
import { decideClasses } from '../../stats/metrics/decide';
import { columnNamed, isCoded, isNumeric } from '../../table/columns';
import type { Table } from '../../table/table';
import { fakeLinearModel } from '../models/fake-model';
import { makeTable } from '../table/make-table';

/** A scripted world for tests: rows numbered in `row`, a sensitive `group`, labels `yes` and `no` in `label`. */
export function labelledWorld(rows: number): Table {
  const every = Array.from({ length: rows }, (_, row) => row);
  const table = makeTable({
    row: every,
    group: every.map((row) => (row % 3 === 0 ? 'north' : 'south')),
    label: every.map((row) => truthOf(row)),
  });
  const roles = { row: null, group: 'sensitive', label: 'target' } as const;
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      role: column.name === 'group' ? roles.group : column.name === 'label' ? roles.label : roles.row,
    })),
  };
}

const truthOf = (row: number): 'yes' | 'no' => (row % 2 === 0 ? 'yes' : 'no');

/** The model that {@link classScores} speaks for. */
export const yesNoModel: ModelValue = fakeLinearModel(['row'], [[1]], { name: 'label', classes: ['no', 'yes'] });

/** Scores of a model that is right in the rows (by their number in the stream) that `isRight` says; null: no answer. */
export function classScores(isRight: (row: number, group: string) => boolean | null): (raw: Table) => Answers {
  return (raw) => {
    const [numbers, groups] = [columnNamed(raw, 'row'), columnNamed(raw, 'group')];
    if (!isNumeric(numbers) || !isCoded(groups)) throw new Error('a world of its own');
    const scores = new Float64Array(raw.rows * 2);
    numbers.values.forEach((row, i) => {
      const right = isRight(row, groups.dictionary[groups.codes[i] ?? -1] ?? '');
      const yes = right === null ? Number.NaN : (truthOf(row) === 'yes') === right ? 0.9 : 0.1;
      scores.set([1 - yes, yes], 2 * i);
    });
    return answersOf(scores, 2);
  };
}

/** Answers that decide as models do unless somebody sets another rule. */
export function answersOf(scores: Float64Array, outputs: number): Answers {
  const predicted = outputs < 2 ? null : decideClasses(scores, outputs);
  return {
    scores,
    outputs,
    predicted: predicted?.map((k, row) => (Number.isNaN(scores[row * outputs]) ? -1 : k)) ?? null,
  };
}

/** Right in so many of each 10 rows, spread alike over labels and groups. */
export const rightIn =
  (tenths: number) =>
  (row: number): boolean =>
    (row * 7 + Math.floor(row / 10)) % 10 < tenths;
