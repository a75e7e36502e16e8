import type { PipelineNode } from '../graph/document';
import type { Pipeline } from '../graph/pipeline';
import { readersOf, type TrainedModel } from '../graph/trained-models';

/**
 * The line of models that a deployment serves from, with one champion: the name it was given, or else the pipeline's
 * name with the node's.
 */
export function deploymentLine({ document, node }: Pipeline, deployment: string): string {
  const found = node(deployment)?.node;
  const given = found?.params.name;
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  return within(document.name, found === undefined ? deployment : nameOf(found));
}

/**
 * The line that a trained model joins: that of the deployment it goes to, on or off, or else the pipeline's own name,
 * with the node's where several of the pipeline's nodes train.
 */
export function trainingLine(pipeline: Pipeline, { trainer, output }: TrainedModel): string {
  const deployments = readersOf(pipeline, output).filter(({ spec }) => spec?.role === 'deployment');
  const [deployment] = deployments;
  if (deployment !== undefined && deployments.length === 1) return deploymentLine(pipeline, deployment.id);
  const { name } = pipeline.document;
  return pipeline.enabled('trainer').length === 1 && name !== '' ? name : within(name, nameOf(trainer.node));
}

const within = (pipeline: string, part: string): string => (pipeline === '' ? part : `${pipeline} / ${part}`);

const nameOf = ({ id, label }: PipelineNode): string => (label === '' ? id : label);
