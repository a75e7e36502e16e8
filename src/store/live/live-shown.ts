import type { LiveStatus } from '../../nodes/contract/live-events';
import type { ChampionChange, LiveState } from './live-types';

/** What a node says of itself in the tick looked at. */
export function shownStatus({ cursor, statuses, history }: LiveState, nodeId: string): LiveStatus | undefined {
  return cursor === null ? statuses[nodeId] : history.statusesAt(cursor)[nodeId];
}

/** The change of champion to be shown at a deployment: the last one, or that of the tick looked at. */
export function shownChange(state: LiveState, deployment: string): ChampionChange | null {
  const { cursor, history, championChange: change } = state;
  if (cursor === null) return change?.deployment === deployment ? change : null;
  const event = history
    .eventsAt(cursor)
    .findLast(({ type, nodeId }) => nodeId === deployment && (type === 'promote' || type === 'rollback'));
  return event === undefined ? null : history.changeOf(event);
}

/** How many alerts a node has raised up to the tick looked at. */
export function shownAlerts({ cursor, history }: LiveState, nodeId: string): number {
  const alerts = history.alertsOf(nodeId);
  return cursor === null ? alerts.length : alerts.filter(({ tick }) => tick <= cursor).length;
}
