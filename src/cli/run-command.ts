import { createEventBatcher } from '../engine/event-batcher';
import type { EngineEvent } from '../engine/events';
import type { Kinds } from '../engine/kinds';
import type { RunCommand } from './command';
import { keptModels } from './kept-models';
import { openPipeline } from './open-pipeline';
import type { Output } from './output';
import { say } from './output';
import { unmetRequirements } from './requirements';
import { summaryLines } from './summary';
import { writeOutputs } from './write-outputs';
import { writeReport } from './write-report';

/** Runs a document. Answers the exit code: 0 completed, 1 a node failed or a figure is not as required, 2 bad usage or an invalid document. */
export async function runCommand(
  command: RunCommand,
  kinds: Kinds,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const opened = await openPipeline(command, kinds, output);
  if (opened === undefined) return 2;
  const { document, workspace } = opened;
  const events: EngineEvent[] = [];
  const batcher = createEventBatcher(
    (batch) => {
      for (const event of batch) output.out(JSON.stringify(event));
    },
    () => performance.now(),
  );
  const { report, kept } = await workspace.run({
    runId: `run-${Date.now().toString(36)}`,
    document,
    backend: command.backend,
    signal,
    emit: (event) => {
      if (event.type === 'nodeCompleted' || event.type === 'nodeSkipped' || event.type === 'nodeLog')
        events.push(event);
      if (command.events) batcher.push(event);
    },
  });
  await batcher.drain();
  // With --events, standard output is for programs alone.
  const write = command.events ? output.err : output.out;
  for (const line of summaryLines(output, report, events, command.notes)) write(line);
  const models = await keptModels(kept);
  for (const said of models.kept) write(say(output, said));
  const { missing, failed } = await writeOutputs(command, report, workspace);
  const unwritten = [...models.failed, ...failed, ...(await writeReport(command.report, report))];
  for (const why of [...missing, ...unwritten]) output.err(say(output, why));
  if (unwritten.length > 0) return 2;
  const unmet = unmetRequirements(command.requirements, report);
  for (const why of unmet) output.err(say(output, why));
  return report.status === 'completed' && unmet.length === 0 ? 0 : 1;
}
