import { applyEdit } from '../graph/apply-edit';
import type { Catalog } from '../graph/catalog';
import { completeLoop } from '../graph/complete-loop';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import type { Edit } from '../graph/edit';
import { freshId } from '../graph/fresh-id';
import type { KindShape } from '../graph/kind-shape';
import type { Pipeline } from '../graph/pipeline';
import type { WireSchema } from '../graph/schema-types';
import type { JsonObject } from '../lib/json';
import type { Mend } from '../table/notes';
import type { SchemasByNode } from './check-pipeline';
import { insertEdit, wireEdit } from './insert-edit';
import { type ColumnsParams, columnsParams } from './prepare/columns/params';

const COLUMNS = 'prepare.columns';
/** How far before a node a new one stands, in pixels. */
const ROOM = 300;

type ColumnsMend = Extract<Mend, { type: 'columns' }>;

/**
 * The edit that does what a note proposes; null where the document no longer has what it is about. Columns are mended in
 * the last “Choose columns” before the node that knows them, else in a new one put right before it.
 */
export function mendEdit(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  mend: Mend,
  schemas: SchemasByNode,
): Edit | null {
  if (mend.type === 'loop') return completeLoop(document, catalog);
  if (mend.type === 'insert') return insertEdit(document, catalog, nodeId, mend);
  if (mend.type === 'wire') return wireEdit(document, catalog, nodeId, mend);
  const pipeline = catalog.compile(document);
  const compiled = pipeline.node(nodeId);
  if (compiled === undefined) return null;
  const { node } = compiled;
  if (mend.type === 'params') return { type: 'setParams', nodeId, params: { ...node.params, ...mend.params } };
  const input = compiled.inputs.find(({ type }) => type === 'table');
  const [wire] = input === undefined ? [] : pipeline.into(nodeId, input.name);
  if (wire === undefined) return null;
  const names = [...(mend.drop ?? []), ...Object.keys(mend.settings ?? {})];
  for (const before of tablesBefore(pipeline, nodeId)) {
    if (before.kind !== COLUMNS || before.mode !== 'on' || !knows(schemas[before.id]?.table, names)) continue;
    const parsed = columnsParams.safeParse(before.params);
    if (!parsed.success) break;
    return { type: 'setParams', nodeId: before.id, params: { ...before.params, ...mended(parsed.data, mend) } };
  }
  const id = freshId(document, COLUMNS);
  const position = { x: node.position.x - ROOM, y: node.position.y };
  const params = mended(columnsParams.parse({}), mend);
  const added = { id, kind: COLUMNS, label: '', params, position, mode: 'on' as const };
  const withNode = applyEdit(document, { type: 'addNodes', nodes: [added], edges: [] }, catalog);
  const spliced = applyEdit(withNode, { type: 'splice', nodeId: id, edge: wire.edge }, catalog);
  return spliced === withNode ? null : { type: 'replaceAll', document: spliced };
}

/** The nodes that a table came through, from the node's own input back to where it was read. */
function* tablesBefore(pipeline: Pipeline<KindShape>, nodeId: string): Generator<PipelineNode> {
  const seen = new Set([nodeId]);
  for (let id = nodeId; ; ) {
    const input = pipeline.node(id)?.inputs.find(({ type }) => type === 'table');
    const [wire] = input === undefined ? [] : pipeline.into(id, input.name);
    const before = pipeline.node(wire?.from.nodeId ?? '');
    if (before === undefined || seen.has(before.id)) return;
    seen.add(before.id);
    yield before.node;
    id = before.id;
  }
}

const knows = (schema: WireSchema | undefined, names: readonly string[]): boolean =>
  schema?.type === 'table' && names.every((name) => schema.fields.some((field) => field.name === name));

/** Names are those that leave “Choose columns”; its params go by those that come in. */
function mended(params: ColumnsParams, { drop = [], settings = {}, unreadable }: ColumnsMend): JsonObject {
  const incoming = (name: string): string =>
    Object.entries(params.settings).find(([, { rename }]) => rename.trim() === name)?.[0] ?? name;
  const changed = { ...params.settings };
  for (const [name, change] of Object.entries(settings)) {
    const from = incoming(name);
    changed[from] = { rename: '', type: 'keep', written: 'auto', role: 'keep', ...changed[from], ...change };
  }
  return {
    drop: [...new Set([...params.drop, ...drop.map(incoming)])],
    ...(Object.keys(settings).length === 0 ? {} : { settings: changed }),
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}
