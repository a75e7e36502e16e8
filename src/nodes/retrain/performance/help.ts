import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { triggerHelp } from '../../triggers/trigger-help';
import type { performanceSpec } from './spec';

export const performanceHelp: HelpOf<typeof performanceSpec> = {
  kind: text(
    'Fires when the served model does worse: a detector of the monitor found its errors to have grown, a measure passed a bound, or it fell behind the champion’s own figure: that of its evaluation before the loop, or, once promoted, that of the first rows it served. Every tick it says why it fired or why it did not.',
    '제공 중인 모델의 성능이 나빠지면 작동해요. 모니터의 탐지기가 오차가 커진 것을 알아챘을 때, 지표가 기준을 넘었을 때, 챔피언 자체의 수치(루프 전 평가, 승격된 모델은 예측을 제공한 첫 행들의 수치)보다 나빠졌을 때 가운데에서 고르세요. 틱마다 왜 작동했는지, 왜 작동하지 않았는지 알려 줘요.',
  ),
  fields: {
    detector: text(
      'ADWIN asks for little and raises few false alarms. DDM reads right and wrong alone and alarms early.',
      'ADWIN은 가정이 적고 잘못된 경보가 드물어요. DDM은 맞고 틀림만 보며 일찍 경보를 내요.',
    ),
    measure: text('Over the monitor’s window of labelled rows.', '라벨이 달린 행으로 이루어진 모니터의 윈도에서 재요.'),
    bound: text(
      'Fires below it; for errors (RMSE, MAE) above it.',
      '이 값보다 낮으면 작동해요. 오차(RMSE, MAE)는 높으면 작동해요.',
    ),
    worseBy: text(
      'As a share of the champion’s own figure: 0.1 fires at 0.81 where it had 0.90.',
      '챔피언 자신의 수치에 대한 비율이에요. 0.1이면 0.90이던 지표가 0.81보다 낮아질 때 작동해요.',
    ),
    ...triggerHelp,
  },
};
