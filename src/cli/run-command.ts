import { createEngine } from '../engine/engine';
import { createEventBatcher } from '../engine/event-batcher';
import type { EngineEvent } from '../engine/events';
import { type TrainedModels, watchTraining } from '../engine/keep-models';
import type { Kinds } from '../engine/kinds';
import type { RunReport } from '../engine/report';
import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import type { RunCommand } from './command';
import { openPipeline } from './open-pipeline';
import type { Output } from './output';
import { say } from './output';
import { summaryLines } from './summary';
import { writeOutputs } from './write-outputs';
import { writeReport } from './write-report';

/** Runs a document. Answers the exit code: 0 completed, 1 a node failed, 2 bad usage or an invalid document. */
export async function runCommand(
  command: RunCommand,
  kinds: Kinds,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const opened = await openPipeline(command, kinds, output);
  if (opened === undefined) return 2;
  const { document, host, registry } = opened;
  const events: EngineEvent[] = [];
  const batcher = createEventBatcher(
    (batch) => {
      for (const event of batch) output.out(JSON.stringify(event));
    },
    () => performance.now(),
  );
  const engine = createEngine({ kinds, host });
  const trained =
    registry === undefined ? undefined : watchTraining(kinds.catalog.compile(document), { engine, registry });
  const report = await engine.run({
    runId: `run-${Date.now().toString(36)}`,
    document,
    backend: command.backend,
    signal,
    emit: (event) => {
      trained?.see(event);
      if (event.type === 'nodeCompleted' || event.type === 'nodeSkipped') events.push(event);
      if (command.events) batcher.push(event);
    },
  });
  await batcher.drain();
  // With --events, standard output is for programs alone.
  const write = command.events ? output.err : output.out;
  for (const line of summaryLines(output, report, events)) write(line);
  const { kept, trouble: unkept } = await keepModels(trained, report);
  for (const words of kept) write(say(output, words));
  const trouble = [
    ...unkept,
    ...(await writeOutputs(command.outputs, report, engine)),
    ...(await writeReport(command.report, report)),
  ];
  for (const why of trouble) output.err(say(output, why));
  if (trouble.length > 0) return 2;
  return report.status === 'completed' ? 0 : 1;
}

/** Keeps what was trained in the registry, where there is one. */
async function keepModels(
  trained: TrainedModels | undefined,
  report: RunReport,
): Promise<{ readonly kept: readonly Text[]; readonly trouble: readonly Text[] }> {
  if (trained === undefined) return { kept: [], trouble: [] };
  const trouble: Text[] = [];
  const versions = await trained.keep(report, (nodeId, cause) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    const { en, ko } = cause instanceof Failure ? cause.detail.message : { en: why, ko: why };
    trouble.push(
      text(`The model of ${nodeId} could not be kept: ${en}`, `${nodeId} 노드의 모델을 보관하지 못했습니다: ${ko}`),
    );
  });
  const kept = versions.map(({ line, number, id }) =>
    text(`Kept as version ${number} of “${line}”: ${id}`, `“${line}”의 버전 ${number}(으)로 보관했습니다: ${id}`),
  );
  return { kept, trouble };
}
