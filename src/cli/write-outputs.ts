import { writeFile } from 'node:fs/promises';
import type { Engine } from '../engine/engine';
import { exportFile } from '../engine/export-output';
import type { RunReport } from '../engine/report';
import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import type { SpecPipeline } from '../nodes/catalog';
import type { OutputFile } from './command';

/** What is wrong with the first output that the document does not have; undefined where all are there. */
export function unknownOutput(files: readonly OutputFile[], pipeline: SpecPipeline): Text | undefined {
  for (const { nodeId, port } of files) {
    const node = pipeline.node(nodeId);
    if (node === undefined) return text(`There is no node “${nodeId}”.`, `“${nodeId}” 노드가 없습니다.`);
    const ports = node.outputs.map(({ name }) => name);
    if (ports.includes(port)) continue;
    const choice = ports.join(', ');
    return text(`“${nodeId}” has no output “${port}”, only: ${choice}.`, `“${nodeId}”의 출력은 ${choice}입니다.`);
  }
  return undefined;
}

/** Writes outputs of nodes that completed; says for each other one why it could not. */
export async function writeOutputs(
  files: readonly OutputFile[],
  report: RunReport,
  engine: Engine,
): Promise<readonly Text[]> {
  const trouble: Text[] = [];
  for (const { nodeId, port, path } of files) {
    const node = report.nodes[nodeId];
    const value = node?.status === 'completed' ? (await engine.result(node.key))?.outputs[port] : undefined;
    if (value === undefined) {
      trouble.push(
        text(
          `“${path}” was not written: “${nodeId}” did not complete.`,
          `“${nodeId}” 노드가 끝나지 않아 “${path}”을(를) 쓰지 않았습니다.`,
        ),
      );
      continue;
    }
    try {
      await writeFile(path, exportFile(value).bytes);
    } catch (cause) {
      if (cause instanceof Failure) {
        trouble.push(cause.detail.message);
        continue;
      }
      const why = cause instanceof Error ? cause.message : String(cause);
      trouble.push(text(`“${path}” could not be written: ${why}`, `“${path}”을(를) 쓰지 못했습니다: ${why}`));
    }
  }
  return trouble;
}
