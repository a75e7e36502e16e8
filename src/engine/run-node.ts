import type { FailureDetail } from '../lib/failure';
import { Cancelled, Failure, throwIfCancelled } from '../lib/failure';
import { deriveSeed } from '../lib/random';
import { text } from '../lib/text';
import { createYieldIfDue } from '../lib/yielding';
import type { BackendChoice, BackendName, Inputs, Outputs, RunContext } from '../nodes/contract/runner';
import type { RecipeReplayer } from '../serving/recipe-replayer';
import type { Recipe, Table } from '../table/table';
import type { EngineEvent } from './events';
import type { Host } from './host';
import { noLake } from './host';
import type { Kinds } from './kinds';
import type { PlannedAction, PlanStep } from './plan';
import { unexpectedFailure } from './reasons';

/** How one node's run ended. */
export type NodeOutcome =
  | { readonly type: 'completed'; readonly outputs: Outputs; readonly backend?: BackendName }
  | { readonly type: 'failed'; readonly failure: FailureDetail }
  | { readonly type: 'cancelled' };

export interface NodeRun {
  readonly node: PlanStep['node'];
  readonly action: Extract<PlannedAction, { type: 'run' }>;
  readonly inputs: Inputs;
  readonly seed: number;
  readonly backend: BackendChoice;
  readonly kinds: Kinds;
  readonly host: Host;
  readonly runId: string;
  readonly signal: AbortSignal;
  readonly emit: (event: EngineEvent) => void;
}

/** Runs one node's kind and turns whatever it throws into an outcome. */
export async function runNode(run: NodeRun): Promise<NodeOutcome> {
  const { node, action, kinds, signal, runId, emit } = run;
  const nodeId = node.id;
  let open = true;
  let backend: BackendName | undefined;
  const say = (event: EngineEvent): void => {
    // A kind that goes on talking after its end is not heard.
    if (open) emit(event);
  };
  const ctx: RunContext = {
    nodeId,
    signal,
    seed: deriveSeed(run.seed, nodeId),
    backend: run.backend,
    progress: (fraction, doing, secondsLeft) =>
      say({
        runId,
        type: 'nodeProgress',
        nodeId,
        fraction,
        ...(doing === undefined ? {} : { doing }),
        ...(secondsLeft === undefined ? {} : { secondsLeft }),
      }),
    metric: (point) => say({ runId, type: 'nodeMetric', nodeId, point }),
    log: (message) => say({ runId, type: 'nodeLog', nodeId, message }),
    usesBackend: (name, reason) => {
      backend = name;
      say({ runId, type: 'nodeBackend', nodeId, backend: name, reason });
    },
    readFile: (hash, name) => run.host.readFile(hash, name),
    readTable: async (name, version) => {
      if (run.host.lake === undefined) throw noLake();
      return run.host.lake.read(name, version);
    },
    readAsset: (path) => run.host.readAsset(path),
    ...recipeReplayer(kinds),
    yieldIfDue: createYieldIfDue(signal, run.host.now),
  };
  try {
    throwIfCancelled(signal);
    const runner = kinds.runners.get(node.kind);
    if (runner === undefined) throw new Error(`no runner for ${node.kind}`);
    const outputs = await runner.run(run.inputs, action.params, ctx);
    checkOutputs(action, outputs);
    return { type: 'completed', outputs, ...(backend === undefined ? {} : { backend }) };
  } catch (error) {
    if (error instanceof Failure) return { type: 'failed', failure: error.detail };
    if (signal.aborted && isCancellation(error)) return { type: 'cancelled' };
    return { type: 'failed', failure: unexpectedFailure(error) };
  } finally {
    open = false;
  }
}

/**
 * Replays fitted steps over raw rows. Fails with `unknown-step` where a step is of
 * a kind that this build does not know or that has nothing to replay.
 */
export function applyRecipe(kinds: Kinds, recipe: Recipe, raw: Table): Table {
  return recipe.steps.reduce((table, step) => {
    const runner = kinds.runners.get(step.kind);
    if (runner?.apply === undefined) {
      throw new Failure({
        code: 'unknown-step',
        message: text(
          `The recipe has a step of the kind “${step.kind}”, which this version cannot replay.`,
          `레시피에 이 버전이 재현할 수 없는 “${step.kind}” 단계가 있어요.`,
        ),
        hint: text('Train the model again with this version.', '이 버전에서 모델을 다시 학습시키세요.'),
      });
    }
    return runner.apply(table, step.state);
  }, raw);
}

/** {@link applyRecipe} and what the steps do to the columns, for whoever knows no kinds. */
export function recipeReplayer(kinds: Kinds): RecipeReplayer {
  return {
    applyRecipe: (recipe, raw) => applyRecipe(kinds, recipe, raw),
    stepColumns: ({ kind, state }) => kinds.runners.get(kind)?.columns?.(state) ?? null,
  };
}

/** A kind that hands on less than it declares has a bug: say so at the node, not further down. */
function checkOutputs(action: Extract<PlannedAction, { type: 'run' }>, outputs: Outputs): void {
  for (const port of action.ports.outputs) {
    if (port.live === 'only') continue;
    const value = outputs[port.name];
    if (value?.type !== port.type) {
      throw new Error(`output “${port.name}” should be a ${port.type}, not ${value?.type ?? 'nothing'}`);
    }
  }
}

function isCancellation(error: unknown): boolean {
  return error instanceof Cancelled || (error instanceof Error && error.name === 'AbortError');
}
