import type { PipelineNode } from '../graph/document';

/** The line in the registry that a deployment's models belong to: its name, else its label, else its id. */
export function deploymentLine({ id, label, params }: Pick<PipelineNode, 'id' | 'label' | 'params'>): string {
  const name = typeof params.name === 'string' ? params.name.trim() : '';
  return name || label.trim() || id;
}
