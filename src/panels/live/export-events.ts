import { liveWords } from '../../engine/live/wording';
import { type LiveEvent, reportEvent } from '../../nodes/contract/live-events';
import { chartCsv } from '../../ui/charts/save-chart';

/** The events as reports hold them. */
export const eventsJson = (events: readonly LiveEvent[]): string =>
  JSON.stringify(
    events.map((event) => reportEvent(event, liveWords)),
    null,
    2,
  );

/** One row an event (RFC 4180); its figures are JSON in the last column. */
export function eventsCsv(events: readonly LiveEvent[], nameOf: (nodeId: string) => string): string {
  return chartCsv({
    columns: ['tick', 'time', 'type', 'nodeId', 'node', 'reason', 'reasonKo', 'figures'],
    rows: events.map(({ tick, time, type, nodeId, reason, figures }) => {
      const { en, ko } = liveWords(reason);
      return [tick, new Date(time).toISOString(), type, nodeId, nameOf(nodeId), en, ko, JSON.stringify(figures)];
    }),
  });
}
