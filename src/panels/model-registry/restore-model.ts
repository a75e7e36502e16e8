import { freshId } from '../../graph/fresh-id';
import type { Text } from '../../lib/text';
import { kindTaking } from '../../nodes/catalog';
import type { FileRef } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { placeBelow } from '../place-below';

const SAVED = kindTaking('model-file');

/** Puts a kept model on the canvas as a node that loads its file. Returns the node's id. */
export function restoreModel({ name, hash, bytes }: FileRef, label: string, step: Text): string {
  const { document, apply, select } = useDocument.getState();
  const id = freshId(document, SAVED.id);
  const params = { ...SAVED.defaults, file: { name, hash, bytes } };
  const node = { id, kind: SAVED.id, label, params, position: placeBelow(document), mode: 'on' } as const;
  apply({ type: 'addNodes', nodes: [node], edges: [] }, step);
  select({ nodes: [id], edges: [], notes: [] });
  return id;
}
