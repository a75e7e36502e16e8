import { sameMessage, shapeOf } from '../../lib/message';
import type { LiveStatus } from '../../nodes/contract/live-events';
import type { StatusSpan } from './live-types';

/** The most sentences kept of one node. */
const MAX_SPANS = 400;

/** What differs in its figures alone is one: "120 of 500 rows", then "140 of 500 rows". */
const matterOf = ({ level, message }: LiveStatus): string => level + shapeOf(message);

/** What each node said of itself, one entry for as long as it said the same. */
export interface StatusSpans {
  add(tick: number, statuses: Readonly<Record<string, LiveStatus>>): void;
  of(nodeId: string): readonly StatusSpan[];
}

export function createStatusSpans(): StatusSpans {
  const spans = new Map<string, StatusSpan[]>();
  const shapes = new Map<string, string>();
  return {
    add(tick, statuses) {
      for (const [nodeId, status] of Object.entries(statuses)) {
        const own = spans.get(nodeId) ?? [];
        if (own.length === 0) spans.set(nodeId, own);
        const shape = matterOf(status);
        const last = own.at(-1);
        if (last !== undefined && shapes.get(nodeId) === shape) {
          const varied = last.varied || !sameMessage(last.status.message, status.message);
          own[own.length - 1] = { ...last, until: tick, varied, status };
        } else {
          own.push({ tick, until: tick, varied: false, status });
          if (own.length > 2 * MAX_SPANS) own.splice(0, own.length - MAX_SPANS);
        }
        shapes.set(nodeId, shape);
      }
    },
    of: (nodeId) => spans.get(nodeId) ?? [],
  };
}
