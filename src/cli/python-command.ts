import type { PythonProgram } from '../application/export-python';
import type { EngineEvent } from '../engine/events';
import type { Kinds } from '../engine/kinds';
import { fileNameOf } from '../graph/file-name';
import { Cancelled } from '../lib/failure';
import { counted, size } from '../lib/figures';
import { type Text, text } from '../lib/text';
import { inColumns } from './columns';
import type { PythonCommand } from './command';
import { keptModels } from './kept-models';
import { openPipeline } from './open-pipeline';
import type { Output } from './output';
import { failureLines, say } from './output';
import { summaryLines } from './summary';
import { freeFolder, isFree, writeFolderWhole } from './write-folder';
import { notWritten } from './write-outputs';

/**
 * Runs a document and writes it in Python, with what it reads beside it. Answers the exit code: 0 written, 1 a node
 * failed, 2 bad usage, an invalid document, or a folder that cannot be written.
 */
export async function pythonCommand(
  command: PythonCommand,
  kinds: Kinds,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const { backend, fitted, notebook } = command;
  const opened = await openPipeline(command, kinds, output);
  if (opened === undefined) return 2;
  const { document, workspace } = opened;
  const folder = command.folder ?? (await freeFolder(`${fileNameOf(document.name)}-python`));
  if (!(await isFree(folder))) {
    output.err(say(output, taken(folder)));
    return 2;
  }
  const events: EngineEvent[] = [];
  const run = { document, backend, signal, emit: (event: EngineEvent) => void events.push(event) };
  const { report, kept } = await workspace.run({ ...run, runId: 'python' });
  if (report.status !== 'completed') {
    for (const line of summaryLines(output, report, events)) output.err(line);
    return 1;
  }
  const models = await keptModels(kept);
  for (const said of models.kept) output.out(say(output, said));
  for (const why of models.failed) output.err(say(output, why));
  const written = await workspace
    .exportPython({ ...run, fitted, notebook, language: output.language })
    .catch(ifCancelled);
  if (written?.ok !== true) {
    const lines = written === null ? [say(output, CANCELLED)] : failureLines(output, written.failure);
    for (const line of lines) output.err(line);
    return 1;
  }
  for (const words of written.value.program.leftOut) output.err(`! ${say(output, words)}`);
  try {
    await writeFolderWhole(folder, written.value.files);
  } catch (cause) {
    output.err(say(output, notWritten(folder, cause)));
    return 2;
  }
  for (const line of writtenLines(output, folder, written.value)) output.out(line);
  return models.failed.length > 0 ? 2 : 0;
}

function ifCancelled(cause: unknown): null {
  if (cause instanceof Cancelled) return null;
  throw cause;
}

const CANCELLED = text('Cancelled: nothing was written.', '취소해서 아무것도 쓰지 않았어요.');

const taken = (folder: string): Text =>
  text(
    `“${folder}” is not empty, and nothing in it is written over: name another folder with --output DIR.`,
    `“${folder}” 폴더가 비어 있지 않아서 쓰지 않았어요. --output DIR로 다른 폴더를 알려 주세요.`,
  );

function writtenLines(output: Output, folder: string, { files }: PythonProgram): readonly string[] {
  const [program = ''] = files.keys();
  const how = program.endsWith('.py') ? `python3 ${program}` : `jupyter notebook ${program}`;
  return [
    say(
      output,
      text(
        `Wrote ${counted(files.size, 'file')} into “${folder}”:`,
        `“${folder}” 폴더에 파일 ${files.size}개를 썼어요:`,
      ),
    ),
    ...inColumns([...files].map(([path, bytes]) => [path, size(bytes.length)])).map((line) => `  ${line}`),
    say(output, text(`Start it there: ${how}`, `그 폴더에서 시작하세요: ${how}`)),
  ];
}
