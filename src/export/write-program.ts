import { nameOf } from '../graph/node-name';
import { tickingNodes } from '../graph/ticking';
import type { SpecPipeline } from '../nodes/catalog';
import type { PyWire } from '../nodes/contract/code';
import { needs } from './needs';
import type { Block, Codes, LoopStep, Program, Section, WholeProgram } from './program';
import { sharedLists } from './shared-lists';
import { type Part, type WriteRequest, type WrittenParts, writeParts } from './write-parts';

/**
 * Writes a pipeline in Python. Nodes that are off, or lack an input, are left out and named. Fails with
 * `columns-unknown` where the columns at a wire are not known yet.
 */
export function writeProgram(request: WriteRequest): WholeProgram {
  const written = writeAll(request, new Set(), () => false);
  const { parts, arrays, wires, name } = written;
  const { blocks, renamed } = sharedLists(parts, name);
  const variables = new Map([...variablesOf(wires)].map(([end, variable]) => [end, renamed.get(variable) ?? variable]));
  return { ...programOf(request, written, blocks, null), arrays, variables, parts: partsOf(wires) };
}

/** Writes a pipeline but for some nodes, and for those that fail where they may. */
export function writeAll(
  request: WriteRequest,
  without: ReadonlySet<string>,
  mayFail: (nodeId: string) => boolean,
): WrittenParts {
  const written = writeParts(request, { taken: [], without, mayFail });
  if (written.failed.size > 0) return writeAll(request, new Set([...without, ...written.failed]), mayFail);
  const { helpers, imports } = needs(written.parts.flatMap(({ lines }) => lines));
  const brought = [...helpers.map(({ name }) => name), ...imports.map((use) => ('as' in use ? use.as : use.name))];
  // What a program needs is known once it is written: a variable called like a part of it gets another name.
  if (!brought.some((name) => written.names.has(name))) return written;
  return writeParts(request, { taken: brought, without, mayFail });
}

/** A program of these blocks, which do what some nodes do, or all. */
export function programOf(
  { pipeline, codes }: Pick<WriteRequest, 'pipeline' | 'codes'>,
  { leftOut, data }: Pick<WrittenParts, 'leftOut' | 'data'>,
  blocks: readonly StagedBlock[],
  wanted: ReadonlySet<string> | null,
): Program {
  const isWanted = ({ nodeId }: { readonly nodeId: string }): boolean => wanted === null || wanted.has(nodeId);
  return {
    name: pipeline.document.name,
    sections: bySection(blocks),
    loop: loopOf(pipeline, codes, wanted),
    leftOut: leftOut.filter(isWanted).map(({ why }) => why),
    ...needs(blocks.flatMap(({ lines }) => lines)),
    data: data.filter(isWanted),
  };
}

/** What the nodes do in a tick, in the order in which they are asked; nothing where no stream hands out rows. */
function loopOf(pipeline: SpecPipeline, codes: Codes, wanted: ReadonlySet<string> | null): readonly LoopStep[] {
  const nodes = tickingNodes(pipeline).filter(({ node }) => wanted === null || wanted.has(node.id));
  if (!nodes.some(({ node }) => node.spec?.role === 'stream')) return [];
  return nodes.flatMap(({ node, params }) => {
    const loop = codes.get(node.spec?.id ?? '')?.loop;
    return loop === undefined ? [] : [{ nodeId: node.id, title: nameOf(node), does: loop(params) }];
  });
}

export type StagedBlock = Block & Pick<Part, 'stage'>;

/** Blocks come in the order of the stages: each stage is one section. */
function bySection(blocks: readonly StagedBlock[]): readonly Section[] {
  const sections: { stage: Part['stage']; blocks: Block[] }[] = [];
  for (const { stage, nodeIds, title, lines } of blocks) {
    const last = sections.at(-1);
    if (last?.stage === stage) last.blocks.push({ nodeIds, title, lines });
    else sections.push({ stage, blocks: [{ nodeIds, title, lines }] });
  }
  return sections;
}

function variablesOf(wires: ReadonlyMap<string, PyWire>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [end, wire] of wires) {
    const py =
      wire.type === 'table'
        ? wire.frame
        : wire.type === 'model'
          ? wire.estimator
          : 'figures' in wire
            ? wire.figures
            : null;
    if (py !== null && typeof py.piece === 'string') found.set(end, py.piece);
    if (wire.type === 'model' && typeof wire.features.piece === 'string')
      found.set(`${end}.features`, wire.features.piece);
  }
  return found;
}

function partsOf(wires: ReadonlyMap<string, PyWire>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [end, wire] of wires) {
    if (wire.type === 'table' && typeof wire.parts?.piece === 'string') found.set(end, wire.parts.piece);
  }
  return found;
}
