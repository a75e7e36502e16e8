import type { Table } from '../../table/table';
import type { Inputs } from './runner';

/** The table on a port; ports are type-checked before anything runs, so its absence is a bug. */
export function tableInput(inputs: Inputs, port = 'table'): Table {
  const value = inputs[port];
  if (value?.type !== 'table') throw new Error(`no table on port ${port}`);
  return value.table;
}
