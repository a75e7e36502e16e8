import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createEngine } from '../engine/engine';
import { createEventBatcher } from '../engine/event-batcher';
import type { EngineEvent } from '../engine/events';
import type { Kinds } from '../engine/kinds';
import type { RunReport } from '../engine/report';
import { type Text, text } from '../lib/text';
import type { RunCommand } from './arguments';
import { loadDocument } from './load-document';
import { createNodeHost } from './node-host';
import type { Output } from './output';
import { problemLines, say } from './output';
import { prepareDocument } from './prepare-document';
import { summaryLines } from './summary';
import { unknownOutput, writeOutputs } from './write-outputs';

/** Runs a document. Answers the exit code: 0 completed, 1 a node failed, 2 bad usage or an invalid document. */
export async function runCommand(
  command: RunCommand,
  kinds: Kinds,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const loaded = await loadDocument(command.file, kinds.catalog);
  for (const problem of loaded.problems) for (const line of problemLines(output, problem)) output.err(line);
  if (!loaded.ok || loaded.problems.some((problem) => problem.severity === 'error')) return 2;
  const lake = createNodeHost([dirname(resolve(command.file)), process.cwd()]);
  const prepared = await prepareDocument(loaded.document, command, kinds.catalog, lake.put);
  if (!prepared.ok) {
    output.err(say(output, prepared.why));
    return 2;
  }
  const unknown = unknownOutput(command.outputs, prepared.document, kinds.catalog);
  if (unknown !== undefined) {
    output.err(say(output, unknown));
    return 2;
  }
  const events: EngineEvent[] = [];
  const batcher = createEventBatcher(
    (batch) => {
      for (const event of batch) output.out(JSON.stringify(event));
    },
    () => performance.now(),
  );
  const engine = createEngine({ kinds, host: lake.host });
  const report = await engine.run({
    runId: `run-${Date.now().toString(36)}`,
    document: prepared.document,
    backend: command.backend,
    signal,
    emit: (event) => {
      if (event.type === 'nodeCompleted' || event.type === 'nodeSkipped') events.push(event);
      if (command.events) batcher.push(event);
    },
  });
  await batcher.drain();
  // With --events, standard output is for programs alone.
  const write = command.events ? output.err : output.out;
  for (const line of summaryLines(output, report, events)) write(line);
  const trouble = [...(await writeOutputs(command.outputs, report, engine)), ...(await writeReport(command, report))];
  for (const why of trouble) output.err(say(output, why));
  if (trouble.length > 0) return 2;
  return report.status === 'completed' ? 0 : 1;
}

/** Writes the run report where one was asked for; says why it could not. */
async function writeReport({ report: path }: RunCommand, report: RunReport): Promise<readonly Text[]> {
  if (path === undefined) return [];
  try {
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
    return [];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [text(`The report could not be written: ${why}`, `보고서를 쓰지 못했습니다: ${why}`)];
  }
}
