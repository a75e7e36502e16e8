import type { Held, TickContext } from '../../contract/live';
import type { LiveEventDraft } from '../../contract/live-events';
import type { RowRange } from '../../contract/row-range';
import { sayOfMonitor } from './messages';
import type { MonitorParams } from './spec';
import type { MonitorState } from './state';

/** Newer rows that take the place of those which the champion learned from, and what is said of it. */
export interface Adoption {
  readonly state: MonitorState;
  readonly adopts: readonly LiveEventDraft[];
}

/**
 * The newest rows where a person asked for them; else those of a challenger that was held because the champion did as
 * well, where the params say so. Null where neither is new in this tick.
 */
export function adoptionOf(
  state: MonitorState,
  held: Held | undefined,
  { to }: RowRange,
  { afterHold, driftWindow }: MonitorParams,
  { commands }: TickContext,
): Adoption | null {
  if (commands.some(({ type }) => type === 'adopt')) {
    return adopted(state, { from: Math.max(0, to - driftWindow), to }, true);
  }
  if (afterHold === 'keep' || held === undefined || !held.stoodUp || held.tick <= state.adoptedFor) return null;
  return held.rows === null ? null : adopted({ ...state, adoptedFor: held.tick }, held.rows, false);
}

function adopted(state: MonitorState, { from, to }: RowRange, byHand: boolean): Adoption {
  const reason = sayOfMonitor('reference-adopted', { from, to, byHand });
  const figures = { what: 'reference', byHand, rowsFrom: from, rowsTo: to };
  return { state: { ...state, adopted: { from, to } }, adopts: [{ type: 'drift', reason, figures }] };
}
