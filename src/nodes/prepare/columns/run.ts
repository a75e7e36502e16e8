import type { z } from 'zod';
import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { columnNamed } from '../../../table/columns';
import type { DataNote } from '../../../table/notes';
import { refuseTakenNames, withStep } from '../../../table/recipe';
import { retype } from '../../../table/retype';
import type { Column, Table } from '../../../table/table';
import { defineRunner } from '../../contract/runner';
import { planColumns } from './plan';
import { columnsSpec } from './spec';
import { columnsState } from './state';
import { chosenWriting, unsureNote } from './writing';

export const columnsRunner = defineRunner(columnsSpec, {
  run: async (inputs, params, ctx) => {
    const table = inputs.table.table;
    if (params.target !== '') columnNamed(table, params.target);
    const plan = planColumns(table.columns, params);
    refuseTwoTargets(plan.filter((each) => each.role === 'target').map(({ name }) => name));
    if (plan.length === 0) throw nothingLeft();
    const writings: DataNote[] = [];
    const staying = new Map(plan.map((each) => [each.from, each]));
    const state = {
      drop: table.columns.filter(({ name }) => !staying.has(name)).map(({ name }) => name),
      columns: table.columns.flatMap((column) => {
        const planned = staying.get(column.name);
        if (planned === undefined) return [];
        const { from, name, role } = planned;
        const retyped = planned.type === column.type ? null : planned.type;
        if (name === from && role === column.role && retyped === null) return [];
        const writing = retyped === null ? null : chosenWriting(column, retyped, planned.written);
        if (writing === null) return [{ from, name, type: retyped, role }];
        if (writing.unsure) writings.push(unsureNote(column, writing, params.settings));
        const { decimal, dates } = writing;
        return [{ from, name, type: retyped, role, written: { decimal, dates } }];
      }),
      unreadable: params.unreadable,
    };
    const { table: changed, notes } = change(table, state);
    const step = { kind: 'prepare.columns', nodeId: ctx.nodeId, state };
    return { table: { type: 'table', table: withStep(changed, step), notes: [...writings, ...notes] } };
  },
  apply: (table, state) => change(table, columnsState.parse(state)).table,
  columns(json) {
    const state = columnsState.parse(json);
    const writes = new Map(state.columns.map(({ from, name }) => [name, [from]]));
    return { writes, needs: [], drops: [...state.drop, ...state.columns.map(({ from }) => from)] };
  },
});

function change(table: Table, state: z.infer<typeof columnsState>): { table: Table; notes: readonly DataNote[] } {
  const dropped = new Set(state.drop);
  const changes = new Map(state.columns.map((each) => [each.from, each]));
  const notes: DataNote[] = [];
  const columns = table.columns.flatMap((column): readonly Column[] => {
    if (dropped.has(column.name)) return [];
    const to = changes.get(column.name);
    if (to === undefined) return [column];
    const retyped =
      to.type === null ? column : take(notes, retype(table, column, to.type, state.unreadable, to.written));
    return [{ ...retyped, name: to.name, role: to.role }];
  });
  refuseTakenNames(
    { ...table, columns: [] },
    columns.map(({ name }) => name),
  );
  return { table: { ...table, columns }, notes };
}

function take(notes: DataNote[], retyped: ReturnType<typeof retype>): Column {
  notes.push(...retyped.notes);
  return retyped.column;
}

function refuseTwoTargets(names: readonly string[]): void {
  if (names.length < 2) return;
  throw new Failure({
    code: 'two-targets',
    message: text(
      `There are ${names.length} targets: ${names.join(', ')}.`,
      `목표가 ${names.length}개예요: ${names.join(', ')}.`,
    ),
    hint: text('Choose one target.', '목표를 하나만 고르세요.'),
  });
}

function nothingLeft(): Failure {
  return new Failure({
    code: 'no-columns-left',
    message: text('No column is left.', '남는 열이 없어요.'),
    hint: text('Drop fewer columns.', '뺄 열을 줄이세요.'),
  });
}
