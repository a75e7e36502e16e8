import '../../lib/zod-without-eval';
import { z } from 'zod';
import { pipelineHash } from '../../graph/pipeline-hash';
import { Failure } from '../../lib/failure';
import { failureSchema } from '../../lib/failure-schema';
import { sha256Hex } from '../../lib/hash';
import { canonicalJson } from '../../lib/json';
import { jsonObject } from '../../lib/json-schema';
import type { OfSchema } from '../../lib/of-schema';
import { text } from '../../lib/text';
import type { SpecPipeline } from '../../nodes/catalog';
import type { LiveValue } from '../../nodes/contract/live';
import { liveModelSchema, retrainJobSchema, signalSchema } from '../../nodes/contract/live-schemas';
import type { BackendChoice } from '../../nodes/contract/runner';

/** How what a wire back carries waits for the next tick; null of what cannot. */
const WAITING = {
  model: z.strictObject({ type: z.literal('model'), model: liveModelSchema }),
  signal: z.strictObject({ type: z.literal('signal'), signal: signalSchema }),
  stream: null,
  report: null,
} as const satisfies {
  readonly [T in LiveValue['type']]: z.ZodType<Extract<LiveValue, { readonly type: T }>> | null;
};
const delayed = z.union(Object.values(WAITING).flatMap((waiting) => waiting ?? []));

/** What a wire back may carry from one tick into the next: the input hears it a tick late. */
export type DelayedValue = OfSchema<typeof delayed>;

/** Whether something can wait for the next tick. */
export const canWait = (value: LiveValue): value is DelayedValue => WAITING[value.type] !== null;

const whole = z.int().min(0);
const failures = z.record(z.string(), failureSchema);

/** What of the outside a loop began with, so that it goes on with the same. */
const pins = z.strictObject({
  /** Params that name the versions of data sets that were read, by node id. */
  params: z.record(z.string(), jsonObject),
  /** Rows that a followed data set had when the loop began, by the stream's node id. */
  follows: z.record(z.string(), whole),
});
export type Pins = OfSchema<typeof pins>;

/** How far a stream has been handed out. */
const streamCursor = z.strictObject({ rows: whole, labelledTo: whole });
export type StreamCursor = OfSchema<typeof streamCursor>;

const checkpointSchema = z.strictObject({
  format: z.literal('millrace/loop'),
  version: z.literal(2),
  /** What the loop's course follows from: a checkpoint of another pipeline is refused. */
  origin: z.string(),
  pins,
  tick: whole,
  time: z.number(),
  /** Events so far: the next one's index. */
  events: whole,
  /** By node id; a live node without one could not go live. */
  states: z.record(z.string(), jsonObject),
  /** What kept nodes from their part in the last tick, and since the loop began. */
  troubles: failures,
  left: failures,
  /** What delayed inputs hear in the next tick, by `NODE.PORT` of the output. */
  fedBack: z.record(z.string(), delayed),
  streams: z.record(z.string(), streamCursor),
  /** Whether the last tick moved no stream. */
  quiet: z.boolean(),
  /** Begun, and not asked for yet. */
  jobs: z.array(retrainJobSchema),
});

/** All that a loop needs to go on as if it had never stopped. JSON; the registry holds the models. */
export type LoopCheckpoint = OfSchema<typeof checkpointSchema>;

/** Null in version 1, which named the kinds' versions: whose loop it is shows in its states alone. */
const anyCheckpoint = checkpointSchema.extend({ origin: z.string().nullable() });

/**
 * Reads a checkpoint, of any version so far, of the loop of a document; fails with `checkpoint-foreign` where it is of
 * another loop, or is damaged.
 */
export function openCheckpoint(raw: unknown, origin: string, pipeline: SpecPipeline): LoopCheckpoint {
  const parsed = anyCheckpoint.safeParse(withoutKeys(raw));
  if (!parsed.success) throw foreignCheckpoint();
  const isOwn =
    parsed.data.origin === null
      ? Object.keys(parsed.data.states).every((id) => pipeline.node(id) !== undefined)
      : parsed.data.origin === origin;
  if (!isOwn) throw foreignCheckpoint();
  return { ...parsed.data, origin };
}

/** From version 1 to 2: an origin no longer changes with the versions of kinds. */
function withoutKeys(raw: unknown): unknown {
  const before = z.looseObject({ version: z.literal(1) }).safeParse(raw);
  return before.success ? { ...before.data, version: 2, origin: null } : raw;
}

/** The failure of a checkpoint that this loop cannot go on from. */
export function foreignCheckpoint(): Failure {
  return new Failure({
    code: 'checkpoint-foreign',
    message: text(
      'The loop cannot go on from here: the pipeline, its data or Millrace itself has changed since.',
      '파이프라인이나 데이터 또는 Millrace 버전이 바뀌어 저장된 지점부터 루프를 이어 갈 수 없어요.',
    ),
    hint: text('Start the loop from its beginning.', '루프를 처음부터 시작해 주세요.'),
  });
}

/**
 * Hash of everything that a person can say of a loop's course, the lake's newest versions aside; labels, places and
 * notes do not count. Which Millrace runs it does not either: a loop goes on in a later one.
 */
export function originOf({ document }: SpecPipeline, backend: BackendChoice, clock: string): string {
  return sha256Hex(canonicalJson({ clock, backend, seed: document.seed, pipeline: pipelineHash(document) }));
}
