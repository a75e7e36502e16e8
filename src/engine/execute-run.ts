import type { Text } from '../lib/text';
import { createYieldIfDue, yieldNow } from '../lib/yielding';
import type { SpecPipeline } from '../nodes/catalog';
import { type Check, checkPipeline, type OutputSchemas } from '../nodes/check-pipeline';
import type { BackendChoice, BackendName, Outputs, WireValue } from '../nodes/contract/runner';
import type { EngineEvent, OutputSummary, RunStatus } from './events';
import { holdUntilUsed } from './hold-until-used';
import type { Host } from './host';
import type { Kinds } from './kinds';
import { reportFigures, summarize } from './output-summary';
import type { PlannedAction, PlannedInput, PlanStep } from './plan';
import { inputsOf, planRun } from './plan';
import { internalError, reasonToSkip } from './reasons';
import {
  backendsOf,
  type NodeReport,
  type NodeWarning,
  noteOf,
  type RunReport,
  warningOf,
  warningsByNode,
} from './report';
import type { ResultCache, StoredResult } from './result-cache';
import { byteSize } from './result-cache';
import { runNode } from './run-node';
import { schedule } from './scheduler';

/** Nodes at work at one time. They share a thread: more would only share it thinner. */
const SIDE_BY_SIDE = 4;

export interface RunOptions {
  readonly runId: string;
  readonly backend: BackendChoice;
  /** Run only this node and what it needs. */
  readonly target?: string;
  readonly signal: AbortSignal;
  readonly emit: (event: EngineEvent) => void;
}

interface Execution extends RunOptions {
  readonly pipeline: SpecPipeline;
  readonly check: Check;
  readonly kinds: Kinds;
  readonly host: Host;
  readonly cache: ResultCache;
  readonly result: (key: string) => Promise<StoredResult | undefined>;
}

