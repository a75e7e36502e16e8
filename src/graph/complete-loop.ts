import { applyEdit } from './apply-edit';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import type { Edit } from './edit';
import type { KindRole, KindShape, PortShape } from './kind-shape';
import { isOfUse } from './kind-shape';
import { inputsInTicks, isFree } from './open-loops';
import type { CompiledNode, Pipeline } from './pipeline';
import { wireEnd } from './wire';

/** Who feeds what while a loop ticks: the wires that lead around once. */
const ROUND: readonly { readonly role: KindRole; readonly type: PortShape['type']; readonly by: KindRole }[] = [
  { role: 'deployment', type: 'stream', by: 'stream' },
  { role: 'monitor', type: 'stream', by: 'deployment' },
  { role: 'trigger', type: 'report', by: 'monitor' },
  { role: 'retraining', type: 'signal', by: 'trigger' },
  { role: 'retraining', type: 'model', by: 'deployment' },
  { role: 'gate', type: 'model', by: 'deployment' },
  { role: 'gate', type: 'model', by: 'retraining' },
  { role: 'deployment', type: 'model', by: 'gate' },
];

/** The edit that draws the wires a loop lacks between what stands there already; null where none can be drawn. */
export function completeLoop<K extends KindShape>(document: PipelineDocument, catalog: Catalog<K>): Edit | null {
  let now = document;
  for (const { role, type, by } of ROUND) {
    const pipeline = catalog.compile(now);
    for (const node of pipeline.enabled(role)) {
      for (const input of inputsInTicks(node, type)) {
        if (!isFree(pipeline, node, input.name)) continue;
        const edge = wireFor(pipeline, node, input, by);
        if (edge !== null) now = applyEdit(now, { type: 'connect', edge, replace: false }, catalog);
      }
    }
  }
  return now === document ? null : { type: 'replaceAll', document: now };
}

/** A wire from the node of a role that is nearest around the loop: one that this one feeds or is fed by, else the first. */
function wireFor(pipeline: Pipeline, node: CompiledNode, input: PortShape, by: KindRole): PipelineEdge | null {
  const givers = pipeline.enabled(by);
  const related = new Set([...pipeline.upstream([node.id]), ...pipeline.downstream([node.id])]);
  for (const giver of [...givers.filter(({ id }) => related.has(id)), ...givers]) {
    const output = giver.outputs.find(
      (one) => one.type === input.type && isOfUse(one, input) && one.live !== undefined,
    );
    if (output !== undefined) return { from: wireEnd(giver.id, output.name), to: wireEnd(node.id, input.name) };
  }
  return null;
}
