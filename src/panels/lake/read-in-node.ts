import type { PipelineDocument, PipelineNode } from '../../graph/document';
import { freshId } from '../../graph/fresh-id';
import { text } from '../../lib/text';
import { kindTaking } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { pipelineNow } from '../../store/document/pipeline';
import { placeBelow } from '../place-below';

const LAKE = kindTaking('data-set');

/**
 * Lets a node read a data set: the newest version ('') or the one of a hash. It is the lake node that is selected alone,
 * or else a new one below the others. Returns which.
 */
export function readInNode(name: string, version: string): string {
  const { document, apply, select, selection } = useDocument.getState();
  const step = text(`Read ${name} from the lake`, `레이크에서 ${name} 읽기`);
  const params = { ...LAKE.defaults, name, version };
  const chosen = selectedReader(selection.nodes);
  if (chosen !== undefined) {
    apply({ type: 'setParams', nodeId: chosen.id, params }, step);
    return chosen.id;
  }
  const id = freshId(document, LAKE.id);
  const node = { id, kind: LAKE.id, label: '', params, position: placeBelow(document), mode: 'on' } as const;
  apply({ type: 'addNodes', nodes: [node], edges: [] }, step);
  select({ nodes: [id], edges: [], notes: [] });
  return id;
}

function selectedReader(selected: readonly string[]): PipelineNode | undefined {
  const node = selected.length === 1 ? pipelineNow().node(selected[0] ?? '')?.node : undefined;
  return node?.kind === LAKE.id ? node : undefined;
}

/** Hashes, or beginnings of hashes, of the versions of a set that nodes of a document are pinned to. */
export function pinnedVersions({ nodes }: PipelineDocument, name: string): readonly string[] {
  return nodes.flatMap(({ kind, params }) =>
    kind === LAKE.id && params.name === name && typeof params.version === 'string' && params.version !== ''
      ? [params.version]
      : [],
  );
}
