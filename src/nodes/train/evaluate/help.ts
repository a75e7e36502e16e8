import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { evaluateSpec } from './spec';

export const evaluateHelp: HelpOf<typeof evaluateSpec> = {
  kind: text(
    'Measures a trained model on the training, validation and test parts, beside a baseline that always says the majority class or the mean. Classes are said by the model’s own threshold; “Decision threshold” sets another. Connect the table the model was trained on. Trust the test figures: the model has never seen those rows.',
    '학습된 모델을 학습·검증·테스트 부분에서 측정하고, 늘 다수 클래스나 평균만 답하는 기준 모델과 나란히 보여 줘요. 클래스는 모델의 판정 임계값으로 정하고, 다른 값은 ‘판정 임계값’ 노드에서 정해요. 모델을 학습시킨 표를 연결하세요. 모델이 한 번도 보지 못한 테스트 부분의 수치를 믿으면 돼요.',
  ),
};
