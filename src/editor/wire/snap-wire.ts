import { canConnect } from '../../graph/can-connect';
import type { PipelineEdge } from '../../graph/document';
import type { Point } from '../../graph/geometry';
import { nameAt } from '../../graph/node-name';
import type { CompiledNode, Pipeline } from '../../graph/pipeline';
import { wireToEnd } from '../../graph/plan-wires';
import { portTypeName } from '../../graph/port-types';
import { nodeBox, portPlaces } from '../../graph/route/port-places';
import { wireEnd } from '../../graph/wire';
import { plural } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { Wiring } from '../editor-store';

export type Snap =
  | { readonly ok: true; readonly edge: PipelineEdge; readonly at: Point }
  | { readonly ok: false; readonly reason: Text };

const endOf = (wiring: Wiring): string => wireEnd(wiring.nodeId, wiring.port);

/** Where a dragged wire would go when it is let go over a node: its first port that fits, or why none does. */
export function snapAt(pipeline: Pipeline, wiring: Wiring, point: Point): Snap | null {
  const over = pipeline.nodes.findLast((compiled) => {
    const box = nodeBox(compiled);
    return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
  });
  if (over === undefined || over.id === wiring.nodeId) return null;
  const { node } = over;
  const edge = wireToEnd(pipeline, node.id, wiring, wiring.side);
  if (edge === null) return { ok: false, reason: whyNone(pipeline, wiring, over) };
  const toInput = wiring.side === 'outputs';
  const name = (toInput ? edge.to : edge.from).slice(node.id.length + 1);
  return {
    ok: true,
    edge,
    at: portPlaces(pipeline)(node.id, toInput ? 'inputs' : 'outputs', name) ?? point,
  };
}

function whyNone(pipeline: Pipeline, wiring: Wiring, node: CompiledNode): Text {
  const ports = wiring.side === 'outputs' ? node.inputs : node.outputs;
  const alike = ports.find((port) => port.type === wiring.type);
  if (alike !== undefined) {
    const here = wireEnd(node.id, alike.name);
    const [from, to] = wiring.side === 'outputs' ? [endOf(wiring), here] : [here, endOf(wiring)];
    const answer = canConnect(pipeline, from, to);
    if (!answer.ok) return answer.reason;
  }
  const type = portTypeName(wiring.type);
  return wiring.side === 'outputs'
    ? text(`This node takes no ${type.en}.`, `이 노드에는 ${type.ko} 입력이 없어요.`)
    : text(`This node gives no ${type.en}.`, `이 노드에는 ${type.ko} 출력이 없어요.`);
}

/** What becomes of the wires at the input that a wire would go to, where that is not plain. */
function consequenceOf(pipeline: Pipeline, { from, to }: PipelineEdge): Text | null {
  const answer = canConnect(pipeline, from, to);
  if (!answer.ok) return null;
  if (answer.replaces !== undefined) {
    const name = nameAt(pipeline, pipeline.wire(answer.replaces)?.from.nodeId ?? '');
    return text(`It takes the place of the wire from “${name.en}”.`, `“${name.ko}”에서 온 연결선을 대신해요.`);
  }
  const among = pipeline.wires.filter(({ edge }) => edge.to === to).length;
  if (among === 0) return null;
  return text(
    `It comes after the ${plural(among, 'wire', `${among} wires`)} here.`,
    `여기 있는 연결선 ${among}개 다음에 이어져요.`,
  );
}

interface Over {
  readonly nodeId: string;
  readonly port: string | null;
}

/** Why the wire under the hand cannot go where it points, or null where it can. */
export function refusalAt(pipeline: Pipeline, wiring: Wiring, over: Over | null, point: Point): Text | null {
  if (over?.port != null) {
    const own = wireEnd(wiring.nodeId, wiring.port);
    const other = wireEnd(over.nodeId, over.port);
    const [from, to] = wiring.side === 'outputs' ? [own, other] : [other, own];
    const answer = canConnect(pipeline, from, to);
    return answer.ok ? null : answer.reason;
  }
  const snapped = snapAt(pipeline, wiring, point);
  return snapped?.ok === false ? snapped.reason : null;
}

/** What the wire under the hand would do to others where it points. */
export function consequenceAt(pipeline: Pipeline, wiring: Wiring, over: Over | null, point: Point): Text | null {
  if (over?.port == null) {
    const snapped = snapAt(pipeline, wiring, point);
    return snapped?.ok === true ? consequenceOf(pipeline, snapped.edge) : null;
  }
  const [own, other] = [endOf(wiring), wireEnd(over.nodeId, over.port)];
  return consequenceOf(pipeline, wiring.side === 'outputs' ? { from: own, to: other } : { from: other, to: own });
}
