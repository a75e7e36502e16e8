import { describe, expect, it } from 'vitest';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import { deploymentLine, trainingLine } from './model-lines';

const node = (id: string, kind: string, change: Partial<PipelineNode> = {}): PipelineNode => ({
  id,
  kind,
  label: '',
  params: {},
  position: { x: 0, y: 0 },
  mode: 'on',
  ...change,
});
const train = node('dense1', 'train.dense');
const deploy = node('deploy1', 'serve.deploy');
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
    const second = node('deploy2', 'serve.deploy');
    const twice = { edges: [wired, { from: 'dense1.model', to: 'deploy2.model' }] };
    expect(trainingLine(pipeline([train, deploy, second], twice), 'dense1')).toBe('Loans');
  });

  it('names the node too where a pipeline trains several', () => {
    const linear = node('linear1', 'train.linear', { label: 'Linear' });
    expect(trainingLine(pipeline([train, linear]), 'linear1')).toBe('Loans / Linear');
    expect(trainingLine(pipeline([train, node('eval', 'train.evaluate')]), 'dense1')).toBe('Loans');
    expect(trainingLine(pipeline([train], { name: '' }), 'dense1')).toBe('dense1');
  });
});
