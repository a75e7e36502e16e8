import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { streamSpec } from './spec';

export const streamHelp: HelpOf<typeof streamSpec> = {
  kind: text(
    'Replays a table in order of time. The first rows are the history that a model is trained on; the rest are handed out batch by batch when the loop plays, as if they came in just then, with labels that may come late or never.',
    '표를 시간 순서대로 다시 재생해요. 앞부분은 모델을 학습시키는 이력이 되고, 나머지는 루프를 재생할 때 지금 막 들어온 것처럼 배치 단위로 내보내요. 정답이 늦게 오거나 오지 않게 할 수도 있어요.',
  ),
  fields: {
    history: text('The first rows: the model is trained on them.', '앞부분의 행으로, 모델을 학습시키는 데 써요.'),
    batchRows: text('Handed out in each tick of the loop.', '루프의 틱마다 내보내는 행 수예요.'),
    labelDelay: text(
      '0: each batch’s labels are known at once, after it was predicted.',
      '0이면 배치를 예측한 뒤 곧바로 정답을 알아요.',
    ),
    labelShare: text(
      'The others never do. Which ones follows from the pipeline’s seed.',
      '나머지는 끝까지 정답이 없어요. 어느 행인지는 파이프라인의 시드가 정해요.',
    ),
    target: text('Empty: the column that has the role of target.', '비우면 목표 역할을 맡은 열을 써요.'),
    timeColumn: text(
      'Empty: the column that has the role of time. Dates also set the loop’s clock.',
      '비우면 시간 역할을 맡은 열을 써요. 날짜라면 루프의 시계도 이 열을 따라요.',
    ),
    minutesPerBatch: text('For the clock, where no column holds dates.', '날짜 열이 없을 때 시계가 나아가는 폭이에요.'),
    follow: text(
      'Name of a data set of the data lake: rows appended to it are handed out when the table is at its end.',
      '데이터 레이크에 있는 데이터의 이름이에요. 표가 끝나면 그 데이터에 새로 추가된 행을 내보내요.',
    ),
  },
  options: {
    order: {
      time: text(
        'Early rows first; rows of one time keep their order.',
        '이른 행부터 내보내며, 시각이 같으면 표의 순서를 따라요.',
      ),
    },
  },
};
