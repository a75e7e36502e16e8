import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import { comesInTime, type PortShape } from './kind-shape';
import { liveMismatch } from './live-mismatch';
import { nameAt, nameOf } from './node-name';
import type { CompiledNode, Pipeline } from './pipeline';
import { portTypeName } from './port-types';
import type { Problem } from './problem';
import { wireKey } from './wire';

const REDRAW = text('Remove this wire and draw it again.', '이 연결선을 지우고 다시 이어 주세요.');

/** What is wrong with the wires of a pipeline: every problem stands on a node that is involved. */
export function structureProblems(pipeline: Pipeline): Problem[] {
  return [...wireProblems(pipeline), ...cycleProblems(pipeline)];
}

function wireProblems(pipeline: Pipeline): Problem[] {
  const problems: Problem[] = [];
  const inputs = new Set<string>();
  const wires = new Set<string>();
  for (const { edge, from, to, output, input } of pipeline.wires) {
    const source = pipeline.node(from.nodeId);
    const target = pipeline.node(to.nodeId);
    const blamed = target ?? source;
    const report = (code: string, message: Problem['message'], hint = REDRAW): void => {
      problems.push({
        code,
        severity: 'error',
        ...(blamed === undefined ? {} : { nodeId: blamed.id, port: blamed === target ? to.port : from.port }),
        message,
        hint,
      });
    };
    if (source === undefined || target === undefined) {
      const missing = source === undefined ? from.nodeId : to.nodeId;
      const there = nameAt(pipeline, blamed?.id ?? from.nodeId);
      report(
        'dangling-wire',
        text(
          `A wire of “${there.en}” leads to the node “${missing}”, which is not in this pipeline.`,
          `“${there.ko}” 노드의 연결선 한쪽 끝인 “${missing}” 노드가 이 파이프라인에 없어요.`,
        ),
        text(
          `Remove the wire, or add a node with the id “${missing}”.`,
          `연결선을 지우거나 “${missing}” 노드를 추가해 주세요.`,
        ),
      );
      continue;
    }
    const [giver, taker] = [nameOf(source), nameOf(target)];
    if (wires.has(wireKey(edge))) {
      report(
        'duplicate-wire',
        text(
          `A wire from “${giver.en}” to “${taker.en}” is there twice.`,
          korean`“${giver.ko}”에서 “${taker.ko}”(으)로 가는 연결선이 두 번 있어요.`,
        ),
        text('Remove one of the two.', '둘 중 하나를 지워 주세요.'),
      );
      continue;
    }
    wires.add(wireKey(edge));
    // What a placeholder's inputs take is not known.
    if (inputs.has(edge.to) && input !== undefined && input.many !== true) {
      report(
        'input-taken',
        text(
          `The input “${input.title.en}” of “${taker.en}” takes one wire, but more than one ends there.`,
          `“${taker.ko}” 노드의 “${input.title.ko}” 입력에는 연결선을 하나만 이을 수 있는데 두 개 이상 있어요.`,
        ),
        text('Keep the wire you want and remove the others.', '필요한 연결선 하나만 남기고 지워 주세요.'),
      );
    }
    inputs.add(edge.to);
    if (source.spec === undefined || target.spec === undefined) continue;
    const absent = vanishedFrom(source, output, target, input);
    if (absent !== undefined) {
      // Params that cannot be read are told as such: which ports they would give is not known.
      if (absent.parsed.ok) problems.push(vanishedPort(absent, giver, taker));
    } else if (output === undefined || input === undefined) {
      const [without, port] = output === undefined ? [giver, from.port] : [taker, to.port];
      report(
        'port-not-found',
        text(`“${without.en}” has no port “${port}”.`, `“${without.ko}” 노드에 “${port}” 포트가 없어요.`),
      );
    } else if (output.type !== input.type) {
      const [given, wanted] = [portTypeName(output.type), portTypeName(input.type)];
      report(
        'wire-type',
        text(
          `The input “${input.title.en}” of “${taker.en}” takes a ${wanted.en}, but the wire brings a ${given.en}.`,
          korean`“${taker.ko}” 노드의 “${input.title.ko}” 입력에는 ${wanted.ko}을(를) 연결해야 하는데, ${given.ko} 출력이 연결되어 있어요.`,
        ),
      );
    } else if (!comesInTime(output, input)) {
      const { message, hint } = liveMismatch(source, target, input);
      report('wire-live', message, hint);
    }
  }
  return problems;
}

/** The node that has no such port with its present params, where another choice of them may have it. */
function vanishedFrom(
  source: CompiledNode,
  output: PortShape | undefined,
  target: CompiledNode,
  input: PortShape | undefined,
): CompiledNode | undefined {
  if (output === undefined && typeof source.spec?.ports === 'function') return source;
  return input === undefined && typeof target.spec?.ports === 'function' ? target : undefined;
}

function vanishedPort(without: CompiledNode, giver: Text, taker: Text): Problem {
  const name = nameOf(without);
  return {
    code: 'port-vanished',
    severity: 'warning',
    nodeId: without.id,
    message: text(
      `With its present settings “${name.en}” has no port for the wire from “${giver.en}” to “${taker.en}”, which is kept but carries nothing.`,
      korean`지금 설정에서는 “${name.ko}” 노드에 “${giver.ko}”에서 “${taker.ko}”(으)로 가는 연결선을 이을 포트가 없어서, 연결선은 남아 있지만 아무것도 전달하지 않아요.`,
    ),
    hint: text(
      `Set “${name.en}” so that it has the port again, or remove the wire.`,
      `“${name.ko}” 노드의 설정을 되돌려 포트가 다시 생기게 하거나, 연결선을 지워 주세요.`,
    ),
  };
}

function cycleProblems({ cycles, node }: Pipeline): Problem[] {
  return cycles.flatMap((cycle) => {
    const names = cycle
      .slice(0, 6)
      .flatMap((id) => node(id) ?? [])
      .map(nameOf);
    const more = cycle.length > 6 ? ', …' : '';
    const shown = text(
      `${names.map(({ en }) => `“${en}”`).join(', ')}${more}`,
      `${names.map(({ ko }) => `“${ko}”`).join(', ')}${more}`,
    );
    return cycle.map(
      (nodeId): Problem => ({
        code: 'cycle',
        severity: 'error',
        nodeId,
        message: text(
          `These nodes need each other in a circle: ${shown.en}.`,
          `다음 노드가 서로 순환하며 연결되어 있어요: ${shown.ko}.`,
        ),
        hint: text(
          'Remove one of the wires between them. Only a feedback input may close a loop.',
          '노드 사이의 연결선 하나를 지워 주세요. 순환은 피드백 입력에서만 닫을 수 있어요.',
        ),
      }),
    );
  });
}
