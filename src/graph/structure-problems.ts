import { text } from '../lib/text';
import { comesInTime } from './kind-shape';
import { liveMismatch } from './live-mismatch';
import type { Pipeline } from './pipeline';
import { portTypeName } from './port-names';
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
      report(
        'dangling-wire',
        text(
          `The wire ${edge.from} → ${edge.to} leads to "${missing}", which is not in this pipeline.`,
          `연결선 ${edge.from} → ${edge.to}의 한쪽 끝인 "${missing}" 노드가 이 파이프라인에 없어요.`,
        ),
        text(
          `Remove the wire, or add a node with the id "${missing}".`,
          `연결선을 지우거나 "${missing}" 노드를 추가해 주세요.`,
        ),
      );
      continue;
    }
    if (wires.has(wireKey(edge))) {
      report(
        'duplicate-wire',
        text(
          `The wire ${edge.from} → ${edge.to} is there twice.`,
          `연결선 ${edge.from} → ${edge.to}이(가) 두 번 있어요.`,
        ),
        text('Remove one of the two.', '둘 중 하나를 지워 주세요.'),
      );
      continue;
    }
    wires.add(wireKey(edge));
    if (inputs.has(edge.to)) {
      report(
        'input-taken',
        text(`More than one wire ends at ${edge.to}.`, `입력 ${edge.to}에 연결선이 두 개 이상 있어요.`),
        text('Keep the wire you want and remove the others.', '필요한 연결선 하나만 남기고 지워 주세요.'),
      );
    }
    inputs.add(edge.to);
    if (source.spec === undefined || target.spec === undefined) continue;
    if (output === undefined || input === undefined) {
      const missing = output === undefined ? edge.from : edge.to;
      report('port-not-found', text(`There is no port ${missing}.`, `${missing} 포트가 없어요.`));
    } else if (output.type !== input.type) {
      const [given, wanted] = [portTypeName(output.type), portTypeName(input.type)];
      report(
        'wire-type',
        text(
          `The input ${edge.to} takes a ${wanted.en}, but the wire brings a ${given.en}.`,
          `입력 ${edge.to}에는 ${wanted.ko}을(를) 연결해야 하는데, ${given.ko} 출력이 연결되어 있어요.`,
        ),
      );
    } else if (!comesInTime(output, input)) {
      const { message, hint } = liveMismatch(source.node, target.node, input);
      report('wire-live', message, hint);
    }
  }
  return problems;
}

function cycleProblems({ cycles }: Pipeline): Problem[] {
  return cycles.flatMap((cycle) => {
    const shown = cycle.length > 6 ? `${cycle.slice(0, 6).join(', ')}, …` : cycle.join(', ');
    return cycle.map(
      (nodeId): Problem => ({
        code: 'cycle',
        severity: 'error',
        nodeId,
        message: text(
          `These nodes need each other in a circle: ${shown}.`,
          `다음 노드가 서로 순환하며 연결되어 있어요: ${shown}.`,
        ),
        hint: text(
          'Remove one of the wires between them. Only a feedback input may close a loop.',
          '노드 사이의 연결선 하나를 지워 주세요. 순환은 피드백 입력에서만 닫을 수 있어요.',
        ),
      }),
    );
  });
}
