import '../../lib/zod-without-eval';
import { z } from 'zod';
import { pipelineHash } from '../../graph/pipeline-hash';
import { Failure, type FailureDetail } from '../../lib/failure';
import { sha256Hex } from '../../lib/hash';
import { canonicalJson, type JsonObject } from '../../lib/json';
import { messageSchema } from '../../lib/message-schema';
import { text } from '../../lib/text';
import type { SpecPipeline } from '../../nodes/catalog';
import type { LiveValue, RetrainJob } from '../../nodes/contract/live';
import { liveModelState, retrainJobState } from '../../nodes/contract/live-model-state';
import type { BackendChoice } from '../../nodes/contract/runner';
import type { StreamCursor } from './live-stream';

const words = z.strictObject({ en: z.string(), ko: z.string() });
const object: z.ZodType<JsonObject> = z.record(z.string(), z.json());
const whole = z.int().min(0);
const signal = z.strictObject({ fired: z.boolean(), reason: messageSchema, figures: object });
/** How what a wire back carries waits for the next tick; null of what cannot. */
const WAITING = {
  model: z.strictObject({ type: z.literal('model'), model: liveModelState }),
  signal: z.strictObject({ type: z.literal('signal'), signal }),
  stream: null,
  report: null,
} as const satisfies {
  readonly [T in LiveValue['type']]: z.ZodType<Extract<LiveValue, { readonly type: T }>> | null;
};
const delayed: z.ZodType<DelayedValue> = z.union(Object.values(WAITING).flatMap((waiting) => waiting ?? []));

const failure: z.ZodType<FailureDetail> = z
  .strictObject({
    code: z.string(),
    message: words,
    hint: words,
    column: z.string().optional(),
    row: z.number().optional(),
    port: z.string().optional(),
  })
  .transform(({ code, message, hint, column, row, port }) => ({
    code,
    message,
    hint,
    ...(column === undefined ? {} : { column }),
    ...(row === undefined ? {} : { row }),
    ...(port === undefined ? {} : { port }),
  }));

/** What a wire back may carry from one tick into the next: the input hears it a tick late. */
export type DelayedValue = {
  [T in LiveValue['type']]: (typeof WAITING)[T] extends null ? never : Extract<LiveValue, { readonly type: T }>;
}[LiveValue['type']];

/** Whether something can wait for the next tick. */
export const canWait = (value: LiveValue): value is DelayedValue => WAITING[value.type] !== null;

/** What of the outside a loop began with, so that it goes on with the same. */
export interface Pins {
  /** Params that name the versions of data sets that were read, by node id. */
  readonly params: Readonly<Record<string, JsonObject>>;
  /** Rows that a followed data set had when the loop began, by the stream's node id. */
  readonly follows: Readonly<Record<string, number>>;
}

/** All that a loop needs to go on as if it had never stopped. JSON; the registry holds the models. */
export interface LoopCheckpoint {
  readonly format: 'millrace/loop';
  readonly version: 2;
  /** What the loop's course follows from: a checkpoint of another pipeline is refused. */
  readonly origin: string;
  readonly pins: Pins;
  readonly tick: number;
  readonly time: number;
  /** Events so far: the next one's index. */
  readonly events: number;
  /** By node id; a live node without one could not go live. */
  readonly states: Readonly<Record<string, JsonObject>>;
  /** What kept nodes from their part in the last tick, and since the loop began. */
  readonly troubles: Readonly<Record<string, FailureDetail>>;
  readonly left: Readonly<Record<string, FailureDetail>>;
  /** What delayed inputs hear in the next tick, by `NODE.PORT` of the output. */
  readonly fedBack: Readonly<Record<string, DelayedValue>>;
  readonly streams: Readonly<Record<string, StreamCursor>>;
  /** Whether the last tick moved no stream. */
  readonly quiet: boolean;
  /** Begun, and not asked for yet. */
  readonly jobs: readonly RetrainJob[];
}

const checkpointSchema = z.strictObject({
  format: z.literal('millrace/loop'),
  version: z.literal(2),
  /** Null in version 1, which named the kinds' versions: whose loop it is shows in its states alone. */
  origin: z.string().nullable(),
  pins: z.strictObject({ params: z.record(z.string(), object), follows: z.record(z.string(), whole) }),
  tick: whole,
  time: z.number(),
  events: whole,
  states: z.record(z.string(), object),
  troubles: z.record(z.string(), failure),
  left: z.record(z.string(), failure),
  fedBack: z.record(z.string(), delayed),
  streams: z.record(z.string(), z.strictObject({ rows: whole, labelledTo: whole })),
  quiet: z.boolean(),
  jobs: z.array(retrainJobState),
});

/**
 * Reads a checkpoint, of any version so far, of the loop of a document; fails with `checkpoint-foreign` where it is of
 * another loop, or is damaged.
 */
export function openCheckpoint(raw: unknown, origin: string, pipeline: SpecPipeline): LoopCheckpoint {
  const parsed = checkpointSchema.safeParse(withoutKeys(raw));
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
