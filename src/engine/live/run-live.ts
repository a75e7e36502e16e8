import { Cancelled, Failure, type FailureDetail } from '../../lib/failure';
import { yieldNow } from '../../lib/yielding';
import type { LiveCommand, ReportedEvent } from '../../nodes/contract/live-events';
import { reportEvent } from '../../nodes/contract/live-events';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import { unexpectedFailure } from '../reasons';
import type { NodeReport, RunReport } from '../report';
import { cutShort } from './cut-short';
import { type ColumnEvidence, createEvidence } from './evidence';
import type { LiveRun } from './live-run';
import type { Loop } from './loop';
import type { LiveControl, LivePhase, TickRecord } from './messages';
import { createPace } from './pace';
import { type PreparedLoop, prepareLoop } from './prepare-loop';
import { createRecordBatcher } from './record-batcher';
import { liveWords } from './wording';

export interface LiveSession {
  readonly sessionId: string;
  /** Resolves when the stream is at its end, was stopped or failed; never rejects. */
  readonly done: Promise<RunReport>;
  control(control: LiveControl): void;
  /** Hands a person's wish to a live node, which sees it in the next tick. */
  command(command: LiveCommand): void;
  /** Rows were appended to a data set: a stream that waits for them goes on. */
  rowsCame(dataSet: string): void;
  /** What a monitor compared in a tick, for one column. Fails with `no-evidence` where that is gone or never was. */
  evidence(monitorId: string, tick: number, column: string): ColumnEvidence;
}

/** Runs the batch phase and then ticks, until the stream is at its end, `ticks` are made, or it is stopped. */
export function runLive(run: LiveRun): LiveSession {
  const { sessionId, emit, signal, host } = run;
  const pace = createPace(run.paused !== true, run.ticksPerSecond, signal);
  const commands: LiveCommand[] = [];
  const follows = new Set<string>();
  let arrived = false;
  const evidence = createEvidence();
  const events: ReportedEvent[] = [...(run.earlier ?? [])];
  const lastReports = new Map<string, MonitorReport>();
  const records = createRecordBatcher((batch) => emit({ sessionId, type: 'ticks', records: batch }), host.now);
  const started = host.now();
  let phase: LivePhase | null = null;
  const say = (next: LivePhase, failure?: FailureDetail): void => {
    if (phase === next) return;
    phase = next;
    records.flush();
    emit({ sessionId, type: 'phase', phase: next, ...(failure === undefined ? {} : { failure }) });
  };

  const live = async (): Promise<RunReport> => {
    say('preparing');
    let opened: PreparedLoop | undefined;
    let failure: FailureDetail | undefined;
    try {
      opened = await prepareLoop(run);
      if (opened.loop !== undefined) {
        await tickAway(opened.loop);
        tellCutShort(opened.loop);
      } else failure = opened.failure;
    } catch (error) {
      if (!signal.aborted && !(error instanceof Cancelled)) {
        failure = error instanceof Failure ? error.detail : unexpectedFailure(error);
      }
    } finally {
      opened?.close();
    }
    if (failure === undefined) say('ended');
    else say('failed', failure);
    return reportOf(opened, failure);
  };

  async function tickAway(loop: Loop): Promise<void> {
    evidence.open(loop);
    for (const dataSet of loop.follows.values()) follows.add(dataSet);
    // What a person asked for may come to effect in the tick after.
    let owed = 0;
    let due = host.now();
    let turned = host.now();
    for (let made = 0; !signal.aborted && !loop.ended && made < (run.ticks ?? Number.POSITIVE_INFINITY); ) {
      if (!pace.playing) {
        say('paused');
        await pace.wait(null);
        due = host.now();
        continue;
      }
      say('playing');
      if (loop.idle && !arrived && owed === 0 && commands.length === 0 && pace.left === null) {
        records.flush();
        await pace.wait(null);
        due = host.now();
        continue;
      }
      const speed = pace.ticksPerSecond;
      const early = speed === null ? 0 : due - host.now();
      if (early > 1) {
        records.flush();
        await pace.wait(early);
        turned = host.now();
        continue;
      }
      owed = commands.length > 0 ? 1 : 0;
      arrived = false;
      const record = await loop.step(commands.splice(0));
      take(record);
      pace.ticked();
      made++;
      await run.afterTick?.(record, loop.checkpoint);
      // A clock that fell behind does not race to catch up.
      due = speed === null ? host.now() : Math.max(due + 1000 / speed, host.now() - 1000 / speed);
      if (host.now() - turned < 25) continue;
      await yieldNow();
      turned = host.now();
    }
  }

  /** A stream at its end is waited in for what is under way. */
  function tellCutShort(loop: Loop): void {
    if (loop.ended) return;
    for (const event of cutShort(loop.checkpoint(), run.goesOn === true)) {
      events.push(reportEvent(event, liveWords));
      run.cutShort?.(event);
    }
  }

  function take(record: TickRecord): void {
    for (const event of record.events) events.push(reportEvent(event, liveWords));
    for (const [id, report] of Object.entries(record.reports)) {
      lastReports.set(id, report);
      evidence.note(id, record.tick, report);
    }
    records.push(record);
  }

  function reportOf(opened: PreparedLoop | undefined, failure: FailureDetail | undefined): RunReport {
    const batch = opened?.report;
    const nodes: Record<string, NodeReport> = { ...batch?.nodes };
    for (const [id, detail] of Object.entries(opened?.loop?.left ?? {})) {
      const node = nodes[id];
      if (node !== undefined) nodes[id] = { ...node, status: 'failed', failure: detail };
    }
    for (const [id, { performance, rows }] of lastReports) {
      const node = nodes[id];
      if (node !== undefined) nodes[id] = { ...node, rows: rows.totalLabelled, metrics: performance.overall };
    }
    const failed =
      failure !== undefined ||
      batch?.status === 'failed' ||
      Object.values(nodes).some(({ status }) => status === 'failed');
    const cancelled = batch?.status === 'cancelled' || (batch === undefined && signal.aborted);
    return {
      format: 'millrace/report',
      version: 1,
      runId: sessionId,
      status: cancelled ? 'cancelled' : failed ? 'failed' : 'completed',
      backend: batch?.backend ?? 'none',
      seed: run.document.seed,
      ms: Math.round((host.now() - started) * 10) / 10,
      nodes,
      events,
    };
  }

  return {
    sessionId,
    done: live(),
    control(control) {
      switch (control.type) {
        case 'play':
          return pace.play();
        case 'pause':
          return pace.pause();
        case 'step':
          return pace.step(control.ticks);
        case 'speed':
          return pace.speed(control.ticksPerSecond);
      }
    },
    command: (command) => {
      commands.push(command);
      pace.stir();
    },
    rowsCame(dataSet) {
      if (!follows.has(dataSet)) return;
      arrived = true;
      pace.stir();
    },
    evidence: (monitorId, tick, column) => evidence.of(monitorId, tick, column),
  };
}
