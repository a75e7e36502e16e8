import type { LiveStatus } from '../../nodes/contract/live-events';
import type { LiveState, LiveTurn } from './live-types';

/** What a node says of itself in the tick looked at. */
export function shownStatus({ cursor, statuses, history }: LiveState, nodeId: string): LiveStatus | undefined {
  return cursor === null ? statuses[nodeId] : history.statusesAt(cursor)[nodeId];
}

/** The change of champion to be shown at a deployment: the last one, or that of the tick looked at. */
export function shownTurn(state: LiveState, deployment: string): LiveTurn | null {
  const { cursor, history, turn } = state;
  if (cursor === null) return turn?.deployment === deployment ? turn : null;
  const event = history
    .eventsAt(cursor)
    .findLast(({ type, nodeId }) => nodeId === deployment && (type === 'promote' || type === 'rollback'));
  return event === undefined ? null : history.turnOf(event);
}

/** How many alerts a node has raised up to the tick looked at. */
export function shownAlerts({ cursor, history }: LiveState, nodeId: string): number {
  const alerts = history.alertsOf(nodeId);
  return cursor === null ? alerts.length : alerts.filter(({ tick }) => tick <= cursor).length;
}
