import { Failure } from '../../../lib/failure';
import type { Message } from '../../../lib/message';
import type { LiveModel, TickContext } from '../../contract/live';
import type { LiveEventDraft } from '../../contract/live-events';
import { backTo, type Chain, type Champion, championOf, promoted, serving } from './champions';
import { sayOfDeploy } from './messages';

/** Who serves after this tick's wishes, and what happened to bring it about. */
export interface Changed {
  readonly chain: Chain;
  readonly events: readonly LiveEventDraft[];
}

/** Who serves and served, and who stood in the chain before somebody went back. */
export interface Champions {
  readonly chain: Chain;
  readonly left: readonly Champion[];
}

/** Takes in what Gate handed over in the tick before, then what a person asked for: the last word is theirs. */
export async function changeChampion(
  { chain, left }: Champions,
  handed: LiveModel | null,
  stream: string | null,
  ctx: TickContext,
): Promise<Changed> {
  let changed: Changed = { chain, events: [] };
  const then = (next: Changed): void => {
    changed = { chain: next.chain, events: [...changed.events, ...next.events] };
  };
  if (handed !== null) then(await takeIn(chain, handed, ctx));
  for (const command of ctx.commands) {
    if (command.type === 'rollback') then(await goBack(changed.chain, left, command.version, stream, ctx));
  }
  return changed;
}

async function takeIn(chain: Chain, handed: LiveModel, ctx: TickContext): Promise<Changed> {
  const former = serving(chain);
  if (!handed.fresh || handed.as === 'held' || handed.version === former.version) return { chain, events: [] };
  const { version, reason } = handed;
  if (handed.as === 'rollback') {
    const earlier = backTo(chain, version) ?? promoted(chain, championOf(handed));
    return moveTo(chain, earlier, 'rollback', reason, ctx);
  }
  return moveTo(chain, promoted(chain, championOf(handed)), 'promote', reason, ctx);
}

async function goBack(
  chain: Chain,
  left: readonly Champion[],
  asked: string | undefined,
  stream: string | null,
  ctx: TickContext,
): Promise<Changed> {
  const former = serving(chain);
  if (asked === former.version) return { chain, events: [] };
  const version = asked ?? chain.at(-2)?.version;
  if (version === undefined) {
    const reason = sayOfDeploy('nothing-before', { version: former.version });
    return { chain, events: [{ type: 'alert', reason, figures: { version: former.version } }] };
  }
  const why = sayOfDeploy('rolled-back-by-hand', { from: former.version, to: version });
  const known = asked === undefined ? chain.slice(0, -1) : backTo(chain, version);
  if (known !== null) return moveTo(chain, known, 'rollback', why, ctx);
  const once = left.findLast((one) => one.version === version);
  if (once !== undefined) return moveTo(chain, promoted(chain, once), 'rollback', why, ctx);
  const gone = await missingVersion(version, ctx);
  if (gone !== null) return { chain, events: [{ type: 'alert', reason: gone, figures: { version } }] };
  // What it has learned from is not known here: any row that is there already may be among it.
  const trainedOn = stream === null ? null : { from: 0, to: ctx.stream(stream).rows };
  const named: Champion = { version, fromHistory: false, trainedOn, metrics: {}, reason: why };
  return moveTo(chain, promoted(chain, named), 'rollback', why, ctx);
}

/** From one chain to another; where the registry cannot follow, everything stays as it is, and rows go on being answered. */
async function moveTo(
  before: Chain,
  chain: Chain,
  type: 'promote' | 'rollback',
  reason: Message,
  ctx: TickContext,
): Promise<Changed> {
  const former = serving(before);
  const { version, trainedOn } = serving(chain);
  try {
    await ctx.models[type](version, { deployment: ctx.nodeId, tick: ctx.tick, why: reason });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message } = error.detail;
    const stays = sayOfDeploy('cannot-serve', { former: former.version, version, code, message });
    return { chain: before, events: [{ type: 'alert', reason: stays, figures: { version, code } }] };
  }
  const figures = {
    version,
    former: former.version,
    trainedFrom: trainedOn?.from ?? null,
    trainedTo: trainedOn?.to ?? null,
  };
  return { chain, events: [{ type, reason, figures }] };
}

/** Why a version cannot serve; null where the registry holds it. */
async function missingVersion(version: string, ctx: TickContext): Promise<Message | null> {
  try {
    await ctx.models.load(version);
    return null;
  } catch (error) {
    if (error instanceof Failure) {
      const { code, message } = error.detail;
      return sayOfDeploy('unavailable', { code, message });
    }
    throw error;
  }
}
