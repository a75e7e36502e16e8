import { counted, plural } from '../lib/figures';
import { createRandom, deriveSeed, permutation } from '../lib/random';
import { type Text, text } from '../lib/text';
import { cellText } from '../table/cells';
import { isNumeric, roleColumn } from '../table/columns';
import { partRows, trainRows } from '../table/rows';
import type { Column, Table } from '../table/table';
import type { TrainingSettings } from './network/trainer';

export interface DividedRows {
  readonly train: Uint32Array;
  /** Empty where nothing is left to validate on. */
  readonly validation: Uint32Array;
}

/** One row in this many is held out. */
const SHARE = 10;

/**
 * The table's own training and validation parts. Where early stopping has no
 * validation part to go by, a seeded tenth of the training rows is held out,
 * spread evenly over the target's sorted values, so that no class is forgotten.
 */
export function divideRows(
  table: Table,
  settings: Pick<TrainingSettings, 'earlyStopping'>,
  seed: number,
  log: (message: Text) => void,
): DividedRows {
  const train = trainRows(table);
  const validation = partRows(table, 'validation');
  if (validation.length > 0 || settings.earlyStopping === null) return { train, validation };
  if (train.length < 2 * SHARE) {
    log(
      text(
        'Early stopping is off: there are too few rows to hold some out.',
        '행이 너무 적어 일부를 떼어 놓을 수 없으므로 조기 종료를 꺼요.',
      ),
    );
    return { train, validation };
  }
  const held = everyTenth(table, train, seed);
  log(
    text(
      `No validation part: ${held.size} of ${counted(train.length, 'training row')} ${plural(held.size, 'is', 'are')} held out for early stopping.`,
      `검증 부분이 없어 학습 행 ${train.length}개 중 ${held.size}개를 조기 종료용으로 떼어 둬요.`,
    ),
  );
  return { train: train.filter((row) => !held.has(row)), validation: train.filter((row) => held.has(row)) };
}

function everyTenth(table: Table, rows: Uint32Array, seed: number): ReadonlySet<number> {
  const target = roleColumn(table, 'target');
  const order = permutation(rows.length, createRandom(deriveSeed(seed, 'held-out')));
  const keyed = Array.from(order, (i) => {
    const row = rows[i] ?? 0;
    return { row, key: target === null ? '' : sortKey(target, row) };
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return new Set(keyed.filter((_, i) => i % SHARE === SHARE >> 1).map(({ row }) => row));
}

function sortKey(target: Column, row: number): string | number {
  return isNumeric(target) ? (target.values[row] ?? 0) : (cellText(target, row) ?? '');
}
