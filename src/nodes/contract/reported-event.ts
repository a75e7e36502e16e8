import '../../lib/zod-without-eval';
import { z } from 'zod';
import { asWritten } from '../../lib/as-written';
import { messageSchema } from '../../lib/message-schema';
import { LIVE_EVENT_TYPES, type LiveEvent, type ReportedEvent } from './live-events';

const head = z.looseObject({
  tick: z.int(),
  type: z.enum(LIVE_EVENT_TYPES),
  nodeId: z.string(),
  time: z.string(),
  reason: z.string(),
  reasonKo: z.string(),
  message: messageSchema,
});
const wordsAlone = z.looseObject({ reason: z.string(), reasonKo: z.string(), message: z.undefined().optional() });

/** What it holds beyond its head are figures, which JSON has told apart already. */
const isEvent = (value: unknown): value is ReportedEvent => head.safeParse(value).success;

/** Version 1 wrote the sentences alone. */
function withMessage(event: unknown): unknown {
  const before = wordsAlone.safeParse(event);
  if (!before.success) return event;
  const { reason: en, reasonKo: ko } = before.data;
  return { ...before.data, message: asWritten({ en, ko }) };
}

/** An event out of a report or a line of NDJSON, parsed; undefined where it is none. */
export function readReportedEvent(value: unknown): ReportedEvent | undefined {
  const event = withMessage(value);
  return isEvent(event) ? event : undefined;
}

/** The event that was reported so, at its place on the timeline. */
export function eventReported(reported: ReportedEvent, index: number): LiveEvent {
  const { tick, type, nodeId, time, reason: _, reasonKo: __, message, ...figures } = reported;
  return { index, tick, type, nodeId, time: Date.parse(time), reason: message, figures };
}
