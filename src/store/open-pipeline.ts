import type { PipelineDocument } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import { openDocument } from '../graph/open-document';
import { tooLarge } from '../graph/parse-json';
import type { Problem } from '../graph/problem';
import { text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import { useDocument } from './document-store';
import { useNotices } from './notice-store';

/** Puts another document on the canvas. Unsaved edits are not lost: a notice offers to bring them back. */
export function replaceDocument(next: PipelineDocument): void {
  const { document: before, dirty, open } = useDocument.getState();
  open(next);
  useNotices.getState().settle('replaced');
  if (!dirty || before.nodes.length + before.notes.length === 0) return;
  const name = before.name === '' ? text('The pipeline before', '이전 파이프라인') : text(before.name, before.name);
  const id = useNotices.getState().notify({
    severity: 'info',
    subject: 'replaced',
    message: text(`${name.en} had unsaved edits.`, `${name.ko}에 저장하지 않은 편집이 있었어요.`),
    action: {
      label: text('Bring it back', '되돌리기'),
      perform: () => {
        useNotices.getState().dismiss(id);
        useDocument.getState().open(before, { dirty: true });
      },
    },
  });
}

export const newPipeline = (): void => replaceDocument(emptyDocument());

/** Opens the text of a pipeline file; says in a notice why not, or what to mend. Returns whether it opened. */
export function openPipelineText(source: string): boolean {
  const opened = openDocument(source, catalog);
  if (!opened.ok) {
    explain(opened.problems);
    return false;
  }
  replaceDocument(opened.document);
  useNotices.getState().settle('open');
  if (opened.problems.length > 0) {
    useNotices.getState().notify({
      severity: 'warning',
      subject: 'open',
      message: text(
        `The file opened with ${opened.problems.length} problem${opened.problems.length === 1 ? '' : 's'} to mend.`,
        `파일을 열었어요. 고칠 문제가 ${opened.problems.length}개 있어요.`,
      ),
      hint: text(
        'See the list of problems. Nothing is lost on saving.',
        '문제 목록을 확인해 주세요. 저장해도 잃는 내용은 없어요.',
      ),
    });
  }
  return true;
}

/** Opens a chosen or dropped file. A file too large is refused before it is read. */
export async function openPipelineFile(file: Pick<Blob, 'size' | 'text'>): Promise<boolean> {
  const large = tooLarge(file.size);
  if (large !== null) {
    explain([large]);
    return false;
  }
  try {
    return openPipelineText(await file.text());
  } catch {
    explain([
      {
        code: 'file-unreadable',
        severity: 'error',
        message: text('The file could not be read.', '파일을 읽지 못했어요.'),
        hint: text(
          'Check that it is still there, and choose it again.',
          '파일이 그대로 있는지 확인하고 다시 골라 주세요.',
        ),
      },
    ]);
    return false;
  }
}

function explain(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const more = problems.length - 1;
  useNotices.getState().notify({
    severity: 'error',
    subject: 'open',
    message:
      more === 0 ? first.message : text(`${first.message.en} (and ${more} more)`, `${first.message.ko} (외 ${more}개)`),
    hint: first.hint,
  });
}
