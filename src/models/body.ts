import type { z } from 'zod';
import type { JsonObject } from '../lib/json';
import { unfitModelFile } from './invalid-model-file';
import type { ModelBody, ModelPart, ModelValue } from './model';

/** What a family's body is as data, without anything that computes: how it is written, named, described and weighed. */
export interface BodyFormat<B extends ModelBody> {
  readonly type: B['type'];
  /** The body as JSON that a model file holds, without its type. */
  write(body: B): JsonObject;
  /** Reads what `write` gave, out of a file that may hold anything. Fails with `model-file-invalid`. */
  read(json: JsonObject): B;
  /** What a model's answers depend on: JSON, and numbers hashed as the bytes they are. */
  identity(body: B): { readonly json: JsonObject; readonly arrays: readonly NumberArray[] };
  /** The layers, trees or tables that it is made of, for people; `model` names its columns and classes. */
  parts(body: B, model: Pick<ModelValue, 'features' | 'target'>): readonly ModelPart[];
  /** Numbers that were fitted. */
  parameters(body: B): number;
  /** Bytes that the numbers it carries take in memory. */
  bytes(body: B): number;
  /** Training rows whose values it holds, for whoever gets it to read. Absent: none. */
  carriedRows?(body: B): number;
  /** Multiply-adds that one row costs: what its latency grows with, alike on every machine, where a measured time is not. */
  multiplyAdds(body: B): number;
}

export type NumberArray = Float32Array | Float64Array | Int32Array | Uint8Array;

/** A format whose own type of body has been forgotten, as the list of families holds it. */
export type AnyBodyFormat = BodyFormat<ModelBody>;

/** Closes over a family's own type. A body of another type handed to the result is a bug. */
export function defineBody<B extends ModelBody>(format: BodyFormat<B>): AnyBodyFormat {
  const own = ownBody<B>(format.type);
  return {
    type: format.type,
    write: (body) => format.write(own(body)),
    read: format.read,
    identity: (body) => format.identity(own(body)),
    parts: (body, model) => format.parts(own(body), model),
    parameters: (body) => format.parameters(own(body)),
    bytes: (body) => format.bytes(own(body)),
    carriedRows: (body) => format.carriedRows?.(own(body)) ?? 0,
    multiplyAdds: (body) => format.multiplyAdds(own(body)),
  };
}

/** Tells a family's own bodies from others. */
export function ownBody<B extends ModelBody>(type: B['type']): (body: ModelBody) => B {
  const isOwn = (body: ModelBody): body is B => body.type === type;
  return (body) => {
    if (!isOwn(body)) throw new Error(`a ${body.type} was taken for a ${type}`);
    return body;
  };
}

/** A body read through its schema; fails with `model-file-invalid`, naming the field. */
export function readBody<T>(schema: z.ZodType<T>, json: JsonObject): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw unfitModelFile(parsed.error, 'body.');
}
