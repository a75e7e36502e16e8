import { type Text, text } from '../lib/text';
import { ofNoUse } from './content-problems';
import type { PipelineEdge } from './document';
import { comesInTime, isOfUse, portOf } from './kind-shape';
import { liveMismatch } from './live-mismatch';
import type { Pipeline } from './pipeline';
import { portTypeName } from './port-types';
import { parseEnd, sameWire } from './wire';

export type Connection =
  /** `replaces` is the wire that now holds the input and gives way, where it takes one alone. */
  { readonly ok: true; readonly replaces?: PipelineEdge } | { readonly ok: false; readonly reason: Text };

const refuse = (reason: Text): Connection => ({ ok: false, reason });

/** Whether a wire may be drawn from an output to an input (`NODE.PORT` each), and if not, why. */
export function canConnect(pipeline: Pipeline, from: string, to: string): Connection {
  const source = parseEnd(from);
  const target = parseEnd(to);
  const sourceNode = pipeline.node(source.nodeId);
  const targetNode = pipeline.node(target.nodeId);
  if (sourceNode === undefined || targetNode === undefined) {
    return refuse(text('One end of this wire is not on the canvas.', '연결선의 한쪽 끝이 캔버스에 없어요.'));
  }
  if (sourceNode.spec === undefined || targetNode.spec === undefined) {
    const { kind } = (sourceNode.spec === undefined ? sourceNode : targetNode).node;
    return refuse(
      text(`This version does not know the kind "${kind}".`, `이 버전에는 "${kind}" 종류의 노드가 없어요.`),
    );
  }
  const output = portOf(sourceNode, 'outputs', source.port);
  const input = portOf(targetNode, 'inputs', target.port);
  if (output === undefined || input === undefined) {
    return refuse(text('A wire runs from an output to an input.', '연결선은 출력에서 입력으로 이어야 해요.'));
  }
  if (source.nodeId === target.nodeId) {
    return refuse(text('A node cannot feed itself.', '노드를 자기 자신에 연결할 수 없어요.'));
  }
  if (output.type !== input.type) {
    const [given, wanted] = [portTypeName(output.type), portTypeName(input.type)];
    return refuse(
      text(
        `This input takes a ${wanted.en}, not a ${given.en}.`,
        `이 입력에는 ${wanted.ko}만 연결할 수 있는데, 지금은 ${given.ko} 출력이에요.`,
      ),
    );
  }
  if (!comesInTime(output, input)) return refuse(liveMismatch(sourceNode, targetNode, input).message);
  if (!isOfUse(output, input)) return refuse(ofNoUse(sourceNode, targetNode, input));
  const present = pipeline.into(target.nodeId, target.port).map(({ edge }) => edge);
  if (present.some((edge) => sameWire(edge, { from, to }))) {
    return refuse(text('This wire is there already.', '이미 연결되어 있어요.'));
  }
  if (input.feedback !== true && pipeline.downstream([target.nodeId]).has(source.nodeId)) {
    return refuse(
      text(
        'This wire would close a cycle. Only a feedback input may do that.',
        '순환이 생기는 연결이에요. 순환은 피드백 입력에서만 닫을 수 있어요.',
      ),
    );
  }
  const [held] = present;
  return held === undefined || input.many === true ? { ok: true } : { ok: true, replaces: held };
}
