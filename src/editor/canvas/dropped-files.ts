import { GAP, NODE_HEIGHT, type Point } from '../../graph/geometry';
import { text } from '../../lib/text';
import { kindTaking } from '../../nodes/catalog';
import type { FileRef } from '../../nodes/contract/kind';
import { openPipelineFile } from '../../store/document/open-pipeline';
import { noticeOf, useNotices } from '../../store/view/notice-store';
import type { Result } from '../../worker/protocol';
import { addKind } from '../edit-actions';

export interface FileHost {
  /** Keeps a file's bytes. */
  readonly putFile: (file: File) => Promise<Result<FileRef>>;
}

const isPipeline = (file: File): boolean => /\.(json|millrace)$/i.test(file.name);
const isTable = (file: File): boolean => /\.(csv|tsv|tab|txt)$/i.test(file.name);

/** Takes files dropped on the canvas: a pipeline is opened, a table is kept and becomes a node. */
export async function takeFiles(files: readonly File[], place: Point | null, host: FileHost): Promise<void> {
  const pipeline = files.find(isPipeline);
  if (pipeline !== undefined) {
    await openPipelineFile(pipeline);
    return;
  }
  const { notify } = useNotices.getState();
  const kind = kindTaking('table-file');
  let y = 0;
  for (const file of files) {
    if (!isTable(file)) {
      notify({
        severity: 'warning',
        message: text(
          `${file.name} is not a kind of file that can be read.`,
          `${file.name}은(는) 읽을 수 있는 형식이 아니에요.`,
        ),
        hint: text(
          'Drop a CSV or TSV file, or a pipeline .json.',
          'CSV나 TSV 파일, 또는 파이프라인 .json을 놓아 주세요.',
        ),
      });
      continue;
    }
    const answer = await host.putFile(file);
    if (!answer.ok) {
      notify(noticeOf(answer.failure));
      continue;
    }
    const at = place === null ? null : { x: place.x, y: place.y + y };
    const { name, hash, bytes } = answer.value;
    addKind(
      kind,
      { purpose: { type: 'free' }, place: at, anchor: null },
      { ...kind.defaults, file: { name, hash, bytes } },
    );
    y += NODE_HEIGHT + GAP.y;
  }
}
