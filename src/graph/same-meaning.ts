import type { PipelineDocument, PipelineNode } from './document';

/** Whether two nodes differ in no more than where they stand. */
export function sameNode(a: PipelineNode, b: PipelineNode): boolean {
  return (
    a === b || (a.id === b.id && a.kind === b.kind && a.params === b.params && a.mode === b.mode && a.label === b.label)
  );
}

/** Whether two documents differ in nothing that decides what runs; parts in common are told by identity. */
export function sameMeaning(a: PipelineDocument, b: PipelineDocument): boolean {
  return (
    a.edges === b.edges &&
    a.seed === b.seed &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, index) => {
      const other = b.nodes[index];
      return other !== undefined && sameNode(node, other);
    })
  );
}
