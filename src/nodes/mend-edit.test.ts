import { describe, expect, it } from 'vitest';
import { applyEdit } from '../graph/apply-edit';
import type { PipelineDocument } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import type { JsonObject } from '../lib/json';
import type { Mend } from '../table/notes';
import { UNREAD_TABLE } from '../table/schema';
import { catalog } from './catalog';
import { mendEdit } from './mend-edit';

const label = { en: 'Mend', ko: '고치기' };
const drop: Mend = { type: 'columns', label, drop: ['a'] };
const node = (id: string, kind: string, params: JsonObject = {}) => {
  return { id, kind, label: '', params, position: { x: 600, y: 0 }, mode: 'on' as const };
};
const document = (columns?: JsonObject): PipelineDocument => ({
  ...emptyDocument(),
  nodes: [
    node('sample', 'ingest.sample'),
    ...(columns === undefined ? [] : [node('columns', 'prepare.columns', columns)]),
    node('split', 'prepare.split', { test: 0.3 }),
  ],
  edges:
    columns === undefined
      ? [{ from: 'sample.table', to: 'split.table' }]
      : [
          { from: 'sample.table', to: 'columns.table' },
          { from: 'columns.table', to: 'split.table' },
        ],
});
/** Every “Choose columns” knows these. */
const schemas = (...names: readonly string[]) => {
  const fields = names.map((name) => ({ name, type: 'number' as const, role: null }));
  return { columns: { table: { ...UNREAD_TABLE, fields } } };
};
function mended(before: PipelineDocument, mend: Mend, known = schemas('a', 'b')): PipelineDocument {
  const edit = mendEdit(before, catalog, 'split', mend, known);
  return edit === null ? before : applyEdit(before, edit, catalog);
}
const paramsOf = ({ nodes }: PipelineDocument, id: string) => nodes.find((one) => one.id === id)?.params;

describe('a mend at one click', () => {
  it('of params keeps the others', () => {
    const mend: Mend = { type: 'params', label, params: { method: 'time', timeColumn: 'day' } };
    expect(paramsOf(mended(document(), mend), 'split')).toEqual({ test: 0.3, method: 'time', timeColumn: 'day' });
  });

  it('of columns changes the “Choose columns” before, by the names that come into it', () => {
    const after = mended(document({ target: 'y', drop: ['z'], settings: { old: { rename: 'a' } } }), drop);
    expect(paramsOf(after, 'columns')).toMatchObject({ target: 'y', drop: ['z', 'old'] });
    const role: Mend = { type: 'columns', label, settings: { a: { role: 'id' } } };
    expect(paramsOf(mended(document({ settings: { old: { rename: 'a' } } }), role), 'columns')).toMatchObject({
      settings: { old: { rename: 'a', role: 'id', type: 'keep' } },
    });
  });

  it('of columns looks for it past the steps between, and puts a new one before where a step made the column', () => {
    const before = document({ target: 'y' });
    const far = {
      ...before,
      nodes: [...before.nodes, node('encode', 'prepare.encode')],
      edges: [
        { from: 'sample.table', to: 'columns.table' },
        { from: 'columns.table', to: 'encode.table' },
        { from: 'encode.table', to: 'split.table' },
      ],
    };
    expect(paramsOf(mended(far, drop), 'columns')).toEqual({ target: 'y', drop: ['a'] });
    const made: Mend = { ...drop, drop: ['plan=basic'] };
    expect(paramsOf(mended(far, made), 'columns')).toEqual({ target: 'y' });
    expect(paramsOf(mended(far, made), 'columns1')).toEqual({ drop: ['plan=basic'] });
  });

  it('of columns puts a “Choose columns” before where there is none', () => {
    const after = mended(document(), drop);
    expect(paramsOf(after, 'columns1')).toEqual({ drop: ['a'] });
    expect(after.edges).toEqual([
      { from: 'columns1.table', to: 'split.table' },
      { from: 'sample.table', to: 'columns1.table' },
    ]);
  });

  it('is none where the node, or what feeds it, is gone', () => {
    expect(mendEdit(emptyDocument(), catalog, 'split', drop, {})).toBeNull();
    expect(mendEdit({ ...document(), edges: [] }, catalog, 'split', drop, {})).toBeNull();
  });
});
