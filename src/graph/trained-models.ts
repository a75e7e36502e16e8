import type { KindRole, KindShape } from './kind-shape';
import type { CompiledNode, Pipeline } from './pipeline';
import { sameEnd, type WireEnd } from './wire';

/** A model that a run of a pipeline trains. */
export interface TrainedModel<K extends KindShape = KindShape> {
  readonly trainer: CompiledNode<K>;
  /** Where it comes out as others are given it: behind the steps that change how it decides. */
  readonly output: WireEnd;
}

/**
 * The models that a pipeline trains, as they are handed on: behind the last of the steps that they go through. Where one
 * training becomes several, those that deployments serve count, each; without any the one that rows are answered with,
 * or that is evaluated first.
 */
export function trainedModels<K extends KindShape>(pipeline: Pipeline<K>): readonly TrainedModel<K>[] {
  return pipeline
    .enabled('trainer')
    .flatMap((trainer) =>
      modelOutputs(trainer).flatMap((from) =>
        ofOneTraining(pipeline, handedOn(pipeline, from)).map((output) => ({ trainer, output })),
      ),
    );
}

function ofOneTraining(pipeline: Pipeline, outputs: readonly WireEnd[]): readonly WireEnd[] {
  const readBy = (role: KindRole): readonly WireEnd[] =>
    outputs.filter((output) => readersOf(pipeline, output).some(({ spec }) => spec?.role === role));
  const served = readBy('deployment');
  return served.length > 0 ? served : [...readBy('answers'), ...readBy('evaluator'), ...outputs].slice(0, 1);
}

function handedOn(pipeline: Pipeline, from: WireEnd): readonly WireEnd[] {
  const readers = readersOf(pipeline, from).filter(({ mode }) => mode === 'on');
  const steps = readers.filter(({ spec }) => spec?.role === 'model-step');
  const behind = steps.flatMap((step) => modelOutputs(step).flatMap((output) => handedOn(pipeline, output)));
  return steps.length > 0 && steps.length === readers.length ? behind : [from, ...behind];
}

/** The nodes that an output is wired to, directly. */
export const readersOf = (pipeline: Pipeline, output: WireEnd): readonly CompiledNode[] =>
  pipeline.nodes.filter(({ id, inputs }) =>
    inputs.some(({ name }) => pipeline.sources(id, name).some((source) => sameEnd(source, output))),
  );

const modelOutputs = ({ id, outputs }: CompiledNode): readonly WireEnd[] =>
  outputs.flatMap(({ name, type }) => (type === 'model' ? [{ nodeId: id, port: name }] : []));
