import { applyEdit } from '../../graph/apply-edit';
import type { Catalog } from '../../graph/catalog';
import type { PipelineDocument, PipelineEdge, PipelineNode } from '../../graph/document';
import type { Edit } from '../../graph/edit';
import { freshId } from '../../graph/fresh-id';
import { GAP, NODE_HEIGHT } from '../../graph/geometry';
import { layoutPipeline, type Room } from '../../graph/layout';
import { wireEnd } from '../../graph/wire';
import type { JsonObject } from '../../lib/json';
import type { ColumnLook, DataLook } from './data-look';
import type { Proposal } from './propose';

/** What a person decided of a proposal. */
export interface Decisions {
  /** Set-aside columns that are learned from all the same. */
  readonly kept: ReadonlySet<string>;
  /** The newest rows are the test. */
  readonly byTime: boolean;
  /** Pixels are made into pictures. */
  readonly asImages: boolean;
}

/** A step of the pipeline that is to be built, in the order in which a table passes through. */
export interface Step {
  readonly kind: string;
  readonly params: JsonObject;
}

/** The steps that a file needs, from the file to what measures the model: those that the data ask for, and no others. */
export function stepsFor(look: DataLook, proposal: Proposal, file: Step, decisions: Decisions): readonly Step[] {
  const aside = new Map(
    proposal.setAside
      .filter(({ column, mayStay }) => !(mayStay && decisions.kept.has(column)))
      .map((one) => [one.column, one]),
  );
  const { target, time, part } = proposal;
  const pixels = decisions.asImages ? proposal.pixels : null;
  const inPicture = new Set(pixels?.columns);
  const features = look.columns.filter(
    ({ name }) => name !== target && name !== time && !aside.has(name) && !inPicture.has(name),
  );
  const drop = [...aside.values()].flatMap(({ column, as }) => (as === 'drop' ? [column] : []));
  // A network for pictures reads nothing beside them.
  if (pixels !== null) drop.push(...features.map(({ name }) => name));
  const settings: Record<string, JsonObject> = {};
  for (const { column, as } of aside.values()) if (as === 'id') settings[column] = { role: 'id' };
  if (time !== null) settings[time] = { role: 'time' };
  const isOf = (...types: readonly ColumnLook['type'][]) => features.some(({ type }) => types.includes(type));
  const steps: (Step | false)[] = [
    file,
    { kind: 'prepare.columns', params: { target: target ?? '', drop, settings } },
    { kind: 'prepare.split', params: splitParams(part, decisions.byTime ? time : null) },
    ...(pixels === null
      ? [
          features.some(({ missing }) => missing > 0) && { kind: 'prepare.missing', params: {} },
          isOf('category') && { kind: 'prepare.encode', params: encodeParams(features) },
          isOf('number', 'integer') && { kind: 'prepare.scale', params: {} },
          { kind: 'train.dense', params: trainParams(look.rows) },
        ]
      : [
          {
            kind: 'prepare.image',
            params: {
              columns: [...pixels.columns],
              height: pixels.side,
              width: pixels.side,
              channels: 1,
              divisor: pixels.divisor,
            },
          },
          { kind: 'train.cnn', params: trainParams(look.rows) },
        ]),
    { kind: 'train.evaluate', params: {} },
  ];
  return steps.filter((step) => step !== false);
}

const splitParams = (part: string | null, time: string | null): JsonObject =>
  part !== null ? { method: 'column', partColumn: part } : time !== null ? { method: 'time', timeColumn: time } : {};

/** A column with more words than this has its rare ones put together. */
const MANY_WORDS = 30;

const encodeParams = (features: readonly ColumnLook[]): JsonObject =>
  features.some(({ type, distinct }) => type === 'category' && distinct > MANY_WORDS)
    ? { rare: 'share', rareShare: 0.01 }
    : {};

/** Longer batches where there are many rows: as many steps teach as much, and take less time. */
const trainParams = (rows: number): JsonObject =>
  rows > 20_000 ? { batchSize: 256, learningRate: 0.003 } : rows > 4_000 ? { batchSize: 64, learningRate: 0.002 } : {};

/**
 * The edit that puts the steps on the canvas, laid out and wired. An empty canvas takes the pipeline, and its name where
 * it has none; elsewhere it stands below what is there.
 */
export function buildSteps(
  document: PipelineDocument,
  catalog: Catalog,
  steps: readonly Step[],
  about: { readonly name: string; readonly room: Room },
): Extract<Edit, { type: 'replaceAll' }> {
  const nodes: PipelineNode[] = [];
  for (const { kind, params } of steps) {
    const id = freshId(document, kind, new Set(nodes.map((node) => node.id)));
    nodes.push({ id, kind, label: '', params, position: { x: 0, y: 0 }, mode: 'on' });
  }
  const edges = wiresAlong(nodes, catalog);
  const positions = layoutPipeline(
    catalog.compile({ ...document, nodes, edges: [...edges], notes: [] }),
    about.room,
  ).positions;
  const below = Math.max(0, ...document.nodes.map(({ position }) => position.y + NODE_HEIGHT + 2 * GAP.y));
  const left = Math.min(0, ...document.nodes.map(({ position }) => position.x));
  const placed = nodes.map((node) => {
    const { x, y } = positions[node.id] ?? node.position;
    return { ...node, position: { x: x + (document.nodes.length === 0 ? 0 : left), y: y + below } };
  });
  const built = applyEdit(document, { type: 'addNodes', nodes: placed, edges }, catalog);
  const named = document.nodes.length === 0 && document.name === '' ? { ...built, name: about.name } : built;
  return { type: 'replaceAll', document: named };
}

/** Each step takes the table of the one before; what measures takes the model, and the table that it learned from. */
function wiresAlong(nodes: readonly PipelineNode[], catalog: Catalog): readonly PipelineEdge[] {
  const edges: PipelineEdge[] = [];
  const given: Record<string, string> = {};
  for (const node of nodes) {
    const { inputs, outputs } = catalog.compileNode(node);
    for (const { name, type, live } of inputs) {
      const from = given[type];
      if (from !== undefined && live !== 'only') edges.push({ from, to: wireEnd(node.id, name) });
    }
    for (const { name, type } of outputs) given[type] = wireEnd(node.id, name);
  }
  return edges;
}
