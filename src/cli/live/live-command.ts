import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineEvent } from '../../engine/events';
import type { Kinds } from '../../engine/kinds';
import { liveWords } from '../../engine/live/wording';
import type { PipelineDocument } from '../../graph/document';
import { pipelineHash } from '../../graph/pipeline-hash';
import { Failure, type FailureDetail } from '../../lib/failure';
import { sha256Hex } from '../../lib/hash';
import { canonicalJson } from '../../lib/json';
import { type Text, text } from '../../lib/text';
import { type LiveEvent, type ReportedEvent, reportEvent } from '../../nodes/contract/live-events';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import type { LiveCommandLine } from '../command';
import { diskWords, onDisk } from '../disk-failure';
import { type OpenPipeline, openPipeline } from '../open-pipeline';
import type { Output } from '../output';
import { say } from '../output';
import { unmetRequirements } from '../requirements';
import { summaryLines } from '../summary';
import { writeOutputs } from '../write-outputs';
import { writeReport } from '../write-report';
import { LIVE_EXIT, liveExit } from './exit-status';
import { type LoopStore, openLoopStore } from './loop-store';
import { startWatching, watchedFolders } from './start-watching';
import { createVersionNamer } from './version-namer';
import { createWebhook } from './webhook';

/** How long alerts that are under way are waited for at the end. */
const LAST_ALERTS_MS = 20_000;

/** Runs a document and then its loop. Answers the exit code (`LIVE_EXIT`). */
export async function liveCommand(
  command: LiveCommandLine,
  kinds: Kinds,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const opened = await openPipeline(command, kinds, output);
  if (opened === undefined) return LIVE_EXIT.usage;
  const { document, workspace, lake } = opened;
  const tell = (message: Text): void => output.err(say(output, message));
  const pipeline = kinds.catalog.compile(document);
  const folders = watchedFolders(command.watch, pipeline);
  if ('en' in folders) {
    tell(folders);
    return LIVE_EXIT.usage;
  }
  let store: LoopStore | undefined;
  try {
    store = await openStore(command, opened);
  } catch (cause) {
    if (cause instanceof Failure) tellFailure(tell, cause.detail);
    else tell(notWritable(command.registry ?? '', cause));
    return LIVE_EXIT.usage;
  }
  const saved = store?.saved;
  if (store !== undefined) opened.writesWhile(store.assertHeld);
  // With --events, standard output is for programs alone.
  const write = command.events ? output.err : output.out;
  const webhook =
    command.webhook === undefined
      ? undefined
      : createWebhook({ url: command.webhook, pipeline: document.name, warn: tell });
  const watching = await startWatching(folders, {
    lake,
    goesOn: command.clock === 'wall',
    signal,
    say: (message) => write(say(output, message)),
    warn: tell,
  });
  if (saved !== undefined) {
    write(say(output, text(`Going on after tick ${saved.tick}.`, `틱 ${saved.tick} 다음부터 이어 가요.`)));
  }

  const named = createVersionNamer(async () => {
    const models = await workspace.models.list();
    return models.ok ? models.value.versions : [];
  });
  const batchEvents: EngineEvent[] = [];
  const made: ReportedEvent[] = [];
  const reports = new Map<string, MonitorReport>();
  const cut: LiveEvent[] = [];
  let alarms = saved?.alarms ?? [];
  const told = async (event: LiveEvent): Promise<void> => {
    const reported = reportEvent(event, liveWords);
    made.push(reported);
    if (event.type === 'alert') webhook?.send(reported);
    if (command.events) output.out(JSON.stringify(reported));
    else if (event.type !== 'batch') output.out(eventLine(output, reported, await named(event.reason)));
  };
  const report = await workspace.live.start({
    sessionId: `live-${Date.now().toString(36)}`,
    document,
    backend: command.backend,
    clock: command.clock,
    wallTime: Date.now,
    ticksPerSecond: command.clock === 'wall' ? 1 / command.every : null,
    ...(command.ticks === undefined ? {} : { ticks: Math.max(0, command.ticks - (saved?.tick ?? 0)) }),
    signal,
    emit: (message) => {
      if (message.type !== 'phase' || message.failure === undefined) return;
      tellFailure(tell, message.failure);
      if (message.failure.code === 'checkpoint-foreign') tell(startAnew);
    },
    emitRun: (event) => {
      if (event.type === 'nodeCompleted' || event.type === 'nodeSkipped') batchEvents.push(event);
    },
    afterTick: async (record, checkpoint) => {
      await onDisk(() => store?.keep(record, checkpoint()));
      for (const [id, last] of Object.entries(record.reports)) reports.set(id, last);
      alarms = Object.keys(record.statuses).filter((id) => record.statuses[id]?.level === 'alarm');
      for (const event of record.events) await told(event);
    },
    goesOn: store !== undefined,
    cutShort: (event) => {
      cut.push(event);
    },
    ...(saved === undefined ? {} : { from: saved.loop, earlier: saved.events }),
  });
  for (const event of cut) await told(event);
  const refused = await watching.stop();
  await store?.close();
  await opened.close();
  for (const line of summaryLines(output, report, batchEvents, command.notes)) write(line);
  if (refused.length > 0) tell(notTaken(refused));
  for (const id of alarms) {
    write(say(output, text(`! ${id} is in alarm.`, `! ${id} 노드가 경보 상태예요.`)));
  }
  await webhook?.close(LAST_ALERTS_MS);
  const { missing, failed } = await writeOutputs(command, report, workspace, { reports, pipeline });
  const unwritten = [...failed, ...(await writeReport(command.report, report))];
  for (const why of [...missing, ...unwritten]) tell(why);
  const unmet = unmetRequirements(command.requirements, report);
  for (const why of unmet) tell(why);
  if (unwritten.length > 0) return LIVE_EXIT.usage;
  return unmet.length + refused.length > 0 ? LIVE_EXIT.failed : liveExit(report, made, alarms);
}

