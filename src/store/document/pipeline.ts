import type { PipelineNode } from '../../graph/document';
import type { Pipeline } from '../../graph/pipeline';
import { catalog } from '../../nodes/catalog';
import type { AnySpec } from '../../nodes/contract/kind';
import type { KindId } from '../../nodes/specs';
import { useDocument } from './document-store';

/** A pipeline of this build's kinds. */
export type ShownPipeline = Pipeline<AnySpec<KindId>>;

/** The document as it stands now, as a pipeline. */
export const pipelineNow = (): ShownPipeline => catalog.compile(useDocument.getState().document);

/** The document as it stands, as a pipeline; a component that uses it is drawn again with each edit. */
export const usePipeline = (): ShownPipeline => catalog.compile(useDocument((state) => state.document));

/** One node of the document, as it stands. */
export const useNode = (nodeId: string | null): PipelineNode | undefined =>
  useDocument((state) => catalog.compile(state.document).node(nodeId ?? '')?.node);