/** Carries out a plan: the shell around `planRun`, `schedule` and `runNode`. */
export async function executeRun(execution: Execution): Promise<RunReport> {
  const { pipeline, kinds, host, runId, emit, signal, cache, backend } = execution;
  const { seed } = pipeline.document;
  const { problems, schemas } = execution.check;
  const started = host.now();
  const since = (start: number): number => Math.round((host.now() - start) * 10) / 10;
  const steps = planRun(pipeline, kinds, {
    backend,
    problems,
    ...(execution.target === undefined ? {} : { target: execution.target }),
  });
  const reports = new Map<string, NodeReport>();
  const learned: Record<string, OutputSchemas> = {};
  const told = new Map<string, readonly NodeWarning[]>();
  const live = holdUntilUsed(steps);
  const blocked = new Map<string, Text>();
  // Cancelling is each node's own business: this one only gives turns.
  const yieldIfDue = createYieldIfDue(new AbortController().signal, host.now);
  let unknownKinds = 0;

  emit({ runId, type: 'runStarted', nodeIds: steps.map((step) => step.node.id) });
  await schedule(steps, SIDE_BY_SIDE, async (step) => {
    const start = host.now();
    try {
      await yieldIfDue();
      await perform(step, start);
    } catch (error) {
      fail(step, internalError(error), start);
    }
    live.release(step);
  });

  const outcomes = [...reports.values()];
  const cancelled = signal.aborted && outcomes.some((report) => report.status === 'cancelled');
  const failed = unknownKinds > 0 || outcomes.some((report) => report.status === 'failed');
  const status: RunStatus = cancelled ? 'cancelled' : failed ? 'failed' : 'completed';
  const ms = since(started);
  const warnings = warningsByNode(checkPipeline(pipeline, learned).problems);
  emit({ runId, type: 'runFinished', status, ms });
  return {
    format: 'millrace/report',
    version: 1,
    runId,
    status,
    backend: backendsOf(outcomes),
    seed,
    ms,
    nodes: Object.fromEntries(
      steps.flatMap(({ node }) => {
        const report = reports.get(node.id);
        if (report === undefined) return [];
        const said = [...(told.get(node.id) ?? []), ...(warnings.get(node.id) ?? [])];
        return [[node.id, said.length === 0 ? report : { ...report, warnings: said }] as const];
      }),
    ),
    events: [],
  };

  async function perform(step: PlanStep, start: number): Promise<void> {
    const { node, action } = step;
    const reason = step.needs.map((id) => blocked.get(id)).find((because) => because !== undefined);
    if (action.type === 'skip') {
      if (action.unknownKind) unknownKinds++;
      skip(step, action.because);
    } else if (action.type === 'fail') {
      fail(step, action.failure, start);
    } else if (reason !== undefined) {
      skip(step, reason);
    } else if (signal.aborted || step.needs.some((id) => reports.get(id)?.status === 'cancelled')) {
      reports.set(node.id, { kind: node.kind, status: 'cancelled', ms: 0, cached: false, key: action.key });
    } else if (action.type === 'bypass') {
      const result = { outputs: await letThrough(action.routes) };
      cache.set(action.key, result);
      complete(step, action.key, result, { start, cached: false });
    } else {
      await runOrRecall(step, action, start);
    }
  }

  async function runOrRecall(
    step: PlanStep,
    action: Extract<PlannedAction, { type: 'run' }>,
    start: number,
  ): Promise<void> {
    const { node } = step;
    const recalled = await execution.result(action.key);
    if (recalled !== undefined) {
      complete(step, action.key, recalled, { start, cached: true });
      return;
    }
    emit({ runId, type: 'nodeStarted', nodeId: node.id });
    // Events and finished results leave the thread before a kind may take hold of it.
    await yieldNow();
    const values = new Map<PlannedInput, WireValue>();
    for (const input of action.inputs) values.set(input, await valueAt(input));
    const inputs = inputsOf(action, values);
    const outcome = await runNode({
      node,
      action,
      inputs,
      seed,
      backend,
      kinds,
      host,
      runId,
      signal,
      emit,
    });
    switch (outcome.type) {
      case 'completed': {
        const { outputs, backend: used } = outcome;
        const result: StoredResult = {
          outputs,
          ...(used === undefined ? {} : { backend: used }),
        };
        cache.set(action.key, result);
        // Written in the background: a full disk costs a later recall, not this run.
        void host.results?.write(action.key, result, byteSize(outputs)).catch(() => undefined);
        complete(step, action.key, result, { start, cached: false });
        return;
      }
      case 'failed':
        fail(step, outcome.failure, start);
        return;
      case 'cancelled':
        reports.set(node.id, {
          kind: node.kind,
          status: 'cancelled',
          ms: since(start),
          cached: false,
          key: action.key,
        });
    }
  }

  async function valueAt({ from, address }: PlannedInput): Promise<WireValue> {
    const result = live.of(address.key) ?? (await execution.result(address.key));
    const value = result?.outputs[address.port];
    if (value === undefined) throw new Error(`${from.nodeId} gave nothing on its port ${from.port}`);
    return value;
  }

  async function letThrough(routes: Readonly<Record<string, PlannedInput>>): Promise<Outputs> {
    const outputs: Record<string, WireValue> = {};
    for (const [port, input] of Object.entries(routes)) outputs[port] = await valueAt(input);
    return outputs;
  }

  function complete(
    { node }: PlanStep,
    key: string,
    result: StoredResult,
    { start, cached }: { readonly start: number; readonly cached: boolean },
  ): void {
    live.hold(key, result);
    const ran: { readonly backend?: BackendName } = result.backend === undefined ? {} : { backend: result.backend };
    const nodeMs = since(start);
    const known = schemas[node.id];
    const outputs: Record<string, OutputSummary> = {};
    const trainedHere = pipeline.node(node.id)?.spec?.role === 'trainer';
    for (const [port, value] of Object.entries(result.outputs)) {
      outputs[port] = summarize(value, known?.[port], trainedHere);
    }
    learned[node.id] = Object.fromEntries(Object.entries(outputs).map(([port, { schema }]) => [port, schema]));
    told.set(
      node.id,
      Object.values(outputs).flatMap(({ warnings = [] }) => warnings.flatMap(warningOf)),
    );
    const notes = Object.values(result.outputs).flatMap((value) => (value.type === 'table' ? (value.notes ?? []) : []));
    reports.set(node.id, {
      kind: node.kind,
      status: 'completed',
      ms: nodeMs,
      cached,
      key,
      ...ran,
      ...reportFigures(result.outputs),
      ...(notes.length === 0 ? {} : { notes: notes.map(noteOf) }),
    });
    emit({ runId, type: 'nodeCompleted', nodeId: node.id, key, ms: nodeMs, cached, outputs, ...ran });
  }

  function fail({ node, name, action }: PlanStep, failure: NonNullable<NodeReport['failure']>, start: number): void {
    const nodeMs = since(start);
    blocked.set(node.id, reasonToSkip.failed(name));
    const key = 'key' in action ? action.key : '';
    reports.set(node.id, { kind: node.kind, status: 'failed', ms: nodeMs, cached: false, key, failure });
    emit({ runId, type: 'nodeFailed', nodeId: node.id, failure, ms: nodeMs });
  }

  function skip({ node, action }: PlanStep, because: Text): void {
    blocked.set(node.id, because);
    const key = 'key' in action ? action.key : '';
    reports.set(node.id, { kind: node.kind, status: 'skipped', ms: 0, cached: false, key });
    emit({ runId, type: 'nodeSkipped', nodeId: node.id, because });
  }
}
