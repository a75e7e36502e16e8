import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { EngineEvent, OutputSummary } from '../../engine/events';
import { TASKS, type WireSchema } from '../../graph/schema-types';
import { failureSchema, textSchema } from '../../lib/failure-schema';
import { jsonObject } from '../../lib/json-schema';
import { CELL_TYPES, ROLES } from '../../table/column-types';
import type { DataNote } from '../../table/notes';
import { fieldSchema } from '../../table/table-schemas';

/*
 * What a run says, as lines of files from elsewhere are held against it: all that the page draws from is asked for, so
 * that a line that passes cannot break it.
 */

const whole = z.int().min(0);
const metrics = z.record(z.string(), z.number().nullable());

const tableSchema = z.object({
  type: z.literal('table'),
  fields: z.array(fieldSchema),
  complete: z.boolean(),
  mayGain: z.array(z.string()).exactOptional(),
  rows: z.number().exactOptional(),
  partitioned: z.boolean(),
  fittedBeforeSplit: z.array(z.string()),
  flattery: z
    .array(z.object({ message: textSchema, columns: z.array(z.string()), column: z.string().exactOptional() }))
    .exactOptional(),
  passedOver: z.array(z.string()).exactOptional(),
});

const wireSchema = z.discriminatedUnion('type', [
  tableSchema,
  z.object({
    type: z.literal('model'),
    task: z.enum(TASKS),
    target: z.string(),
    classes: z.array(z.string()).exactOptional(),
    table: tableSchema.exactOptional(),
  }),
  z.object({ type: z.enum(['report', 'stream', 'signal']) }),
]) satisfies z.ZodType<WireSchema>;

const setting = z.object({ role: z.enum(ROLES).exactOptional(), type: z.enum(CELL_TYPES).exactOptional() });

const note = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning']),
  message: textSchema,
  count: z.number(),
  column: z.string().exactOptional(),
  rows: z.array(z.number()).exactOptional(),
  examples: z.array(z.string()).exactOptional(),
  hint: textSchema.exactOptional(),
  mend: z
    .discriminatedUnion('type', [
      z.object({ label: textSchema, type: z.literal('params'), params: jsonObject }),
      z.object({
        label: textSchema,
        type: z.literal('columns'),
        drop: z.array(z.string()).exactOptional(),
        settings: z.record(z.string(), setting).exactOptional(),
        unreadable: z.literal('missing').exactOptional(),
      }),
    ])
    .exactOptional(),
}) satisfies z.ZodType<DataNote>;

const summary = z.object({
  schema: wireSchema,
  rows: whole.exactOptional(),
  columns: whole.exactOptional(),
  parts: z.object({ train: whole, validation: whole, test: whole }).exactOptional(),
  part: z.enum(['train', 'validation', 'test']).exactOptional(),
  warnings: z.array(note).exactOptional(),
  metrics: metrics.exactOptional(),
  carriedRows: whole.exactOptional(),
  decision: textSchema.exactOptional(),
}) satisfies z.ZodType<OutputSummary>;

const point = z.object({
  epoch: z.number(),
  epochs: z.number().nullable(),
  values: z.record(z.string(), z.number()),
  rowsPerSecond: z.number().exactOptional(),
});

const backend = z.enum(['webgl', 'wasm', 'cpu', 'webgpu']);
const run = { runId: z.string() };
const node = { ...run, nodeId: z.string() };

export const engineEventSchema = z.discriminatedUnion('type', [
  z.object({ ...run, type: z.literal('runStarted'), nodeIds: z.array(z.string()) }),
  z.object({ ...node, type: z.literal('nodeStarted') }),
  z.object({
    ...node,
    type: z.literal('nodeProgress'),
    fraction: z.number(),
    doing: textSchema.exactOptional(),
    secondsLeft: z.number().exactOptional(),
  }),
  z.object({ ...node, type: z.literal('nodeMetric'), point }),
  z.object({ ...node, type: z.literal('nodeLog'), message: textSchema }),
  z.object({ ...node, type: z.literal('nodeBackend'), backend, reason: textSchema }),
  z.object({
    ...node,
    type: z.literal('nodeCompleted'),
    key: z.string(),
    ms: z.number(),
    cached: z.boolean(),
    outputs: z.record(z.string(), summary),
    backend: backend.exactOptional(),
  }),
  z.object({ ...node, type: z.literal('nodeFailed'), failure: failureSchema, ms: z.number() }),
  z.object({ ...node, type: z.literal('nodeSkipped'), because: textSchema }),
  z.object({
    ...run,
    type: z.literal('runFinished'),
    status: z.enum(['completed', 'failed', 'cancelled']),
    ms: z.number(),
  }),
]) satisfies z.ZodType<EngineEvent>;
