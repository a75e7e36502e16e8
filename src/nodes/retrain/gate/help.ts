import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { gateSpec } from './spec';

export const gateHelp: HelpOf<typeof gateSpec> = {
  kind: text(
    'Compares a challenger with the champion on the newest labelled rows that neither has learned from, and promotes it only where it is clearly better and breaks no guard rail. After a promotion it watches the first rows: a model that does worse there than the one before it is rolled back. Wire its output back to the deployment.',
    '도전자와 챔피언 모두 학습하지 않은, 라벨이 달린 최근 행으로 둘을 비교해요. 분명히 더 낫고 안전 기준을 어기지 않을 때만 승격해요. 승격한 뒤에는 첫 행들을 지켜보고, 이전 모델보다 나쁘면 롤백해요. 출력을 배포로 다시 연결하세요.',
  ),
  fields: {
    rows: text(
      'The newest labelled rows that neither model has learned from; it waits until there are so many.',
      '두 모델 모두 학습하지 않은, 라벨이 달린 최근 행이에요. 이만큼 모일 때까지 기다려요.',
    ),
    measure: text('One that does not fit the task gives way to the headline.', '작업에 맞지 않으면 대표 지표를 써요.'),
    minGain: text(
      'In the measure’s own units: 0.01 is one point of accuracy.',
      '지표의 단위로 적어요. 정확도에서 0.01은 1% 포인트예요.',
    ),
    test: text(
      'Of both models’ losses on the same rows. By itself McNemar’s test for classes, and the paired t-test for numbers.',
      '같은 행에서 두 모델의 손실을 비교해요. 자동이면 클래스에는 맥니마 검정을, 수에는 대응표본 t 검정을 써요.',
    ),
    patience: text(
      'With too few rows by then, the challenger is dropped; 0 waits for ever.',
      '그때까지 행이 모자라면 도전자를 버려요. 0이면 끝까지 기다려요.',
    ),
    watchRows: text(
      'After so many labelled rows the promoted model is compared once with the one before it; 0 never.',
      '라벨이 달린 행이 이만큼 모이면 승격한 모델을 이전 모델과 한 번 비교해요. 0이면 비교하지 않아요.',
    ),
    watchLoss: text(
      'How much worse it may be in the measure, even where the test is sure that it is worse.',
      '더 나쁘다고 검정된 경우에도 지표가 이만큼까지 나빠지는 것은 허용해요.',
    ),
    sensitive: text('Empty: the column that has the role of sensitive.', '비우면 역할이 민감 속성인 열이에요.'),
    worstGroupDrop: text(
      'Accuracy in points (0.02), or the share by which RMSE may grow. Empty: not watched.',
      '정확도는 값의 차이(0.02)로, RMSE는 커지는 비율로 적어요. 비우면 살피지 않아요.',
    ),
    parityRise: text(
      'Largest minus smallest selection rate. Empty: not watched.',
      '가장 큰 선택률에서 가장 작은 선택률을 뺀 값이에요. 비우면 살피지 않아요.',
    ),
    favourable: text(
      'The class that is good to get. Empty: the last one.',
      '받으면 좋은 클래스예요. 비우면 마지막 클래스예요.',
    ),
    maxParameters: text('Each takes 4 bytes. Empty: any size.', '하나가 4바이트를 차지해요. 비우면 제한이 없어요.'),
    maxMultiplyAdds: text(
      'What latency grows with, counted from the network, since a measured time would differ from machine to machine. Empty: any.',
      '응답 시간을 좌우하는 계산량을 신경망에서 헤아려요. 잰 시간은 기기마다 다르기 때문이에요. 비우면 제한이 없어요.',
    ),
  },
  options: {
    decision: {
      ask: text(
        'The champion serves until somebody promotes; without a person that is until the stream ends.',
        '누군가 승격할 때까지 챔피언이 예측을 제공해요. 사람이 없으면 스트림이 끝날 때까지예요.',
      ),
      always: text('Only size and cost are looked at.', '크기와 계산량만 확인해요.'),
    },
  },
};
