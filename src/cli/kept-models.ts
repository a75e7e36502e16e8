import type { KeptModels } from '../application/workspace';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';

/** What became of the models that a run trained, in sentences. */
export async function keptModels(
  keeping: Promise<KeptModels>,
): Promise<{ readonly kept: readonly Text[]; readonly failed: readonly Text[] }> {
  const { versions, failures } = await keeping;
  return {
    kept: versions.map(({ line, number, id }) =>
      text(`Kept as version ${number} of “${line}”: ${id}`, korean`“${line}”의 버전 ${number}(으)로 보관했어요: ${id}`),
    ),
    failed: failures.map(({ nodeId, failure: { message } }) =>
      text(
        `The model of ${nodeId} could not be kept: ${message.en}`,
        `${nodeId} 노드의 모델을 보관하지 못했어요: ${message.ko}`,
      ),
    ),
  };
}
