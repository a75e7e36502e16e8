import type { PortShape } from '../../graph/kind-shape';
import type { PortType, WireSchema } from '../../graph/schema-types';

/*
 * What arrives at ports, as types: a kind's spec says which ports there are, and its runner and its live half are given
 * values by their names. An input that takes many wires gets a list, in the order of the wires.
 */

interface Typed {
  readonly type: PortType;
}

/** Values by port, of ports that are not known one by one. */
export type ByPort<V> = Readonly<Record<string, V | readonly V[] | undefined>>;

type Of<V extends Typed, P extends PortShape> = Extract<V, { readonly type: P['type'] }>;

/** Where a port may or may not take many, both may come. */
type Arriving<One, Each, P extends PortShape> = P extends { readonly many: true }
  ? readonly Each[]
  : 'many' extends keyof P
    ? One | readonly Each[]
    : One;

/** Whether an input may be without a wire; where it is not said, it may. */
type Unwired<P extends PortShape> = P extends { readonly optional: true }
  ? undefined
  : 'optional' extends keyof P
    ? undefined
    : never;

type InBatch<P extends PortShape> = P extends { readonly live: 'only' } | { readonly feedback: true } ? never : P;
type InTicks<P extends PortShape> = P extends { readonly live: 'only' }
  ? P
  : P extends { readonly live: 'also' }
    ? never
    : 'live' extends keyof P
      ? P
      : never;

/** What a runner, and a live half at its start, is given: the batch phase's values. */
export type BatchInputs<V extends Typed, In extends readonly PortShape[]> = {
  readonly [P in InBatch<In[number]> as P['name']]: Arriving<Of<V, P> | Unwired<P>, Of<V, P>, P>;
};

/** What a runner gives: the values of the outputs that do not speak in the ticks alone. */
export type BatchOutputs<V extends Typed, Out extends readonly PortShape[]> = {
  readonly [P in Exclude<Out[number], { readonly live: 'only' }> as P['name']]: Of<V, P>;
};

/** What a live half is given in a tick; undefined where what feeds it stayed silent, or nothing does. */
export type TickInputs<V extends Typed, In extends readonly PortShape[]> = {
  readonly [P in InTicks<In[number]> as P['name']]: Arriving<Of<V, P> | undefined, Of<V, P> | undefined, P>;
};

/** What is known of what arrives, before anything runs; undefined where nothing is. */
export type KnownInputs<In extends readonly PortShape[]> = {
  readonly [P in In[number] as P['name']]: Arriving<Of<WireSchema, P> | undefined, Of<WireSchema, P> | undefined, P>;
};

/** When a port's values are asked for. */
export type Asked = 'batch' | 'tick' | 'known';

const isAsked = ({ live, feedback }: PortShape, when: Asked): boolean =>
  when === 'known' || (when === 'tick' ? live === 'only' : live !== 'only' && feedback !== true);

/** Whether values are what the types above promise of ports. Everyone who runs kinds sees to it: what fails here is a bug. */
function mismatch(ports: readonly PortShape[], given: ByPort<Typed | undefined>, when: Asked): string | null {
  for (const port of ports) {
    if (!isAsked(port, when)) continue;
    const { name, type, many, optional } = port;
    const value = given[name];
    const isList = value !== undefined && 'length' in value;
    if (isList !== (many === true)) return `the input ${name} should ${many === true ? '' : 'not '}be a list`;
    const values = isList ? value : [value];
    const mayBeSilent = when !== 'batch' || (many !== true && optional === true);
    for (const each of values) {
      if (each === undefined ? !mayBeSilent : each.type !== type) return `no ${type} on port ${name}`;
    }
  }
  return null;
}

/** Tells the compiler what arrives at a kind's ports, after having looked. */
export function assertArrives<T extends ByPort<unknown>>(
  ports: readonly PortShape[],
  given: ByPort<Typed | undefined>,
  when: Asked,
): asserts given is ByPort<Typed | undefined> & T {
  const wrong = mismatch(ports, given, when);
  if (wrong !== null) throw new Error(wrong);
}
