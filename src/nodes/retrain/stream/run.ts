import { counted, plural } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { freshSource } from '../../../table/fresh-source';
import type { DataNote } from '../../../table/notes';
import { takeRows } from '../../../table/rows';
import { defineRunner } from '../../contract/runner';
import { type Replay, replayOf } from './replay';
import { streamSpec } from './spec';

/** The batch phase sees the history and nothing of what comes after it: no row, no word, no range. */
export const streamRunner = defineRunner(streamSpec, {
  async run(inputs, params) {
    const replay = replayOf(inputs.table.table, params);
    const first = takeRows(
      replay.table,
      Uint32Array.from({ length: replay.historyRows }, (_, row) => row),
    );
    return { table: { type: 'table', table: freshSource(first), notes: notesOn(replay) } };
  },
});

function notesOn({ table, historyRows, backwards }: Replay): readonly DataNote[] {
  const left = table.rows - historyRows;
  const notes: DataNote[] = [
    {
      code: 'history',
      severity: 'info',
      count: historyRows,
      message: text(
        `The first ${historyRows} of ${counted(table.rows, 'row')} are the history; ${left} ${plural(left, 'is', 'are')} left to be handed out.`,
        `${table.rows}행 중 앞의 ${historyRows}행이 이력이고, 나머지 ${left}행을 차례로 내보내요.`,
      ),
    },
  ];
  if (backwards !== null) {
    notes.push({
      code: 'time-goes-backwards',
      severity: 'warning',
      count: 1,
      rows: [backwards + 1],
      message: text(
        `Row ${backwards + 1} is older than the row before it: choose the order “By time”, if rows are to come as they happened.`,
        `${backwards + 1}번째 행이 바로 앞 행보다 오래되었어요. 일어난 순서대로 내보내려면 순서를 “시간순”으로 고르세요.`,
      ),
    });
  }
  return notes;
}
