import type { PipelineDocument, PipelineNode } from '../graph/document';
import { parseEnd } from '../graph/wire';

/**
 * The line of models that a deployment serves from, with one champion: the name it was given, or else the pipeline's
 * name with the node's.
 */
export function deploymentLine(document: PipelineDocument, deployment: string): string {
  const node = document.nodes.find(({ id }) => id === deployment);
  const given = node?.params.name;
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  return within(document, node === undefined ? deployment : nameOf(node));
}

/**
 * The line that a trained model joins: that of the deployment it goes to, or else the pipeline's own name, with the
 * node's where the pipeline trains several.
 */
export function trainingLine(document: PipelineDocument, nodeId: string): string {
  const kindOf = (id: string): string => document.nodes.find((node) => node.id === id)?.kind ?? '';
  const deployments = document.edges
    .filter(({ from }) => parseEnd(from).nodeId === nodeId)
    .map(({ to }) => parseEnd(to).nodeId)
    .filter((id) => kindOf(id) === 'serve.deploy');
  const [deployment] = deployments;
  if (deployment !== undefined && deployments.length === 1) return deploymentLine(document, deployment);
  const node = document.nodes.find(({ id }) => id === nodeId);
  const name = node === undefined ? nodeId : nameOf(node);
  const trainers = document.nodes.filter(({ kind }) => kind.startsWith('train.') && kind !== 'train.evaluate');
  return trainers.length === 1 && document.name !== '' ? document.name : within(document, name);
}

const within = ({ name }: PipelineDocument, part: string): string => (name === '' ? part : `${name} / ${part}`);

const nameOf = ({ id, label }: PipelineNode): string => (label === '' ? id : label);
