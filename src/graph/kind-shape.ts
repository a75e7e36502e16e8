import type { JsonObject } from '../lib/json';
import type { Text } from '../lib/text';
import type { PortContent, PortType } from './port-types';

/** The four stages of the flow, and the loop back. */
export const STAGES = ['ingest', 'prepare', 'train', 'serve', 'retrain'] as const;
export type Stage = (typeof STAGES)[number];

/** A port of a node. */
export interface PortShape {
  readonly name: string;
  readonly title: Text;
  readonly type: PortType;
  /** An input that takes several wires, in the order in which the document lists them. Else it takes one. */
  readonly many?: true;
  /** An input that may stay unconnected. */
  readonly optional?: boolean;
  /** The only place where a cycle may close. */
  readonly feedback?: boolean;
  /** Carries values in the loop's ticks: `only` then, or `also` in the batch phase. Neither: in the batch phase alone. */
  readonly live?: 'only' | 'also';
  /** What an output gives beyond its type, and what an input can do nothing without. */
  readonly content?: PortContent;
}

/** The ports of a node. */
export interface Ports<
  In extends readonly PortShape[] = readonly PortShape[],
  Out extends readonly PortShape[] = readonly PortShape[],
> {
  readonly inputs: In;
  readonly outputs: Out;
}

/** What a kind is for. Whoever needs nodes of one sort asks for this; stages only say where a kind stands on the page. */
export type KindRole =
  /** Brings rows into the pipeline, from nothing that stands before it. */
  | 'source'
  /** Changes which rows there are (filter, join, aggregate): acts on the data set and is no part of a recipe. */
  | 'etl'
  /** Says which rows are for training, validation and test. */
  | 'split'
  /** Prepares columns; fits on training rows and adds a step to the recipe. */
  | 'step'
  /** Trains a model from a table. */
  | 'trainer'
  /** Brings in a model that was trained before. */
  | 'model-source'
  /** Changes how a model decides without training it: a model in, a model out. */
  | 'model-step'
  /** Measures a model and gives a report of its figures. */
  | 'evaluator'
  /** Runs what stands above it many times over and gathers the figures. */
  | 'study'
  /** Lets a model answer the rows of a table, once. */
  | 'answers'
  /** Serves a model to a stream; its champion is the model that serves. */
  | 'deployment'
  /** Hands out rows batch by batch while the loop ticks. */
  | 'stream'
  /** Watches what a deployment answers. */
  | 'monitor'
  /** Says when a model is to be trained again. */
  | 'trigger'
  /** Trains a deployment's challenger while the loop ticks. */
  | 'retraining'
  /** Says whether a challenger may take the champion's place. */
  | 'gate';

/** A value that the params of a kind cannot have. */
export interface ParamIssue {
  /** The way to it: the param, and the part of it (`columns`, `0`, `role`). Empty where the params themselves do not fit. */
  readonly path: readonly string[];
  /** What stands there, as JSON, not at any length; undefined where nothing does. */
  readonly given: string | undefined;
  /** Names that stand there and mean nothing. */
  readonly unknown?: readonly string[];
  /** How many characters or items it may have, where it is that. */
  readonly limit?: { readonly of: 'characters' | 'items'; readonly least?: number; readonly most?: number };
}

/** Params as a kind reads them, with defaults filled in, or what is wrong with them. */
export type ParsedParams =
  | { readonly ok: true; readonly params: JsonObject }
  | { readonly ok: false; readonly issues: readonly ParamIssue[] };

/** What the graph needs to know of a kind; a kind's spec satisfies it. */
export interface KindShape {
  readonly id: string;
  /** What people call it. */
  readonly title: Text;
  readonly stage: Stage;
  readonly role: KindRole;
  /** `network`: what it gives, or says in the ticks, follows from the backend asked for too. */
  readonly computesWith: 'network' | 'nothing';
  /** The ports of every node of the kind, or those that follow from a node's params. A compiled node has its own. */
  readonly ports: Ports | ((params: JsonObject) => Ports);
  /** The params of a node that nobody has set. */
  readonly defaults: JsonObject;
  /** Params with defaults filled in; never throws. */
  parseParams(params: JsonObject): ParsedParams;
}

/** The ports of a node with such params, as the kind has parsed them; with params that it cannot read, those of its defaults. */
export function portsOf({ ports, defaults }: Pick<KindShape, 'ports' | 'defaults'>, parsed: ParsedParams): Ports {
  return typeof ports === 'function' ? ports(parsed.ok ? parsed.params : defaults) : ports;
}

/** The input or output of a node by name. */
export function portOf(node: Ports | undefined, side: 'inputs' | 'outputs', name: string): PortShape | undefined {
  return node?.[side].find((port) => port.name === name);
}

/**
 * Whether what an output gives comes when the input takes it: in the loop's ticks, in the batch phase,
 * or in both.
 */
export function comesInTime(output: Pick<PortShape, 'live'>, input: Pick<PortShape, 'live'>): boolean {
  if (input.live === 'only') return output.live !== undefined;
  return input.live === 'also' || output.live !== 'only';
}

/** Whether an input can do anything with what an output gives. */
export const isOfUse = (output: Pick<PortShape, 'content'>, input: Pick<PortShape, 'content'>): boolean =>
  input.content === undefined || input.content === output.content;

/**
 * Which input a bypassed node hands on at each of its outputs: the first input of the same type
 * that no earlier output took, or null where none is left. Of several wires there, the first is handed on.
 */
export function passThrough(kind: Ports): ReadonlyMap<string, string | null> {
  const free = kind.inputs.filter((input) => input.feedback !== true);
  const through = new Map<string, string | null>();
  for (const output of kind.outputs) {
    const at = free.findIndex((input) => input.type === output.type);
    through.set(output.name, free[at]?.name ?? null);
    if (at >= 0) free.splice(at, 1);
  }
  return through;
}
