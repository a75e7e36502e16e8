import { describe, expect, it } from 'vitest';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import { trainedModels } from '../graph/trained-models';
import { exampleCatalog, exampleNode as node } from '../testing/graph/example-catalog';
import { deploymentLine as lineOfDeployment, trainingLine as lineOfTraining } from './model-lines';

const deploymentLine = (document: PipelineDocument, id: string) =>
  lineOfDeployment(exampleCatalog.compile(document), id);
/** The lines of all that a node trains. */
const trainingLine = (document: PipelineDocument, id: string): string => {
  const compiled = exampleCatalog.compile(document);
  const own = trainedModels(compiled).filter(({ trainer }) => trainer.id === id);
  return own.map((trained) => lineOfTraining(compiled, trained)).join();
};
const train = node('dense1', 'train.dense');
const deploy = node('deploy1', 'serve.serve');
const wired = { from: 'dense1.model', to: 'deploy1.model' };
const pipeline = (nodes: readonly PipelineNode[], change: Partial<PipelineDocument> = {}): PipelineDocument => ({
  ...emptyDocument('Loans'),
  nodes: [...nodes],
  ...change,
});

describe('the line of a model', () => {
  it('is the name given to its deployment, or else the pipeline’s with the node’s', () => {
    expect(deploymentLine(pipeline([deploy]), 'deploy1')).toBe('Loans / deploy1');
    expect(deploymentLine(pipeline([{ ...deploy, label: 'Branch' }]), 'deploy1')).toBe('Loans / Branch');
    expect(deploymentLine(pipeline([{ ...deploy, params: { name: ' loans-eu ' } }]), 'deploy1')).toBe('loans-eu');
    expect(deploymentLine(pipeline([deploy], { name: '' }), 'deploy1')).toBe('deploy1');
  });

  it('is that of the deployment that it goes to, where it goes to one', () => {
    expect(trainingLine(pipeline([train, deploy], { edges: [wired] }), 'dense1')).toBe('Loans / deploy1');
    const second = node('deploy2', 'serve.serve');
    const twice = { edges: [wired, { from: 'dense1.model', to: 'deploy2.model' }] };
    expect(trainingLine(pipeline([train, deploy, second], twice), 'dense1')).toBe('Loans');
  });

  it('names the node too where a pipeline trains several', () => {
    const linear = node('linear1', 'train.dense', { label: 'Linear' });
    expect(trainingLine(pipeline([train, linear]), 'linear1')).toBe('Loans / Linear');
    expect(trainingLine(pipeline([train, node('eval', 'train.evaluate')]), 'dense1')).toBe('Loans');
    expect(trainingLine(pipeline([train], { name: '' }), 'dense1')).toBe('dense1');
  });

  it('is the pipeline’s own whatever else stands on the canvas that trains nothing', () => {
    const saved = node('saved1', 'train.saved');
    const off = node('dense2', 'train.dense', { mode: 'off' });
    const through = node('dense3', 'train.dense', { mode: 'bypassed' });
    expect(trainingLine(pipeline([train, saved, off, through]), 'dense1')).toBe('Loans');
  });

  it('is that of the deployment that it reaches through a bypassed node, and of one that is off for now', () => {
    const gate = node('gate1', 'retrain.gate', { mode: 'bypassed' });
    const edges = [
      { from: 'dense1.model', to: 'gate1.model' },
      { from: 'gate1.model', to: 'deploy1.model' },
    ];
    expect(trainingLine(pipeline([train, gate, deploy], { edges }), 'dense1')).toBe('Loans / deploy1');
    expect(trainingLine(pipeline([train, { ...deploy, mode: 'off' }], { edges: [wired] }), 'dense1')).toBe(
      'Loans / deploy1',
    );
  });

  it('is that of the deployment behind a step that sets how it decides, and of one model alone', () => {
    const step = node('threshold1', 'train.threshold');
    const edges = [
      { from: 'dense1.model', to: 'threshold1.model' },
      { from: 'threshold1.model', to: 'deploy1.model' },
    ];
    expect(trainingLine(pipeline([train, step, deploy], { edges }), 'dense1')).toBe('Loans / deploy1');
    expect(trainingLine(pipeline([train, step, deploy], { edges: edges.slice(0, 1) }), 'dense1')).toBe('Loans');
    const readBefore = { edges: [...edges, { from: 'dense1.model', to: 'eval.model' }] };
    const evaluated = pipeline([train, step, deploy, node('eval', 'train.evaluate')], readBefore);
    expect(trainingLine(evaluated, 'dense1')).toBe('Loans / deploy1');
  });
});
