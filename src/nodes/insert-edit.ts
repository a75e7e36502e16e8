import { applyEdit } from '../graph/apply-edit';
import { canConnect } from '../graph/can-connect';
import type { Catalog } from '../graph/catalog';
import type { PipelineDocument } from '../graph/document';
import type { Edit } from '../graph/edit';
import { freshId } from '../graph/fresh-id';
import type { KindRole } from '../graph/kind-shape';
import type { Pipeline } from '../graph/pipeline';
import { placeBeside } from '../graph/place-beside';
import { feeding } from '../graph/plan-wires';
import { type WireEnd, wireEnd } from '../graph/wire';
import type { Mend } from '../table/notes';

type InsertMend = Extract<Mend, { type: 'insert' }>;
type WireMend = Extract<Mend, { type: 'wire' }>;

/** Those that a prepared table is for: a step that is put before one of them is put before all of them. */
const READERS: readonly (KindRole | undefined)[] = ['step', 'trainer', 'evaluator'];
/** Changes columns, and learns nothing from the rows. */
const COLUMNS = 'prepare.columns';

/**
 * Puts a new node before a node that takes a table, and before whatever else learns from or is measured on that table: a
 * split, before every step that learns from the rows. Null where no table comes to the node.
 */
export function insertEdit(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  { kind, before }: InsertMend,
): Edit | null {
  const pipeline = catalog.compile(document);
  const from = tableInto(pipeline, before === 'learning' ? firstLearning(pipeline, nodeId) : nodeId);
  const anchor = from && pipeline.node(from.nodeId)?.node;
  const id = freshId(document, kind);
  const draft = { id, kind, label: '', params: {}, mode: 'on' as const };
  const { inputs, outputs } = catalog.compileNode({ ...draft, position: { x: 0, y: 0 } });
  const [[input], [output]] = [inputs, outputs];
  if (!from || !anchor || input === undefined || output === undefined) return null;
  const wire = { from: wireEnd(from.nodeId, from.port), to: wireEnd(id, input.name) };
  const position = placeBeside(document, catalog, draft, anchor, [wire]);
  const added = applyEdit(document, { type: 'addNodes', nodes: [{ ...draft, position }], edges: [wire] }, catalog);
  const fed = wireEnd(id, output.name);
  const turned = pipeline
    .outOf(from.nodeId, from.port)
    .filter(({ to }) => READERS.includes(pipeline.node(to.nodeId)?.spec?.role))
    .reduce((now, { edge }) => {
      const cut = applyEdit(now, { type: 'remove', nodeIds: [], edges: [edge], noteIds: [] }, catalog);
      return applyEdit(cut, { type: 'connect', edge: { from: fed, to: edge.to }, replace: false }, catalog);
    }, added);
  return { type: 'replaceAll', document: turned };
}

/**
 * Draws the wire that an input lacks: from the nearest fitting output before what feeds the node already, else from the
 * only one that there is. Null where it is for a person to choose.
 */
export function wireEdit(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  { port }: WireMend,
): Edit | null {
  const pipeline = catalog.compile(document);
  const to = wireEnd(nodeId, port);
  const fits = (id: string): readonly string[] =>
    (pipeline.node(id)?.outputs ?? [])
      .map(({ name }) => wireEnd(id, name))
      .filter((from) => {
        const connection = canConnect(pipeline, from, to);
        return connection.ok && connection.replaces === undefined;
      });
  const [, ...nearest] = feeding(pipeline, nodeId);
  const [near] = nearest.flatMap(fits);
  const all = pipeline.nodes.flatMap(({ id }) => fits(id));
  const from = near ?? (all.length === 1 ? all[0] : undefined);
  return from === undefined ? null : { type: 'connect', edge: { from, to }, replace: false };
}

/** Where the first table that comes into a node begins. */
function tableInto(pipeline: Pipeline, nodeId: string): WireEnd | undefined {
  const input = pipeline.node(nodeId)?.inputs.find(({ type }) => type === 'table');
  return input && pipeline.into(nodeId, input.name)[0]?.from;
}

/** The first step on a table's way to a node that learns from its rows; the node itself where there is none. */
function firstLearning(pipeline: Pipeline, nodeId: string): string {
  const from = tableInto(pipeline, nodeId);
  const node = from && pipeline.node(from.nodeId);
  if (node?.spec?.role !== 'step' || node.node.kind === COLUMNS) return nodeId;
  return firstLearning(pipeline, node.id);
}
