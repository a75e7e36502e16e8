import { flattenGroups } from '../../graph/flatten-groups';
import { Cancelled, Failure, type FailureDetail } from '../../lib/failure';
import { pinnedParams, withParams } from '../pinned-params';
import { unexpectedFailure } from '../reasons';
import type { RunReport } from '../report';
import { batchPhase } from './batch-phase';
import { openCheckpoint, originOf, type Pins } from './checkpoint';
import { createLiveModels } from './live-models';
import type { LiveRun } from './live-run';
import { createLoop, type Loop } from './loop';
import { rowsAtBegin, rowsSince } from './pins';
import { createRetraining } from './retraining';

/** A loop that is ready to tick, or why there is none. */
export interface PreparedLoop {
  readonly report: RunReport;
  readonly loop?: Loop;
  readonly failure?: FailureDetail;
  /** Gives up what trains and frees the networks. */
  close(): void;
}

/** Runs the batch phase on the data that the loop began with, and opens the loop over what it left. */
export async function prepareLoop(run: LiveRun): Promise<PreparedLoop> {
  const { kinds, host, backend, clock, signal, registry } = run;
  const given = kinds.catalog.compile(flattenGroups(run.document));
  const origin = originOf(given, backend, clock);
  const from = run.from === undefined ? undefined : openCheckpoint(run.from, origin, given);
  const params = from?.pins.params ?? (await pinnedParams(given, kinds, host));
  const pipeline = withParams(given, kinds, params);
  // What comes while the pipeline runs is new to the loop.
  const sets = from === undefined ? ((await host.lake?.list()) ?? []) : [];
  const ask = (target?: string): Promise<RunReport> =>
    run.engine.run({
      runId: run.sessionId,
      document: pipeline.document,
      backend,
      signal,
      emit: run.emitRun ?? (() => {}),
      ...(target === undefined ? {} : { target }),
    });
  const report = await ask();
  if (report.status === 'cancelled') return { report, close: () => {} };
  const batch = await batchPhase(pipeline, kinds, report, async (nodeId) => {
    const held = await run.engine.result(report.nodes[nodeId]?.key ?? '');
    if (held !== undefined) return held;
    // Forgotten for want of room: the newest result is always there.
    const again = await ask(nodeId);
    const made = await run.engine.result(again.nodes[nodeId]?.key ?? '');
    if (made === undefined) throw new Error(`${nodeId} gave nothing to the loop`);
    return made;
  });
  const { lake } = host;
  const follows: Record<string, number> = { ...from?.pins.follows };
  const pins: Pins = from?.pins ?? { params, follows };
  const closing: (() => void)[] = [];
  const close = (): void => {
    for (const end of closing) end();
  };
  try {
    const loop = await createLoop({
      pipeline,
      kinds,
      backend,
      batch,
      clock,
      origin,
      pins,
      signal,
      now: host.now,
      ...(run.waits === undefined ? {} : { waits: run.waits }),
      ...(run.wallTime === undefined ? {} : { wallTime: run.wallTime }),
      ...(from === undefined ? {} : { from }),
      services: (streams) => {
        const models = createLiveModels({ registry, pipeline, kinds, backend, streams, signal });
        const retraining = createRetraining({
          pipeline,
          kinds,
          backend,
          host,
          models,
          signal,
          onWallClock: clock === 'wall',
          recall: run.engine.result,
        });
        closing.push(retraining.dispose, models.dispose);
        return { models, retraining };
      },
      ...(lake === undefined
        ? {}
        : {
            newRows: (stream: string, name: string, taken: number) =>
              rowsSince(lake, name, (follows[stream] ?? 0) + taken),
          }),
    });
    for (const [id, set] of loop.follows) follows[id] ??= rowsAtBegin(set, pipeline, kinds, sets);
    return { report, loop, close };
  } catch (error) {
    close();
    if (signal.aborted || error instanceof Cancelled) return { report, close: () => {} };
    const failure = error instanceof Failure ? error.detail : unexpectedFailure(error);
    return { report, failure, close: () => {} };
  }
}
