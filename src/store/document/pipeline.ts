import type { PipelineNode } from '../../graph/document';
import { catalog } from '../../nodes/catalog';
import { useDocument } from './document-store';
import { asRun, type ShownPipeline } from './pipeline-as-run';

export type { ShownPipeline };

/** The document as it stands now, as a pipeline. */
export const pipelineNow = (): ShownPipeline => catalog.compile(useDocument.getState().document);

/** The document as it stands, as a pipeline; a component that uses it is drawn again with each edit. */
export const usePipeline = (): ShownPipeline => catalog.compile(useDocument((state) => state.document));

/** The document as the engine runs it; a component that uses it is drawn again with each edit. */
export const useRunPipeline = (): ShownPipeline => asRun(useDocument((state) => state.document));

/** One node of the document, as it stands. */
export const useNode = (nodeId: string | null): PipelineNode | undefined =>
  useDocument((state) => catalog.compile(state.document).node(nodeId ?? '')?.node);
