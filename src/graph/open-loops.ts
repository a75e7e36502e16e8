import type { PortShape } from './kind-shape';
import type { CompiledNode, Pipeline } from './pipeline';

/** A loop that ticks over nothing: whose rows reach no model, or whose judgement nobody hears. */
export interface OpenLoop {
  readonly nodeId: string;
  readonly open: 'stream' | 'gate';
}

/** Where a loop is open though no input asks for a wire: deployments that no stream reaches, gates that no deployment hears. */
export function openLoops(pipeline: Pipeline): readonly OpenLoop[] {
  if (pipeline.enabled('stream').length === 0) return [];
  const deployments = pipeline.enabled('deployment');
  const silent = deployments.filter((node) =>
    inputsInTicks(node, 'stream').some(({ name }) => isFree(pipeline, node, name)),
  );
  const unheard = pipeline
    .enabled('gate')
    .filter(({ id }) => !pipeline.nodes.some((node) => node.inputs.some((input) => feeds(pipeline, id, node, input))));
  return [
    ...silent.map(({ id }): OpenLoop => ({ nodeId: id, open: 'stream' })),
    ...unheard.map(({ id }): OpenLoop => ({ nodeId: id, open: 'gate' })),
  ];
}

/** Inputs that hear something in the ticks alone. */
export const inputsInTicks = (node: CompiledNode, type: PortShape['type']): readonly PortShape[] =>
  node.inputs.filter((input) => input.type === type && input.live === 'only');

export const isFree = (pipeline: Pipeline, { id }: CompiledNode, port: string): boolean =>
  pipeline.sources(id, port).length === 0 && pipeline.into(id, port).length === 0;

const feeds = (pipeline: Pipeline, from: string, { id, mode }: CompiledNode, { name }: PortShape): boolean =>
  mode === 'on' && pipeline.sources(id, name).some(({ nodeId }) => nodeId === from);
