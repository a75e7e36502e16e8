import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { thresholdSpec } from './spec';

export const thresholdHelp: HelpOf<typeof thresholdSpec> = {
  kind: text(
    'Sets from which probability on a model with two classes says the positive one: by hand, by the measure that matters to you, or differently for groups. Everything behind it obeys: evaluation, predictions, deployment, monitoring, the gate and exported files. Use it where missing a case costs more than a false alarm, or the other way round.',
    '클래스가 둘인 모델이 몇 이상의 확률부터 양성이라고 답할지 정해요. 직접 정하거나, 중요한 지표가 가장 좋아지는 값을 고르거나, 집단마다 다르게 정할 수 있어요. 뒤에 오는 평가, 예측, 배포, 모니터링, 게이트, 내보낸 파일이 모두 이 값을 따라요. 놓치는 일이 잘못된 경보보다 더 큰 손해이거나 그 반대일 때 쓰세요.',
  ),
  fields: {
    threshold: text(
      'The positive class is said from this probability on.',
      '양성 클래스의 확률이 이 값 이상이면 양성이라고 답해요.',
    ),
    measure: text(
      'The threshold that does best on the validation rows of the table, or on the training rows where it has none.',
      '표의 검증 행에서 가장 좋은 임계값을 골라요. 검증 행이 없으면 학습 행을 써요.',
    ),
    positiveClass: text(
      'The class that the threshold speaks of, and the ROC curve, AUC and average precision with it. Empty: the second of the two.',
      '임계값이 가리키는 클래스예요. ROC 곡선, AUC, 평균 정밀도도 이 클래스를 기준으로 해요. 비워 두면 둘 가운데 두 번째예요.',
    ),
    groupColumn: text(
      'Its groups may have thresholds of their own. The prepared rows must still have it: give it the role “sensitive” in “Choose columns”, and no step replaces it. The model then needs it in every row that it answers.',
      '이 열의 집단마다 임계값을 따로 둘 수 있어요. 준비된 행에도 남아 있어야 하니 “열 고르기”에서 역할을 “민감 속성”으로 정해 주세요. 그러면 다른 단계가 바꾸지 않아요. 모델이 답할 행마다 이 열이 필요해요.',
    ),
    groups: text('Groups that are not named have the common threshold.', '이름이 없는 집단은 공통 임계값을 써요.'),
  },
};