/**
 * A loop's own folder in the registry's: another pipeline, seed, backend or clock is another loop. A folder that was
 * named by the document's form in an earlier version is taken up under its new name.
 */
async function openStore(
  { registry, backend, clock, fresh }: LiveCommandLine,
  { document, before }: Pick<OpenPipeline, 'document' | 'before'>,
): Promise<LoopStore | undefined> {
  if (registry === undefined) return undefined;
  const folderOf = (of: PipelineDocument): string => {
    const name = canonicalJson({ pipeline: pipelineHash(of), seed: of.seed, backend, clock });
    return join(registry, 'loops', sha256Hex(name).slice(0, 16));
  };
  const folder = folderOf(document);
  const former = before === undefined ? folder : folderOf(before);
  if (former !== folder && existsSync(former) && !existsSync(folder)) await rename(former, folder);
  return openLoopStore(folder, fresh);
}

const startAnew = text('With --fresh the loop starts from its beginning.', '--fresh를 쓰면 루프를 처음부터 시작해요.');

const notTaken = (files: readonly string[]): Text =>
  text(`Not taken in: ${files.join(', ')}.`, `추가하지 못한 파일: ${files.join(', ')}`);

function notWritable(folder: string, cause: unknown): Text {
  const why = diskWords(cause);
  return text(`${folder} cannot be written: ${why.en}`, `${folder} 폴더에 쓸 수 없어요: ${why.ko}`);
}

function tellFailure(tell: (message: Text) => void, { message, hint }: FailureDetail): void {
  tell(text(`${message.en}\n    → ${hint.en}`, `${message.ko}\n    → ${hint.ko}`));
}

function eventLine(output: Output, { tick, type, nodeId }: ReportedEvent, reason: Text): string {
  return `${say(output, text(`tick ${tick}`, `틱 ${tick}`))}  ${type.padEnd(8)}  ${nodeId}: ${say(output, reason)}`;
}
