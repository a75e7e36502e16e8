import type { PipelineDocument } from '../../graph/document';
import { tooLarge } from '../../graph/document-size';
import { emptyDocument } from '../../graph/empty-document';
import type { Problem } from '../../graph/problem';
import { Failure } from '../../lib/failure';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { commandHost } from '../commands/command-host';
import { useDocument } from './document-store';

const OPEN = text('Open a pipeline', '파이프라인 열기');
const NEW = text('New pipeline', '새 파이프라인');

/**
 * Puts another document on the canvas, after asking where edits would be lost and nobody has. Undo brings the former one back. Returns
 * whether it is there.
 */
export async function replaceDocument(
  next: PipelineDocument,
  from: { readonly inFile?: boolean; readonly as?: Text; readonly asked?: boolean } = {},
): Promise<boolean> {
  const { dirty, document } = useDocument.getState();
  const losesEdits = dirty && document.nodes.length + document.notes.length > 0;
  if (losesEdits && from.asked !== true && !(await commandHost().mayReplace())) return false;
  useDocument.getState().open(next, { as: OPEN, ...from });
  return true;
}

export const newPipeline = (): Promise<boolean> => replaceDocument(emptyDocument(), { as: NEW });

/**
 * Opens the text of a pipeline file and says what is to be mended in it. Where it cannot be opened, the
 * present pipeline stays. Returns whether it opened.
 */
export async function openPipelineText(
  name: string,
  source: string,
  from: { readonly inFile: boolean; readonly asked?: boolean } = { inFile: true },
): Promise<boolean> {
  let reader: typeof import('../../graph/open-document');
  try {
    reader = await import('../../graph/open-document');
  } catch (cause) {
    if (cause instanceof Failure) return refuse(name, [{ ...cause.detail, severity: 'error' }]);
    throw cause;
  }
  const opened = reader.openDocument(source, catalog);
  if (!opened.ok) return refuse(name, opened.problems);
  if (!(await replaceDocument(opened.document, from))) return false;
  if (opened.problems.length > 0) commandHost().tellOpened({ name, ok: true, problems: opened.problems });
  return true;
}

/** Opens a chosen or dropped file. A file too large is refused before it is read. */
export async function openPipelineFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<boolean> {
  const large = tooLarge(file.size);
  if (large !== null) return refuse(file.name, [large]);
  let source: string;
  try {
    source = await file.text();
  } catch {
    return refuse(file.name, [unreadable]);
  }
  return openPipelineText(file.name, source);
}

function refuse(name: string, problems: readonly Problem[]): false {
  commandHost().tellOpened({ name, ok: false, problems });
  return false;
}

const unreadable: Problem = {
  code: 'file-unreadable',
  severity: 'error',
  message: text('The file could not be read.', '파일을 읽지 못했어요.'),
  hint: text('Check that it is still there, and choose it again.', '파일이 그대로 있는지 확인하고 다시 골라 주세요.'),
};
