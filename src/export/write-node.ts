import { nameOf } from '../graph/node-name';
import type { Py } from '../nodes/python/py';
import { chainUpTo, linesApart } from './chain';
import type { NodeProgram } from './program';
import { reads } from './reads';
import { sharedLists } from './shared-lists';
import { sqlOf } from './sql';
import { joinedNames, type Part, type WriteRequest, type WrittenParts } from './write-parts';
import { programOf, type StagedBlock, writeAll } from './write-program';

/** A node that is to be shown. */
export interface NodeRequest extends WriteRequest {
  readonly target: string;
  /** Nodes that a person has to mend first: they are done without, unless the target needs them. */
  readonly broken?: Iterable<string>;
}

/**
 * Writes a node, and what it needs, as the slice of the whole program that it is. What else there is in the pipeline may
 * be unknown as yet: it is then done without. Fails with `columns-unknown` where what the node needs is not known.
 */
export function writeNode({ target, broken = [], ...request }: NodeRequest): NodeProgram {
  const { pipeline, codes, fitted = false } = request;
  const needed = pipeline.upstream([target]);
  const without = new Set([...broken].filter((id) => !needed.has(id)));
  const written = writeAll(request, without, (id) => !needed.has(id));
  const mine = written.parts.filter(({ nodeIds }) => nodeIds.some((id) => needed.has(id)));
  const asked = written.asked.get(target);
  const kind = pipeline.node(target)?.spec?.id ?? '';
  const select = asked === undefined ? null : (codes.get(kind)?.sql?.(asked) ?? null);
  const alone = mine.flatMap((part) => apart(part, written.parts, fitted));
  return {
    alone: programOf(
      request,
      written,
      alone.filter(({ nodeIds }) => nodeIds.every((id) => needed.has(id))),
      needed,
    ),
    whole: programOf(
      request,
      written,
      sharedLists(
        mine.map((part) => upTo(part, target, written, fitted)),
        written.name,
      ).blocks,
      needed,
    ),
    sql:
      asked === undefined || select === null
        ? null
        : sqlOf(select, asked, alone.find(({ nodeIds }) => nodeIds.includes(target))?.lines ?? []),
  };
}

/** The nodes of a part, each by itself. */
function apart(part: Part, parts: readonly Part[], isFitted: boolean): readonly StagedBlock[] {
  const { chain, stage } = part;
  if (chain === null) return [part];
  const isRead = (name: Py): boolean =>
    parts.some(({ lines, nodeIds }) => nodeIds !== part.nodeIds && reads(lines, name));
  return linesApart(chain, isFitted, isRead).flatMap((lines, at) => {
    const node = chain.chain.links[at]?.node;
    return node === undefined ? [] : [{ stage, nodeIds: [node.id], title: nameOf(node), lines }];
  });
}

/** A part as it stands in the program; of a chain that the node is in, what leads to it. */
function upTo(part: Part, target: string, { name }: Pick<WrittenParts, 'name'>, isFitted: boolean): StagedBlock {
  const { chain, nodeIds, stage } = part;
  if (chain === null || !nodeIds.includes(target) || nodeIds.at(-1) === target) return part;
  const { links, lines } = chainUpTo(chain, target, isFitted, name);
  const nodes = links.map(({ node }) => node);
  return { stage, nodeIds: nodes.map(({ id }) => id), title: joinedNames(nodes), lines };
}
