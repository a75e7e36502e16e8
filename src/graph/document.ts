import '../lib/zod-without-eval';
import { z } from 'zod';
import { jsonObject } from '../lib/json-schema';

/** The newest document format this build reads and writes. */
export const DOCUMENT_VERSION = 4;

/** How far from the origin anything may stand, in pixels either way. */
export const MAX_POSITION = 1_000_000;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id is 1 to 64 letters, digits, - or _');
const endpoint = z.string().regex(/^[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{1,64}$/, 'a wire end is NODE.PORT');
const coordinate = z.number().min(-MAX_POSITION).max(MAX_POSITION);
const position = z.strictObject({ x: coordinate, y: coordinate });
const side = z.number().positive().max(10_000);

/** Fields of the file that this build does not know: kept as they are and written back where they were found. */
const extra = jsonObject.exactOptional();

export const edgeSchema = z.strictObject({ from: endpoint, to: endpoint, extra });
export const noteSchema = z.strictObject({
  id,
  text: z.string().max(10_000),
  position,
  size: z.strictObject({ width: side, height: side }),
  extra,
});
/**
 * A name that a person gives to params of nodes, so that a pipeline or a group can be set without opening it. It has no
 * value of its own: its value is that of its targets, and setting it sets them all.
 */
export const parameterSchema = z.strictObject({
  name: id,
  label: z.string().max(200),
  /** `NODE.PARAM`; of a group within, `GROUP.NAME` of one of its own. */
  targets: z.array(endpoint).min(1).max(200),
  extra,
});
const groupPort = z.strictObject({
  name: id,
  /** `NODE.PORT` of a node within. */
  end: endpoint,
});
export const nodeSchema = z.strictObject({
  id,
  kind: z.string().min(1).max(64),
  label: z.string().max(200),
  params: jsonObject,
  position,
  mode: z.enum(['on', 'bypassed', 'off']),
  /** Of a node of kind `group` alone: the pipeline within. */
  get group() {
    return groupSchema.exactOptional();
  },
  extra,
});
/** A pipeline that stands as one node in another. Ids are its own: they may recur outside. */
export const groupSchema = z.strictObject({
  get nodes() {
    return z.array(nodeSchema).max(2_000);
  },
  edges: z.array(edgeSchema).max(10_000),
  notes: z.array(noteSchema).max(1_000),
  inputs: z.array(groupPort).max(50),
  outputs: z.array(groupPort).max(50),
  parameters: z.array(parameterSchema).max(200),
  extra,
});

/**
 * The one definition of a pipeline file; `public/pipeline.schema.json` is generated from it. Wires that end at one input
 * are in the order in which the file lists them.
 */
export const documentSchema = z.strictObject({
  format: z.literal('millrace/pipeline'),
  version: z.literal(DOCUMENT_VERSION),
  name: z.string().max(200),
  description: z.string().max(10_000),
  seed: z.int().min(0).max(0xffff_ffff),
  nodes: z.array(nodeSchema).max(2_000),
  edges: z.array(edgeSchema).max(10_000),
  notes: z.array(noteSchema).max(1_000),
  /** Absent where there are none. */
  parameters: z.array(parameterSchema).max(200).exactOptional(),
  extra,
});

export type PipelineDocument = Readonly<z.infer<typeof documentSchema>>;
export type PipelineNode = Readonly<z.infer<typeof nodeSchema>>;
export type PipelineEdge = Readonly<z.infer<typeof edgeSchema>>;
export type PipelineNote = Readonly<z.infer<typeof noteSchema>>;
export type PipelineParameter = Readonly<z.infer<typeof parameterSchema>>;
export type PipelineGroup = Readonly<z.infer<typeof groupSchema>>;
