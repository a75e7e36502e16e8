import type { Block, NodeProgram, Program } from '../../export/program';
import type { Pipeline } from '../../graph/pipeline';
import type { Problem } from '../../graph/problem';
import type { FailureDetail } from '../../lib/failure';
import type { Asked } from '../use-asked';

/** A node in Python, with all that it needs; or why it cannot be written now. */
export type ShownCode =
  | { readonly is: 'written'; readonly written: NodeProgram }
  | { readonly is: 'asking' }
  /** Its columns are known once it has run. */
  | { readonly is: 'unknown' }
  /** It waits for these to be mended, its own or of nodes above it. */
  | { readonly is: 'broken'; readonly problems: readonly Problem[] }
  | { readonly is: 'failed'; readonly failure: FailureDetail };

/** What has to be mended: of all nodes, and of those that a node needs and itself. */
export function errorsOf(
  problems: readonly Problem[],
  pipeline: Pick<Pipeline, 'upstream'>,
  target: string,
): { readonly broken: readonly string[]; readonly above: readonly Problem[] } {
  const needed = pipeline.upstream([target]);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    broken: errors.flatMap(({ nodeId }) => nodeId ?? []),
    above: errors.filter(({ nodeId = '' }) => needed.has(nodeId)),
  };
}

/** What the engine answers is shown until it answers anew. */
export function shownCode(errors: readonly Problem[], asked: Asked<NodeProgram>): ShownCode {
  if (errors.length > 0) return { is: 'broken', problems: errors };
  switch (asked.state) {
    case 'answered':
      return { is: 'written', written: asked.value };
    case 'failed':
      return asked.failure.code === 'columns-unknown' ? { is: 'unknown' } : { is: 'failed', failure: asked.failure };
    case 'asking':
      return asked.last === null ? { is: 'asking' } : { is: 'written', written: asked.last };
    case 'none':
      return { is: 'asking' };
  }
}

/** The block of a program that writes a node. */
export const blockOf = ({ sections }: Program, nodeId: string): Block | undefined =>
  sections.flatMap(({ blocks }) => blocks).find(({ nodeIds }) => nodeIds.includes(nodeId));
