import { text } from '../lib/text';
import { nameAt } from './node-name';
import { openLoops } from './open-loops';
import type { Pipeline } from './pipeline';
import type { Problem } from './problem';

/** Where a loop would tick over nothing, though every input that must be wired is. */
export const loopProblems = (pipeline: Pipeline): readonly Problem[] =>
  openLoops(pipeline).map(({ nodeId, open }): Problem => {
    const name = nameAt(pipeline, nodeId);
    return {
      code: 'loop-open',
      severity: 'warning',
      nodeId,
      message:
        open === 'stream'
          ? text(
              `No stream reaches “${name.en}”, so it answers nothing while the loop ticks.`,
              `“${name.ko}” 노드에 스트림이 연결되지 않아서 루프가 돌아도 아무것도 예측하지 않아요.`,
            )
          : text(
              `What “${name.en}” promotes reaches no deployment, so no challenger ever serves.`,
              `“${name.ko}” 노드가 승격한 모델이 배포로 이어지지 않아서 새 모델이 쓰이지 않아요.`,
            ),
      hint:
        open === 'stream'
          ? text('Wire the batches of a stream to it.', '스트림의 배치를 연결해 주세요.')
          : text('Wire what it promotes to the deployment.', '승격된 모델을 배포 노드에 연결해 주세요.'),
      mend: { type: 'loop', label: text('Complete the loop', '루프 완성하기') },
    };
  });
