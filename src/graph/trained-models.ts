import type { KindShape } from './kind-shape';
import type { CompiledNode, Pipeline } from './pipeline';
import { sameEnd, type WireEnd } from './wire';

/** A model that a run of a pipeline trains. */
export interface TrainedModel<K extends KindShape = KindShape> {
  readonly trainer: CompiledNode<K>;
  /** Where it comes out as others are given it: behind the steps that change how it decides. */
  readonly output: WireEnd;
}

/**
 * The models that a pipeline trains, as they are handed on. One that goes through steps is the model behind the last of
 * them; where others read it before a step too, or several steps begin at it, it is several.
 */
export function trainedModels<K extends KindShape>(pipeline: Pipeline<K>): readonly TrainedModel<K>[] {
  return pipeline
    .enabled('trainer')
    .flatMap((trainer) =>
      modelOutputs(trainer).flatMap((from) => handedOn(pipeline, from).map((output) => ({ trainer, output }))),
    );
}

function handedOn(pipeline: Pipeline, from: WireEnd): readonly WireEnd[] {
  const readers = pipeline.nodes.filter(
    ({ id, mode, inputs }) =>
      mode === 'on' && inputs.some(({ name }) => pipeline.sources(id, name).some((source) => sameEnd(source, from))),
  );
  const steps = readers.filter(({ spec }) => spec?.role === 'model-step');
  const behind = steps.flatMap((step) => modelOutputs(step).flatMap((output) => handedOn(pipeline, output)));
  return steps.length > 0 && steps.length === readers.length ? behind : [from, ...behind];
}

const modelOutputs = ({ id, outputs }: CompiledNode): readonly WireEnd[] =>
  outputs.flatMap(({ name, type }) => (type === 'model' ? [{ nodeId: id, port: name }] : []));
