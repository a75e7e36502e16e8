import { DOCUMENT_VERSION, type PipelineDocument } from './document';

/** A pipeline with nothing on it. */
export const emptyDocument = (name = ''): PipelineDocument => ({
  format: 'millrace/pipeline',
  version: DOCUMENT_VERSION,
  name,
  description: '',
  seed: 42,
  nodes: [],
  edges: [],
  notes: [],
});
