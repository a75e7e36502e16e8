import type { PipelineDocument } from '../../graph/document';
import { flattenGroups } from '../../graph/flatten-groups';
import type { Pipeline } from '../../graph/pipeline';
import { catalog } from '../../nodes/catalog';
import type { AnySpec } from '../../nodes/contract/kind';
import type { KindId } from '../../nodes/specs';

/** A pipeline of this build's kinds. */
export type ShownPipeline = Pipeline<AnySpec<KindId>>;

/** A document as the engine runs it: what is within a group stands beside the rest, as `GROUP/NODE`. */
export const asRun = (document: PipelineDocument): ShownPipeline => catalog.compile(flattenGroups(document));
