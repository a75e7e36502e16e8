import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { EngineEvent } from '../../engine/events';
import type { LivePhase, TickRecord } from '../../engine/live/messages';
import type { FailureDetail } from '../../lib/failure';
import { failureSchema } from '../../lib/failure-schema';
import type { Json } from '../../lib/json';
import { jsonObject } from '../../lib/json-schema';
import { messageSchema } from '../../lib/message-schema';
import type { LiveStatus, ReportedEvent } from '../../nodes/contract/live-events';
import { readReportedEvent } from '../../nodes/contract/reported-event';
import { engineEventSchema } from './engine-event-schema';
import { moment, monitorReportSchema } from './monitor-report-schema';

/** What plays from here on: a run, alone or as the page's own probing of a source, or a loop. */
export interface PipelineLine {
  readonly type: 'pipeline';
  readonly plays: 'run' | 'probe' | 'loop';
  readonly id: string;
  /** The file of the pipeline, as it was when it began. */
  readonly document: Json;
}

/** What else came of a tick whose events were told just before. */
export type TickLine = Omit<TickRecord, 'events'> & { readonly type: 'tick' };

interface PhaseLine {
  readonly type: 'phase';
  readonly phase: LivePhase;
  readonly failure?: FailureDetail;
}

/** A line of a recording: what `run --events` and `live --events` print, and what the page hears besides. */
export type Line = EngineEvent | ReportedEvent | PipelineLine | TickLine | PhaseLine;

const status = z.object({
  level: z.enum(['ok', 'busy', 'warning', 'alarm']),
  message: messageSchema,
  figures: jsonObject.exactOptional(),
}) satisfies z.ZodType<LiveStatus>;

const lineSchema = z.discriminatedUnion('type', [
  ...engineEventSchema.options,
  z.object({
    type: z.literal('pipeline'),
    plays: z.enum(['run', 'probe', 'loop']),
    id: z.string(),
    document: z.json(),
  }),
  z.object({
    type: z.literal('tick'),
    tick: z.int().min(0),
    time: moment,
    statuses: z.record(z.string(), status),
    reports: z.record(z.string(), monitorReportSchema),
  }),
  z.object({
    type: z.literal('phase'),
    phase: z.enum(['preparing', 'playing', 'paused', 'ended', 'failed']),
    failure: failureSchema.exactOptional(),
  }),
]) satisfies z.ZodType<Exclude<Line, ReportedEvent>>;

/** The place in a line where it is not what it should be; empty where that is the line itself. */
export interface Unread {
  readonly wrongAt: string;
}

/** A parsed line, or where it is wrong. */
export function readLine(value: unknown): Line | Unread {
  const event = readReportedEvent(value);
  if (event !== undefined) return isDate(event.time) && event.tick >= 0 ? event : { wrongAt: 'time' };
  const read = lineSchema.safeParse(value);
  if (read.success) return read.data;
  return { wrongAt: (read.error.issues[0]?.path ?? []).map(String).join('.') };
}

export const isUnread = (line: Line | Unread): line is Unread => 'wrongAt' in line && !('type' in line);

const isDate = (time: string): boolean => !Number.isNaN(Date.parse(time));

/** The node that a line speaks of; null where it speaks of none, or of all. */
export const nodeOf = (line: Line): string | null => ('nodeId' in line ? line.nodeId : null);

/** Whether a line is an event of the loop. */
export const isReported = (line: Line): line is ReportedEvent => 'reasonKo' in line;
