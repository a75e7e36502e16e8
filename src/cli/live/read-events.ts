import type { ReportedEvent } from '../../nodes/contract/live-events';
import { readReportedEvent } from '../../nodes/contract/reported-event';

/** Events, one a line; undefined where a line is none. */
export function readEvents(bytes: Uint8Array): readonly ReportedEvent[] | undefined {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.pop() !== '') return undefined;
  const events: ReportedEvent[] = [];
  for (const line of lines) {
    try {
      const event = readReportedEvent(JSON.parse(line));
      if (event === undefined) return undefined;
      events.push(event);
    } catch {
      return undefined;
    }
  }
  return events;
}
