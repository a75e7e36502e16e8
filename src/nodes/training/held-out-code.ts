import { text } from '../../lib/text';
import type { TrainingNode } from '../python/estimators';
import { call, helper, type Line, line, type Py, py } from '../python/py';
import { rowsOf, targetName } from '../python/tables';

const holdOut = helper({
  name: 'hold_out',
  why: text(
    'Where there are no validation rows, every tenth training row, spread over the target’s values; Millrace draws others. Of fewer than 20 rows none is taken away.',
    '검증 행이 없으면 목표 값에 고르게 학습 행의 10분의 1을 떼어 둬요. Millrace가 뽑는 행과는 달라요. 20개보다 적으면 떼지 않아요.',
  ),
  source: `def hold_out(train, validation, target, seed):
    if len(validation) > 0:
        return train, validation
    if len(train) < 20:
        return train, train
    mixed = train.sample(frac=1, random_state=seed)
    held = mixed.sort_values(target, kind="stable").index[5::10]
    return train.drop(held), train.loc[held]`,
  uses: [],
});

/** Training rows, and those by whose loss training stops. */
export function heldOutCode({ inputs, seed }: TrainingNode, train: Py, validation: Py): readonly Line[] {
  const { table } = inputs;
  if (table.validates === true)
    return [
      line(py`${train} = ${rowsOf(table, 'train')}`),
      line(py`${validation} = ${rowsOf(table, 'validation')}`, NOT_LEARNED),
    ];
  const parts =
    table.parts === null
      ? [table.frame, py`${table.frame}.head(0)`]
      : [rowsOf(table, 'train'), rowsOf(table, 'validation')];
  return [line(py`${train}, ${validation} = ${call(holdOut, [...parts, targetName(table), seed])}`, NOT_LEARNED)];
}

const NOT_LEARNED = text(
  'The rows that training stops by are not learned from.',
  '언제 멈출지 정하는 행은 학습에 쓰지 않아요.',
);
