import { writeFile } from 'node:fs/promises';
import type { Workspace } from '../application/workspace';
import type { RunReport } from '../engine/report';
import { type Text, text } from '../lib/text';
import type { SpecPipeline } from '../nodes/catalog';
import type { OutputFile } from './command';

/** What is wrong with the first output that the document does not have; undefined where all are there. */
export function unknownOutput(files: readonly OutputFile[], pipeline: SpecPipeline): Text | undefined {
  for (const { nodeId, port } of files) {
    const node = pipeline.node(nodeId);
    if (node === undefined) return text(`There is no node “${nodeId}”.`, `“${nodeId}” 노드가 없어요.`);
    const ports = node.outputs.map(({ name }) => name);
    if (ports.includes(port)) continue;
    const choice = ports.join(', ');
    return text(`“${nodeId}” has no output “${port}”, only: ${choice}.`, `“${nodeId}”의 출력은 ${choice}이에요.`);
  }
  return undefined;
}

/** Writes outputs of nodes that completed; says for each other one why it could not. */
export async function writeOutputs(
  files: readonly OutputFile[],
  report: RunReport,
  { exportOutput }: Pick<Workspace, 'exportOutput'>,
): Promise<readonly Text[]> {
  const failed: Text[] = [];
  for (const { nodeId, port, path } of files) {
    const node = report.nodes[nodeId];
    if (node?.status !== 'completed') {
      failed.push(
        text(
          `“${path}” was not written: “${nodeId}” did not complete.`,
          `“${nodeId}” 노드가 끝나지 않아 “${path}”을(를) 쓰지 않았어요.`,
        ),
      );
      continue;
    }
    const exported = await exportOutput({ key: node.key, port });
    if (!exported.ok) {
      failed.push(exported.failure.message);
      continue;
    }
    try {
      await writeFile(path, exported.value.bytes);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      failed.push(text(`“${path}” could not be written: ${why}`, `“${path}”을(를) 쓰지 못했어요: ${why}`));
    }
  }
  return failed;
}
