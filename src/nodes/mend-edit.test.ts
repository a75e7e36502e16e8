import { describe, expect, it } from 'vitest';
import { applyEdit } from '../graph/apply-edit';
import type { PipelineDocument } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import type { JsonObject } from '../lib/json';
import type { Mend } from '../table/notes';
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
function mended(before: PipelineDocument, mend: Mend): PipelineDocument {
  const edit = mendEdit(before, catalog, 'split', mend);
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

  it('of columns puts a “Choose columns” before where there is none', () => {
    const after = mended(document(), drop);
    expect(paramsOf(after, 'columns1')).toEqual({ drop: ['a'] });
    expect(after.edges).toEqual([
      { from: 'sample.table', to: 'columns1.table' },
      { from: 'columns1.table', to: 'split.table' },
    ]);
  });

  it('is none where the node, or what feeds it, is gone', () => {
    expect(mendEdit(emptyDocument(), catalog, 'split', drop)).toBeNull();
    expect(mendEdit({ ...document(), edges: [] }, catalog, 'split', drop)).toBeNull();
  });
});
