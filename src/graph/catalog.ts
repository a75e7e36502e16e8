import type { PortType } from './schema-types';

/** The four stages of the flow, and the loop back. */
export const STAGES = ['ingest', 'prepare', 'train', 'serve', 'retrain'] as const;
export type Stage = (typeof STAGES)[number];

/** What the graph needs to know of a port. */
export interface PortShape {
  readonly name: string;
  readonly type: PortType;
  /** An input that may stay unconnected. */
  readonly optional?: boolean;
  /** The only place where a cycle may close. */
  readonly feedback?: boolean;
  /** Carries values in the loop's ticks: `only` then, or `also` in the batch phase. Neither: in the batch phase alone. */
  readonly live?: 'only' | 'also';
}

/** What the graph needs to know of a kind; a kind's spec satisfies it. */
export interface KindShape {
  readonly id: string;
  readonly stage: Stage;
  readonly inputs: readonly PortShape[];
  readonly outputs: readonly PortShape[];
}

/** The kinds this build knows. Given to the graph, so that the graph does not depend on them. */
export interface Catalog {
  kind(id: string): KindShape | undefined;
}

/** The input or output of a kind by name. */
export function portOf(kind: KindShape | undefined, side: 'inputs' | 'outputs', name: string): PortShape | undefined {
  return kind?.[side].find((port) => port.name === name);
}

/**
 * Whether what an output gives comes when the input takes it: in the loop's ticks, in the batch phase,
 * or in both.
 */
export function comesInTime(output: Pick<PortShape, 'live'>, input: Pick<PortShape, 'live'>): boolean {
  if (input.live === 'only') return output.live !== undefined;
  return input.live === 'also' || output.live !== 'only';
}

/**
 * Which input a bypassed node hands on at each of its outputs: the first input of the same type
 * that no earlier output took, or null where none is left.
 */
export function passThrough(kind: KindShape): ReadonlyMap<string, string | null> {
  const free = kind.inputs.filter((input) => input.feedback !== true);
  const through = new Map<string, string | null>();
  for (const output of kind.outputs) {
    const at = free.findIndex((input) => input.type === output.type);
    through.set(output.name, free[at]?.name ?? null);
    if (at >= 0) free.splice(at, 1);
  }
  return through;
}
