import '../lib/zod-without-eval';
import { z } from 'zod';
import { isObject, type Json } from '../lib/json';
import { type Text, text } from '../lib/text';
import type { Clip } from './clipboard';
import {
  edgeSchema,
  nodeSchema,
  noteSchema,
  type PipelineDocument,
  type PipelineEdge,
  type PipelineNode,
  type PipelineNote,
} from './document';
import type { Edit } from './edit';
import { freshId } from './fresh-id';
import { migrate } from './migrations/migrate';
import { setAsideUnknown } from './unknown-fields';
import { parseEnd, wireEnd } from './wire';

const clipSchema = z.object({
  format: z.enum(['millrace/clip', 'millrace/pipeline']),
  nodes: z.array(nodeSchema).max(2_000),
  edges: z.array(edgeSchema).max(10_000),
  notes: z.array(noteSchema).max(1_000),
});

/** The name of the whole pipeline that a text is; null where it is none, such as copied nodes. */
export function pipelineNameIn(source: string): string | null {
  try {
    const json: Json = JSON.parse(source);
    if (!isObject(json) || json.format !== 'millrace/pipeline') return null;
    return typeof json.name === 'string' ? json.name : '';
  } catch {
    return null;
  }
}

/** Reads copied nodes, or a whole pipeline, from the clipboard's text; foreign text is refused with a reason. */
export function readClip(
  source: string,
): { readonly ok: true; readonly clip: Clip } | { readonly ok: false; readonly reason: Text } {
  const refuse = { ok: false, reason: text('The clipboard holds no nodes.', '클립보드에 노드가 없어요.') } as const;
  let json: Json;
  try {
    json = JSON.parse(source);
  } catch {
    return refuse;
  }
  if (!isObject(json)) return refuse;
  const migrated = migrate(json);
  const parsed = clipSchema.safeParse(migrated.ok ? setAsideUnknown(migrated.document).document : undefined);
  if (!parsed.success) return refuse;
  const { nodes, edges, notes } = parsed.data;
  return { ok: true, clip: { nodes, edges, notes } };
}

/** How far a copy stands from what it was copied from, in pixels. */
const STEP = 40;

/**
 * The edit that puts a clip on the canvas with fresh ids: its top left corner at `at`, or beside the
 * place it was copied from where `at` is left out.
 */
export function pasteEdit(
  document: PipelineDocument,
  clip: Clip,
  at?: { readonly x: number; readonly y: number },
): Extract<Edit, { type: 'addNodes' }> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const give = (old: string, kind: string): void => {
    const id = freshId(document, kind, taken);
    taken.add(id);
    ids.set(old, id);
  };
  for (const node of clip.nodes) give(node.id, node.kind);
  for (const note of clip.notes) give(note.id, 'note');
  const items = [...clip.nodes, ...clip.notes];
  const left = Math.min(...items.map((item) => item.position.x));
  const top = Math.min(...items.map((item) => item.position.y));
  const shift = at === undefined ? freeShift(document, items) : { x: at.x - left, y: at.y - top };
  const place = <T extends PipelineNode | PipelineNote>(item: T): T => ({
    ...item,
    id: ids.get(item.id) ?? item.id,
    position: { x: Math.round(item.position.x + shift.x), y: Math.round(item.position.y + shift.y) },
  });
  const rename = (end: string): string | null => {
    const { nodeId, port } = parseEnd(end);
    const id = ids.get(nodeId);
    return id === undefined ? null : wireEnd(id, port);
  };
  const edges = clip.edges.flatMap((edge): PipelineEdge[] => {
    const [from, to] = [rename(edge.from), rename(edge.to)];
    return from === null || to === null ? [] : [{ from, to }];
  });
  return { type: 'addNodes', nodes: clip.nodes.map(place), edges, notes: clip.notes.map(place) };
}

/** The first step down and right at which no copy stands exactly on anything. */
function freeShift(
  document: PipelineDocument,
  items: readonly (PipelineNode | PipelineNote)[],
): { readonly x: number; readonly y: number } {
  const spots = new Set([...document.nodes, ...document.notes].map(({ position: p }) => `${p.x} ${p.y}`));
  let step = STEP;
  while (items.some(({ position: p }) => spots.has(`${Math.round(p.x + step)} ${Math.round(p.y + step)}`)))
    step += STEP;
  return { x: step, y: step };
}
