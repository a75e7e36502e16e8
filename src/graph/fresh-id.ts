import type { PipelineDocument } from './document';

/** An id no node or note has yet: the kind's last word and the first free number (`scale1`, `scale2`). */
export function freshId(
  document: Pick<PipelineDocument, 'nodes' | 'notes'>,
  kind: string,
  alsoTaken: ReadonlySet<string> = new Set(),
): string {
  const taken = new Set([...document.nodes.map((n) => n.id), ...document.notes.map((n) => n.id), ...alsoTaken]);
  const word =
    kind
      .slice(kind.lastIndexOf('.') + 1)
      .replace(/[^A-Za-z0-9_-]/g, '')
      .slice(0, 48) || 'node';
  for (let number = 1; ; number++) {
    const id = `${word}${number}`;
    if (!taken.has(id)) return id;
  }
}
