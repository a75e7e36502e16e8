import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { splitSpec } from './spec';

export const splitHelp: HelpOf<typeof splitSpec> = {
  kind: text(
    'Sets rows aside for validation and test, so that the model is judged on rows it has not seen. Put it before steps that learn from the data, such as scaling: they then learn from the training part only.',
    '검증과 테스트에 쓸 행을 떼어 두어, 모델을 본 적 없는 데이터로 평가해요. 정규화처럼 데이터에서 배우는 단계보다 앞에 두세요. 그러면 그 단계들이 학습 데이터에서만 배워요.',
  ),
  fields: {
    timeColumn: text('Empty means the column with the role “time”.', '비우면 역할이 “시간”인 열을 써요.'),
    validation: text('Watched while training, to stop in time.', '학습 중에 지켜보며 알맞은 때 멈추는 데 써요.'),
    test: text('Looked at once, at the end. The rest trains.', '마지막에 한 번만 봐요. 나머지로 학습해요.'),
  },
  options: {
    method: {
      auto: text(
        'Stratified where the target has classes, otherwise random.',
        '목표가 클래스면 층화, 아니면 무작위로 나눠요.',
      ),
      stratified: text('Every part has the classes in the same shares.', '각 부분의 클래스 비율을 같게 해요.'),
      time: text('Trains on the past, tests on the future.', '과거로 학습하고 미래로 테스트해요.'),
      group: text('A group, such as a patient, is never in two parts.', '환자 같은 한 그룹이 두 부분에 나뉘지 않아요.'),
      column: text('A column says which part each row belongs to.', '각 행이 속할 부분을 열에 적힌 대로 정해요.'),
    },
  },
};
