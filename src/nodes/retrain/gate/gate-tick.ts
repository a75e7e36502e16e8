import type { JsonObject } from '../../../lib/json';
import type { Message } from '../../../lib/message';
import type { LiveModel, LiveStep, TickContext } from '../../contract/live';
import type { LiveEventDraft, LiveLevel } from '../../contract/live-events';
import { sayOfGate } from './messages';
import type { GateState, Waiting, Watch } from './state';

/** A verdict with what it stands on. */
interface Ruling {
  readonly verdict: 'promote' | 'hold' | 'keep' | 'rollback';
  readonly reason: Message;
  readonly figures: JsonObject;
}

/** One tick of a gate: its state as it changes, and what it says. What ends a wait gives null. */
export interface GateTick {
  readonly state: GateState;
  /** Whether a model is handed to the deployment in this tick already. */
  readonly handsOver: boolean;
  change(changes: Partial<GateState>): void;
  /** The challenger waits; where one waits already, it comes next. */
  wait(model: LiveModel): void;
  ask(waiting: Waiting, ruling: Ruling): Message;
  promote(model: LiveModel, ruling: Omit<Ruling, 'verdict'>): null;
  /** `stoodUp`: whether the champion did as well, or a person said so. */
  hold(model: LiveModel, ruling: Omit<Ruling, 'verdict'>, stoodUp?: boolean): Promise<null>;
  /** Passes one over whose turn never came: nothing was found of it. */
  passOver(model: LiveModel, ruling: Omit<Ruling, 'verdict'>): Promise<void>;
  /** Ends the watch: the promoted model stays, or the one before it is handed back. */
  judgePromoted(watch: Watch, ruling: Ruling): void;
  end(level: LiveLevel, message: Message): LiveStep<GateState>;
}

/** Begins a tick. `watches`: whether a promotion is followed by a watch. */
export function createGateTick(
  before: GateState,
  champion: LiveModel | null,
  watches: boolean,
  ctx: TickContext,
): GateTick {
  let state = before;
  let promoted: LiveModel | null = null;
  let held: LiveModel | null = null;
  const events: LiveEventDraft[] = [];
  const change = (changes: Partial<GateState>): void => {
    state = { ...state, ...changes };
  };
  const waitingFor = (model: LiveModel): Waiting => ({ model, since: ctx.tick, tryAt: 0, asked: null });
  /** The next challenger's turn comes where this was the one that waited. */
  const done = (model: LiveModel): Partial<GateState> => {
    if (state.waiting?.model.version !== model.version) return {};
    return { waiting: state.next === null ? null : waitingFor(state.next), next: null };
  };
  const tell = (
    verdict: Ruling['verdict'] | 'ask',
    model: LiveModel,
    against: string | null,
    rest: Omit<Ruling, 'verdict'>,
  ): void => {
    const figures = {
      verdict,
      deployment: model.deployment,
      champion: against,
      challenger: model.version,
      ...rest.figures,
    };
    events.push({ type: 'gate', reason: rest.reason, figures });
  };
  const against = champion?.version ?? null;
  const putAway = async (model: LiveModel, ruling: Omit<Ruling, 'verdict'>): Promise<void> => {
    change({ ...done(model), holds: state.holds + 1, last: ruling.reason });
    tell('hold', model, against, ruling);
    // Equal models are one version: what serves, or may have to again, is not archived.
    const isNeeded = model.version === against || model.version === state.watch?.before.version;
    if (!isNeeded) {
      await ctx.models.archive(model.version, { deployment: model.deployment, tick: ctx.tick, why: ruling.reason });
    }
  };

  return {
    get state() {
      return state;
    },
    get handsOver() {
      return promoted !== null;
    },
    change,
    wait(model) {
      change(state.waiting === null ? { waiting: waitingFor(model) } : { next: model });
    },
    ask(waiting, { verdict, reason, figures }) {
      const advice = verdict === 'promote' ? 'promote' : 'hold';
      const asked = sayOfGate('asks', { version: waiting.model.version, advice, why: reason });
      change({ waiting: { ...waiting, asked } });
      tell('ask', waiting.model, against, { reason: asked, figures: { ...figures, advice: verdict } });
      return asked;
    },
    promote(model, ruling) {
      const metrics = { ...measured(ruling.figures), ...model.metrics };
      promoted = { ...model, as: 'champion', fresh: true, reason: ruling.reason, metrics };
      const from = model.stream === null ? 0 : ctx.stream(model.stream).rows;
      const watch =
        champion === null || !watches ? null : { promoted: model, before: champion, from, since: ctx.tick, tryAt: 0 };
      change({ ...done(model), watch, promotions: state.promotions + 1, last: ruling.reason });
      tell('promote', model, against, ruling);
      return null;
    },
    async hold(model, ruling, stoodUp = false) {
      await putAway(model, ruling);
      held = { ...model, as: 'held', fresh: true, reason: ruling.reason, stoodUp };
      return null;
    },
    passOver: putAway,
    judgePromoted(watch, { verdict, reason, figures }) {
      change({ watch: null, last: reason });
      tell(verdict, watch.promoted, watch.before.version, { reason, figures });
      if (verdict !== 'rollback') return;
      promoted = { ...watch.before, as: 'rollback', fresh: true, reason };
      change({ rollbacks: state.rollbacks + 1 });
    },
    end: (level, message) => {
      const { promotions, holds, rollbacks, waiting, watch } = state;
      const figures = {
        promotions,
        holds,
        rollbacks,
        challenger: waiting?.model.version ?? null,
        watches: watch?.promoted.version ?? null,
      };
      const handed = promoted ?? held;
      return {
        state,
        outputs: handed === null ? {} : { promoted: { type: 'model', model: handed } },
        events,
        status: { level, message, figures },
      };
    },
  };
}

/** What the comparison found of the challenger: its own figure where it came without one, as after incremental training. */
function measured({ measure, challengerFigure }: JsonObject): LiveModel['metrics'] {
  return typeof measure === 'string' && typeof challengerFigure === 'number' ? { [measure]: challengerFigure } : {};
}
