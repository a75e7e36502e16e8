import type { RunReport } from '../../engine/report';
import type { ReportedEvent } from '../../nodes/contract/live-events';

/** What a loop's process says when it ends. */
export const LIVE_EXIT = { completed: 0, failed: 1, usage: 2, alarm: 3 } as const;

/**
 * Failed where a node failed, or one could not do its part during these ticks; in alarm where some node still stood in
 * alarm at the end (a degraded model, broken data).
 */
export function liveExit(
  report: RunReport,
  events: readonly ReportedEvent[],
  alarms: readonly string[],
): (typeof LIVE_EXIT)[keyof typeof LIVE_EXIT] {
  if (report.status === 'failed' || events.some(isFailure)) return LIVE_EXIT.failed;
  return alarms.length > 0 ? LIVE_EXIT.alarm : LIVE_EXIT.completed;
}

/** An alert that says why a stage did not do its work, rather than what it found. */
const isFailure = ({ type, code, cause }: ReportedEvent): boolean =>
  type === 'alert' && (typeof code === 'string' || typeof cause === 'string');
