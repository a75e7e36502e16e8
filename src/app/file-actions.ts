import { emptyDocument } from '../graph/empty-document';
import { openDocument } from '../graph/open-document';
import { tooLarge } from '../graph/parse-json';
import type { Problem } from '../graph/problem';
import { text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import { fileNameOf } from '../store/commands';
import { useDocument } from '../store/document-store';
import { useRun } from '../store/run-store';
import { download } from '../ui/charts/save-chart';
import { showDialog } from './dialogs';

/** Does `proceed` at once, or after asking where edits would be lost. */
export function guardUnsaved(proceed: () => void): void {
  const { dirty, document } = useDocument.getState();
  if (dirty && document.nodes.length + document.notes.length > 0) showDialog({ type: 'unsaved', proceed });
  else proceed();
}

export const newPipeline = (): void => guardUnsaved(() => useDocument.getState().open(emptyDocument()));

const unreadable: Problem = {
  code: 'file-unreadable',
  severity: 'error',
  message: text('The file could not be read.', '파일을 읽지 못했어요.'),
  hint: text('Check that it still exists and open it again.', '파일이 있는지 확인한 뒤 다시 여세요.'),
};

/** Reads a pipeline file. Where it cannot be opened, the present pipeline stays and the problems are listed. */
export async function openPipelineFile(file: File): Promise<void> {
  const refusal = tooLarge(file.size);
  if (refusal !== null) return showDialog({ type: 'opened', name: file.name, ok: false, problems: [refusal] });
  let source: string;
  try {
    source = await file.text();
  } catch {
    return showDialog({ type: 'opened', name: file.name, ok: false, problems: [unreadable] });
  }
  openPipelineText(file.name, source);
}

/** Opens the text of a pipeline file, after asking where edits would be lost. */
export function openPipelineText(name: string, source: string): void {
  const opened = openDocument(source, catalog);
  if (!opened.ok) {
    showDialog({ type: 'opened', name, ok: false, problems: opened.problems });
    return;
  }
  guardUnsaved(() => {
    useDocument.getState().open(opened.document);
    if (opened.problems.length > 0) showDialog({ type: 'opened', name, ok: true, problems: opened.problems });
  });
}

/** Lets the person pick a pipeline file. */
export function pickPipelineFile(): void {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.accept = '.json,application/json';
  picker.onchange = () => {
    const [file] = picker.files ?? [];
    if (file) void openPipelineFile(file);
  };
  picker.click();
}

export function exportReport(): void {
  const { lastReport } = useRun.getState();
  if (lastReport === null) return;
  const name = fileNameOf(useDocument.getState().document.name).replace(/\.json$/, '-report.json');
  download(name, new Blob([`${JSON.stringify(lastReport, null, 2)}\n`], { type: 'application/json' }));
}
