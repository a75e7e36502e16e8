import { NODE_WIDTH } from '../../graph/geometry';
import type { CompiledNode } from '../../graph/pipeline';
import type { Facing, PortPlaces } from '../../graph/route/port-places';

/** Where a port stands on its frame, if not where it usually does. */
export interface PortFacing {
  readonly facing: Facing;
  /** How far along the frame's upper or lower edge, as a share. */
  readonly along: number;
}

const USUAL = { inputs: 'left', outputs: 'right' } as const;

/** The ports of a node that do not look the usual way, as words that are equal where they stand alike. */
export function unusualFacing({ id, node, inputs, outputs }: CompiledNode, places: PortPlaces): string {
  const of = (side: 'inputs' | 'outputs', names: readonly { readonly name: string }[]): readonly string[] =>
    names.flatMap(({ name }) => {
      const place = places(id, side, name);
      if (place === null || place.facing === USUAL[side]) return [];
      return [`${side}.${name} ${place.facing} ${(place.x - node.position.x) / NODE_WIDTH}`];
    });
  return [...of('inputs', inputs), ...of('outputs', outputs)].join('\n');
}

/** What {@link unusualFacing} says of a port. */
export function facingOf(words: string, side: 'inputs' | 'outputs', name: string): PortFacing {
  const own = words.split('\n').find((line) => line.startsWith(`${side}.${name} `));
  const [, facing = '', along = ''] = own?.split(' ') ?? [];
  return { facing: isFacing(facing) ? facing : USUAL[side], along: Number(along) || 0.5 };
}

const isFacing = (word: string): word is Facing => ['left', 'right', 'up', 'down'].includes(word);

/** The ports of one side among those that are wired, which are named `i.PORT` and `o.PORT`. */
export const wiredPorts = (wired: string, side: 'inputs' | 'outputs'): readonly string[] =>
  wired.split(' ').flatMap((port) => (port.startsWith(`${side[0]}.`) ? [port.slice(2)] : []));
