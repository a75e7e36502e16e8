import { type NodeHandle, Position } from '@xyflow/react';
import { frameHeight, NODE_WIDTH, portTop } from '../../graph/geometry';
import type { CompiledNode } from '../../graph/pipeline';
import { facingOf, wiredPorts } from '../node/port-facing';

/** Sizes of `port.css` and of the frame's border. */
const MARK = 12;
const BORDER = 1;

interface Frame {
  readonly size: { readonly width: number; readonly height: number };
  readonly handles: NodeHandle[];
}

/** How large a node is drawn and where its ports are, as they would be measured. A placeholder has the ports that are wired. */
export function frameOf({ spec, inputs, outputs }: CompiledNode, wired: string, facing: string): Frame {
  const names = {
    inputs: spec === undefined ? wiredPorts(wired, 'inputs') : inputs.map(({ name }) => name),
    outputs: spec === undefined ? wiredPorts(wired, 'outputs') : outputs.map(({ name }) => name),
  };
  const height = frameHeight(Math.max(names.inputs.length, names.outputs.length));
  const along = (side: 'inputs' | 'outputs'): NodeHandle[] =>
    names[side].map((name, index) => ({
      id: name,
      type: side === 'inputs' ? 'target' : 'source',
      width: MARK,
      height: MARK,
      ...placed(facingOf(facing, side, name), index, height),
    }));
  return { size: { width: NODE_WIDTH, height }, handles: [...along('inputs'), ...along('outputs')] };
}

function placed(
  { facing, along }: ReturnType<typeof facingOf>,
  index: number,
  height: number,
): Pick<NodeHandle, 'x' | 'y' | 'position'> {
  const x = BORDER + along * (NODE_WIDTH - 2 * BORDER) - MARK / 2;
  const y = BORDER + portTop(index) - MARK / 2;
  const first = BORDER - MARK / 2;
  switch (facing) {
    case 'left':
      return { x: first, y, position: Position.Left };
    case 'right':
      return { x: NODE_WIDTH - BORDER - MARK / 2, y, position: Position.Right };
    case 'up':
      return { x, y: first, position: Position.Top };
    case 'down':
      return { x, y: height - BORDER - MARK / 2, position: Position.Bottom };
  }
}
