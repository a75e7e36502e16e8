import { applyEdit } from '../../graph/apply-edit';
import { clipOf } from '../../graph/clipboard';
import type { PipelineDocument, PipelineEdge } from '../../graph/document';
import type { Edit } from '../../graph/edit';
import { emptyDocument } from '../../graph/empty-document';
import { freshId } from '../../graph/fresh-id';
import { isOfUse } from '../../graph/kind-shape';
import { openDocument } from '../../graph/open-document';
import { pasteEdit } from '../../graph/paste';
import { wiresAfter } from '../../graph/plan-wires';
import { saveDocument } from '../../graph/save-document';
import { structureProblems } from '../../graph/structure-problems';
import { wireEnd } from '../../graph/wire';
import { createRandom, type Random } from '../../lib/random';
import { catalog } from '../../nodes/catalog';

/** Edits in a sequence. */
const LENGTH = 12;

/** A sequence of edits that broke a document, with what is wrong with it. */
export interface BrokenSequence {
  readonly seed: number;
  readonly edits: readonly Edit[];
  readonly problems: readonly string[];
}

/**
 * Does to pipelines what people do to them, at random: wires, deletes with and without healing, splices, changes kinds,
 * pastes, adds behind, undoes. Each sequence starts from one of `starts`, or from an empty canvas, and follows from its
 * seed. Gives those after which a document is not whole: it has a problem of structure, or does not come back as it is
 * from its file.
 */
export function brokenSequences(
  starts: readonly PipelineDocument[],
  seed: number,
  count: number,
): readonly BrokenSequence[] {
  const broken: BrokenSequence[] = [];
  for (let i = 0; i < count; i++) {
    const found = playSequence([...starts, emptyDocument('')], seed + i);
    if (found !== null) broken.push(found);
  }
  return broken;
}

function playSequence(starts: readonly PipelineDocument[], seed: number): BrokenSequence | null {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[random.integer(Math.max(1, items.length))];
  let document = pick(starts) ?? emptyDocument('');
  const edits: Edit[] = [];
  const before: { readonly document: PipelineDocument; readonly bytes: string }[] = [];
  for (let step = 0; step < LENGTH; step++) {
    const last = random.next() < 0.1 ? before.pop() : undefined;
    if (last !== undefined) {
      document = last.document;
      if (saveDocument(document) !== last.bytes) return { seed, edits, problems: ['undo gave other bytes'] };
      continue;
    }
    const edit = someEdit(document, random, pick);
    if (edit === null) continue;
    edits.push(edit);
    before.push({ document, bytes: saveDocument(document) });
    document = applyEdit(document, edit, catalog);
    const compiled = catalog.compile(document);
    const problems = structureProblems(compiled);
    const useless = compiled.wires.filter(({ output, input }) => output && input && !isOfUse(output, input));
    if (useless.length > 0) {
      return { seed, edits, problems: useless.map(({ edge }) => `${edge.to} can do nothing with ${edge.from}`) };
    }
    if (problems.length > 0) {
      return { seed, edits, problems: problems.map(({ code, nodeId, port }) => `${code} at ${nodeId}.${port}`) };
    }
  }
  const saved = saveDocument(document);
  const opened = openDocument(saved, catalog);
  return opened.ok && saveDocument(opened.document) === saved
    ? null
    : { seed, edits, problems: ['does not come back from its file as it is'] };
}

type Pick = <T>(items: readonly T[]) => T | undefined;

function someEdit(document: PipelineDocument, random: Random, pick: Pick): Edit | null {
  const ids = document.nodes.map(({ id }) => id);
  const some = (most: number): readonly string[] =>
    Array.from({ length: 1 + random.integer(most) }, () => pick(ids)).filter((id) => id !== undefined);
  const nodeId = pick(ids) ?? '';
  const edge = pick(document.edges);
  switch (random.integer(10)) {
    case 0:
    case 1:
      return { type: 'remove', nodeIds: some(3), edges: [], noteIds: [], heal: true };
    case 2:
      return { type: 'remove', nodeIds: some(2), edges: edge === undefined ? [] : [edge], noteIds: [] };
    case 3:
    case 4: {
      const wire = someWire(document, pick);
      return wire === null ? null : { type: 'connect', edge: wire, replace: random.next() < 0.5 };
    }
    case 5:
      return edge === undefined ? null : { type: 'splice', nodeId, edge };
    case 6: {
      const kind = pick(catalog.all);
      return kind === undefined ? null : { type: 'setKind', nodeId, kind: kind.id, params: {} };
    }
    case 7: {
      const clip = clipOf(document, some(4));
      return clip.nodes.length === 0 ? null : pasteEdit(document, clip);
    }
    case 8:
      return { type: 'setMode', nodeIds: some(2), mode: pick(['on', 'off', 'bypassed'] as const) ?? 'on' };
    default:
      return addBehind(document, nodeId, pick);
  }
}

/** A node put behind another, wired as the palette wires it. */
function addBehind(document: PipelineDocument, afterId: string, pick: Pick): Edit | null {
  const kind = pick(catalog.all);
  if (kind === undefined) return null;
  const id = freshId(document, kind.id);
  const node = { id, kind: kind.id, label: '', params: {}, position: { x: 0, y: 0 }, mode: 'on' as const };
  const nodes = [node];
  const edges =
    afterId === '' ? [] : wiresAfter({ ...document, nodes: [...document.nodes, node] }, catalog, id, afterId);
  return { type: 'addNodes', nodes, edges };
}

/** A wire between any output and any input, allowed or not. */
function someWire(document: PipelineDocument, pick: Pick): PipelineEdge | null {
  const [source, target] = [pick(document.nodes), pick(document.nodes)];
  if (source === undefined || target === undefined) return null;
  const output = pick(catalog.compileNode(source).outputs);
  const input = pick(catalog.compileNode(target).inputs);
  if (output === undefined || input === undefined) return null;
  return { from: wireEnd(source.id, output.name), to: wireEnd(target.id, input.name) };
}
