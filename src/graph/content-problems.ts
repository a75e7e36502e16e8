import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import { isOfUse, type PortShape, portOf } from './kind-shape';
import { nameOf } from './node-name';
import type { CompiledNode, Pipeline } from './pipeline';
import { portContentName } from './port-types';
import type { Problem } from './problem';

/** Why an input can do nothing with what an output gives. */
export function ofNoUse(source: CompiledNode, target: CompiledNode, { content }: PortShape): Text {
  const [from, to] = [nameOf(source), nameOf(target)];
  const wanted = content === undefined ? text('', '') : portContentName(content);
  return text(
    `“${to.en}” waits here for ${wanted.en}, which “${from.en}” does not give.`,
    korean`“${to.ko}” 노드의 이 입력은 ${wanted.ko}을(를) 기다리는데, “${from.ko}” 노드에서는 나오지 않아요.`,
  );
}

/** Nodes that will do nothing with what arrives, through bypassed nodes too. */
export function contentProblems(pipeline: Pipeline): readonly Problem[] {
  return pipeline.nodes
    .filter(({ mode }) => mode === 'on')
    .flatMap((target) =>
      target.inputs.flatMap((input): readonly Problem[] => {
        const useless = pipeline.sources(target.id, input.name).find(({ nodeId, port }) => {
          const output = portOf(pipeline.node(nodeId), 'outputs', port);
          return output !== undefined && !isOfUse(output, input);
        });
        const source = useless && pipeline.node(useless.nodeId);
        if (source === undefined) return [];
        return [
          {
            code: 'wire-of-no-use',
            severity: 'warning',
            nodeId: target.id,
            port: input.name,
            message: ofNoUse(source, target, input),
            hint: text(
              'Wire another output to it, or switch the bypassed node on.',
              '다른 출력을 연결하거나 우회한 노드를 켜 주세요.',
            ),
          },
        ];
      }),
    );
}
