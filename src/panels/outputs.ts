import type { PipelineDocument } from '../graph/document';
import { flattenGroups } from '../graph/flatten-groups';
import type { PortType } from '../graph/schema-types';
import type { Translator } from '../i18n/use-t';
import { catalog } from '../nodes/catalog';
import { distinctName } from '../store/document/node-name';
import type { NodeRun } from '../store/run/run-state';
import type { OutputRef } from '../worker/protocol';

/** An output that can be looked at now. */
export interface ReadyOutput {
  readonly nodeId: string;
  readonly port: string;
  readonly type: PortType;
  readonly ref: OutputRef;
  /** Of a table. */
  readonly rows: number | undefined;
  /** The node, with what feeds it where another has its name, and its port where it has more than one output. */
  readonly name: string;
}

/** The outputs that the engine holds, of one type or of all, in the document's order. */
export function readyOutputs(
  document: PipelineDocument,
  runs: Readonly<Record<string, NodeRun>>,
  say: Translator['say'],
  type?: PortType,
): readonly ReadyOutput[] {
  const flat = flattenGroups(document);
  return flat.nodes.flatMap((node) => {
    const run = runs[node.id];
    const { outputs } = catalog.compileNode(node);
    if (!run?.key) return [];
    const { key } = run;
    const name = distinctName(flat, node, say);
    return outputs
      .filter((port) => run.outputs[port.name] !== undefined && (type === undefined || port.type === type))
      .map((port) => ({
        nodeId: node.id,
        port: port.name,
        type: port.type,
        ref: { key, port: port.name },
        rows: run.outputs[port.name]?.rows,
        name: outputs.length > 1 ? `${name} · ${say(port.title)}` : name,
      }));
  });
}

export const refKey = (ref: OutputRef): string => `${ref.key}/${ref.port}`;
