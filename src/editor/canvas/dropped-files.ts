import { freeSpot, GAP, NODE_HEIGHT, NODE_WIDTH, type Point } from '../../graph/geometry';
import { nodesNaming } from '../../graph/named-files';
import { nodeBox } from '../../graph/route/port-places';
import { korean } from '../../lib/korean';
import { text } from '../../lib/text';
import { kindTaking } from '../../nodes/catalog';
import type { FileRef } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { openPipelineFile } from '../../store/document/open-pipeline';
import { pipelineNow } from '../../store/document/pipeline';
import { filesCame, useRun } from '../../store/run/run-store';
import { noticeOf, useNotices } from '../../store/view/notice-store';
import type { Result } from '../../worker/protocol';
import { addKind } from '../edit-actions';
import { focusNode } from './focus-node';

export interface FileHost {
  /** Keeps a file's bytes. */
  readonly putFile: (file: File) => Promise<Result<FileRef>>;
  /** Asks what a file's rows are for; `onlyFile` puts the file on the canvas, and nothing else. */
  readonly askWhatFor: (file: FileRef, onlyFile: () => void) => void;
}

const isPipeline = (file: File): boolean => /\.(json|millrace)$/i.test(file.name);
const isTable = (file: File): boolean => /\.(csv|tsv|tab|txt)$/i.test(file.name);

/** Where a node lies free, as near as may be. */
function roomNear(wanted: Point): Point {
  const { nodes } = pipelineNow();
  const { notes } = useDocument.getState().document;
  const [spot, ...others] = [-1, 0, 1]
    .map((column) => ({ ...wanted, x: wanted.x + column * (NODE_WIDTH + GAP.x) }))
    .map((one) =>
      freeSpot(one, [...nodes.map(nodeBox), ...notes.map(({ position, size }) => ({ ...position, ...size }))]),
    );
  const away = ({ x, y }: Point): number => Math.hypot(x - wanted.x, y - wanted.y);
  return others.reduce((best, one) => (away(one) < away(best) ? one : best), spot ?? wanted);
}

/** Takes files dropped on the canvas: a pipeline is opened, a table is kept, and a person asked what it is for. Several become nodes. */
export async function takeFiles(files: readonly File[], place: Point | null, host: FileHost): Promise<void> {
  const pipeline = files.find(isPipeline);
  if (pipeline !== undefined) {
    await openPipelineFile(pipeline);
    return;
  }
  const { notify } = useNotices.getState();
  let y = 0;
  for (const file of files) {
    if (!isTable(file)) {
      notify({
        severity: 'warning',
        message: text(
          `${file.name} is not a kind of file that can be read.`,
          korean`${file.name}은(는) 읽을 수 있는 형식이 아니에요.`,
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
    if (wasMissing(answer.value)) {
      filesCame();
      notify({
        severity: 'info',
        subject: 'files',
        message: text(
          `${file.name} is the file that this pipeline needs.`,
          korean`${file.name}이(가) 이 파이프라인에 필요한 파일이에요.`,
        ),
      });
      continue;
    }
    const below = y;
    const addFile = (): void => addNode(answer.value, place === null ? null : { x: place.x, y: place.y + below });
    if (files.length === 1) host.askWhatFor(answer.value, addFile);
    else addFile();
    y += NODE_HEIGHT + GAP.y;
  }
}

/** Whether a node that names the file failed, as it does where the file was not here. */
function wasMissing({ hash }: FileRef): boolean {
  const { nodes } = useRun.getState();
  return nodesNaming(useDocument.getState().document, hash).some(({ id }) => nodes[id]?.status === 'failed');
}

function addNode({ name, hash, bytes }: FileRef, place: Point | null): void {
  const kind = kindTaking('table-file');
  const at = place === null ? null : roomNear({ x: place.x - NODE_WIDTH / 2, y: place.y - 24 });
  const id = addKind(
    kind,
    { purpose: { type: 'free' }, place: at, anchor: null },
    { ...kind.defaults, file: { name, hash, bytes } },
  );
  focusNode(id);
}
