import '../../lib/zod-without-eval';
import { z } from 'zod';
import { asWritten } from '../../lib/as-written';
import { messageSchema } from '../../lib/message-schema';
import { LIVE_EVENT_TYPES, type ReportedEvent } from '../../nodes/contract/live-events';

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

/** Events, one a line; undefined where a line is none. */
export function readEvents(bytes: Uint8Array): readonly ReportedEvent[] | undefined {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.pop() !== '') return undefined;
  const events: ReportedEvent[] = [];
  for (const line of lines) {
    try {
      const event = withMessage(JSON.parse(line));
      if (!isEvent(event)) return undefined;
      events.push(event);
    } catch {
      return undefined;
    }
  }
  return events;
}
