import { type Text, text } from '../lib/text';
import type { PortShape } from './kind-shape';
import { nameOf } from './node-name';
import type { CompiledNode } from './pipeline';

/** Why an output and an input never meet: one speaks in the loop's ticks alone, the other before them alone. */
export function liveMismatch(
  source: CompiledNode,
  target: CompiledNode,
  input: Pick<PortShape, 'live'>,
): { readonly message: Text; readonly hint: Text } {
  const [from, to] = [nameOf(source), nameOf(target)];
  if (input.live === 'only') {
    return {
      message: text(
        `“${to.en}” listens here while the loop ticks, but “${from.en}” gives this once, before the loop begins.`,
        `“${to.ko}” 노드의 이 입력은 루프가 도는 동안 값을 받는데, “${from.ko}” 노드의 이 출력은 루프가 시작되기 전에 한 번만 나와요.`,
      ),
      hint: text(
        'Wire an output of a node of the loop to it: Stream, Deploy, Monitor, a trigger, Retrain or Gate.',
        '스트림, 배포, 모니터, 트리거, 재학습, 게이트처럼 루프에 속한 노드의 출력을 연결해 주세요.',
      ),
    };
  }
  return {
    message: text(
      `“${from.en}” gives this only while the loop ticks, but “${to.en}” runs once, before the loop begins.`,
      `“${from.ko}” 노드의 이 출력은 루프가 도는 동안에만 나오는데, “${to.ko}” 노드는 루프가 시작되기 전에 한 번만 실행돼요.`,
    ),
    hint: text(
      'Wire an output to it that is there before the loop begins, such as a table of the stream’s history or a trained model.',
      '스트림의 과거 데이터 표나 학습된 모델처럼 루프가 시작되기 전에 나오는 출력을 연결해 주세요.',
    ),
  };
}
