import type { JsonObject } from '../../lib/json';
import type { LiveInputs, LiveRunner, LiveStep, Signal, TickContext } from '../../nodes/contract/live';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import { type FakeLoop, fakeLoop } from './fake-live-context';

/** What a trigger did in one tick, with its signal at hand. */
interface Spoken extends LiveStep {
  readonly signal: Signal;
}

/** A trigger as tests ask it: tick by tick, each time through the text that a checkpoint would hold. */
export interface AskedTrigger {
  tick(report?: MonitorReport, changes?: Partial<TickContext>): Promise<Spoken>;
  with(inputs: LiveInputs, changes?: Partial<TickContext>): Promise<Spoken>;
}

/** Starts a trigger with these params (the rest are its defaults) over a loop of 100 rows a tick, or goes on from a state. */
export async function startTrigger(
  live: LiveRunner,
  params: JsonObject,
  loop: FakeLoop = fakeLoop({ table: emptyRows(1_000_000) }),
  goesOnFrom?: JsonObject,
): Promise<AskedTrigger> {
  let state = goesOnFrom ?? (await live.start({}, params, loop.live()));
  const ask = async (inputs: LiveInputs, changes?: Partial<TickContext>): Promise<Spoken> => {
    const step = await live.tick(state, inputs, params, loop.next({ rows: 100 }, changes));
    state = JSON.parse(JSON.stringify(step.state));
    const { signal } = step.outputs;
    if (signal?.type !== 'signal') throw new Error('a trigger speaks every tick');
    return { ...step, signal: signal.signal };
  };
  return {
    tick: (report, changes) => ask(report === undefined ? {} : { report: { type: 'report', report } }, changes),
    with: ask,
  };
}

const emptyRows = (rows: number) => ({
  rows,
  columns: [],
  partition: null,
  sourceRows: null,
  recipe: { source: [], steps: [] },
});
