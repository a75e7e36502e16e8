import type { Block, Codes, Program } from '../../export/program';
import { writeProgram } from '../../export/write-program';
import { flattenGroups } from '../../graph/flatten-groups';
import type { Problem } from '../../graph/problem';
import { Failure, type FailureDetail } from '../../lib/failure';
import { catalog } from '../../nodes/catalog';
import { checkPipeline } from '../../nodes/check-pipeline';
import type { DocumentState } from '../../store/document/document-state';

/** A node in Python, with all that it needs; or why it cannot be written now. */
export type ShownCode =
  | { readonly is: 'written'; readonly program: Program }
  /** Its columns are known once it has run. */
  | { readonly is: 'unknown' }
  /** It waits for these to be mended, its own or of nodes above it. */
  | { readonly is: 'broken'; readonly problems: readonly Problem[] }
  | { readonly is: 'failed'; readonly failure: FailureDetail };

/** Writes a node of the document as it stands, by what is known of its columns. `apart`: its steps by themselves. */
export function shownCode(
  { document, problems, schemas }: Pick<DocumentState, 'document' | 'problems' | 'schemas'>,
  target: string,
  { codes, apart = false }: { readonly codes: Codes; readonly apart?: boolean },
): ShownCode {
  const flat = flattenGroups(document);
  const pipeline = catalog.compile(flat);
  const needed = pipeline.upstream([target]);
  const errors = problems.filter(({ severity, nodeId = '' }) => severity === 'error' && needed.has(nodeId));
  if (errors.length > 0) return { is: 'broken', problems: errors };
  // Of nodes within groups the page knows what can be told without a run.
  const known = flat === document ? schemas : { ...checkPipeline(pipeline).schemas, ...schemas };
  try {
    return { is: 'written', program: writeProgram({ pipeline, schemas: known, codes, target, apart }) };
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return cause.detail.code === 'columns-unknown' ? { is: 'unknown' } : { is: 'failed', failure: cause.detail };
  }
}

/** The block of a program that writes a node. */
export const blockOf = ({ sections }: Program, nodeId: string): Block | undefined =>
  sections.flatMap(({ blocks }) => blocks).find(({ nodeIds }) => nodeIds.includes(nodeId));
