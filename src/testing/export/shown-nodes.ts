import { readFile } from 'node:fs/promises';
import type { PythonProgram } from '../../application/export-python';
import { answered } from '../../application/result';
import { createWorkspace } from '../../application/workspace';
import type { EngineEvent } from '../../engine/events';
import { indexKinds } from '../../engine/kinds';
import type { Block, NodeProgram, Program } from '../../export/program';
import type { PipelineDocument } from '../../graph/document';
import { flattenGroups } from '../../graph/flatten-groups';
import { checkPipeline, type OutputSchemas } from '../../nodes/check-pipeline';
import { sourceLines } from '../../nodes/python/layout';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { emptyHost } from '../engine/fake-kinds';

const kinds = indexKinds(specs, runners);

/** A workspace whose nodes can be asked for in Python, as a page asks. */
export function askingWorkspace(document: PipelineDocument, files: ReadonlyMap<string, Uint8Array> = new Map()) {
  const workspace = createWorkspace({
    kinds,
    host: {
      ...emptyHost,
      readAsset: (path) => readFile(new URL(`../../../public/${path}`, import.meta.url)),
      readFile: async (hash) => files.get(hash) ?? new Uint8Array(),
    },
  });
  const run = { document, backend: 'cpu', signal: new AbortController().signal, emit: () => undefined } as const;
  const pipeline = kinds.catalog.compile(flattenGroups(document));
  let { schemas } = checkPipeline(pipeline);
  return {
    pipeline,
    /** Runs it; the page then knows of each node what it gave. */
    async run(): Promise<void> {
      const learned: Record<string, OutputSchemas> = {};
      const emit = (event: EngineEvent): void => {
        if (event.type !== 'nodeCompleted') return;
        const outputs = Object.entries(event.outputs).map(([port, { schema }]) => [port, schema] as const);
        learned[event.nodeId] = Object.fromEntries(outputs);
      };
      const { report } = await workspace.run({ ...run, emit, runId: 'r' });
      const failures = Object.values(report.nodes).flatMap(({ failure }) => failure?.message.en ?? []);
      if (report.status !== 'completed') throw new Error(failures.join(' '));
      ({ schemas } = checkPipeline(pipeline, learned));
    },
    nodeInPython: (nodeId: string) => workspace.nodeInPython({ document, backend: 'cpu', nodeId, schemas, broken: [] }),
    async shown(nodeId: string): Promise<NodeProgram> {
      return answered(await this.nodeInPython(nodeId));
    },
    exported: async (): Promise<PythonProgram> =>
      answered(await workspace.exportPython({ ...run, language: 'en', fitted: false })),
  };
}

export const blocksOf = ({ sections }: Program): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
export const pythonOf = ({ lines }: Pick<Block, 'lines'>): string => sourceLines(lines, 'en').join('\n');
