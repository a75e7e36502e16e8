import '../../lib/zod-without-eval';
import { z } from 'zod';
import { TASKS } from '../../graph/schema-types';
import { textSchema } from '../../lib/failure-schema';
import { messageSchema } from '../../lib/message-schema';
import { heldSchema, rowRange } from '../../nodes/contract/live-schemas';
import type { MonitorReport } from '../../nodes/contract/monitor-report';

/* What a monitor says in a tick, as files from elsewhere are held against it. */

const whole = z.int().min(0);
const share = z.number().nullable();
const measures = z.record(z.string(), z.number().nullable());
const verdict = z.enum(['stable', 'drift', 'not-enough-rows']);
/** Beyond it there is no date that a calendar could write. */
export const moment = z.number().min(-8.64e15).max(8.64e15);

const columnDrift = z.object({
  column: z.string(),
  type: z.enum(['number', 'category']),
  method: z.enum(['ks', 'chi-square', 'psi', 'wasserstein', 'jensen-shannon']),
  statistic: share,
  pValue: share,
  threshold: z.number(),
  effect: share,
  verdict,
  referenceRows: whole,
  currentRows: whole,
});

const detector = z.object({
  verdict: z.enum(['stable', 'warning', 'drift']),
  lastDrift: whole.nullable(),
  drifts: whole,
});

const group = z.object({
  group: z.string(),
  rows: whole,
  selectionRate: share,
  truePositiveRate: share,
  falsePositiveRate: share,
  accuracy: share,
});

const referenceOf = z.discriminatedUnion('what', [
  z.object({ what: z.literal('evaluation') }),
  z.object({ what: z.literal('first-rows'), rows: whole, needed: whole, chance: share }),
]);

export const monitorReportSchema = z.object({
  deployment: z.string(),
  stream: z.string(),
  version: z.string(),
  tick: whole,
  time: moment,
  task: z.enum(TASKS),
  rows: z.object({
    batch: whole,
    refused: whole,
    labelled: whole,
    totalLabelled: whole,
    window: whole,
    versions: whole.exactOptional(),
  }),
  performance: z.object({
    headline: z.string(),
    batch: measures,
    window: measures,
    overall: measures,
    noChange: measures,
    majority: measures,
    reference: measures.nullable(),
    referenceOf: referenceOf.exactOptional(),
  }),
  drift: z.object({
    columns: z.array(columnDrift),
    prediction: columnDrift.nullable(),
    target: columnDrift.nullable(),
    share,
    verdict,
    current: rowRange,
    reference: rowRange,
    ranges: z.array(rowRange).exactOptional(),
  }),
  detectors: z.object({ adwin: detector, pageHinkley: detector, ddm: detector }),
  fairness: z
    .object({
      column: z.string(),
      favourable: z.string(),
      groups: z.array(group),
      parityDifference: share,
      parityRatio: share,
      equalizedOddsDifference: share,
      undefinedBecause: z.record(z.string(), textSchema).exactOptional(),
    })
    .nullable(),
  quality: z.array(
    z.object({
      rule: z.enum(['missing', 'range', 'unseen-category', 'constant', 'duplicate-rows', 'type']),
      column: z.string().nullable(),
      rows: whole,
      share: z.number(),
      message: messageSchema,
    }),
  ),
  held: heldSchema.exactOptional(),
}) satisfies z.ZodType<MonitorReport>;
