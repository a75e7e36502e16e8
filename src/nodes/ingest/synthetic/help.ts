import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { syntheticSpec } from './spec';

export const syntheticHelp: HelpOf<typeof syntheticSpec> = {
  kind: text(
    'Makes up data whose truth you know: shapes to classify, loan applications with as much bias as you choose, or a sensor stream that drifts where you say. The same seed gives the same rows.',
    '정답을 알고 있는 데이터를 만들어 내요. 분류할 도형, 편향의 정도를 정할 수 있는 대출 신청, 원하는 곳에서 드리프트가 일어나는 센서 스트림이 있어요. 시드가 같으면 행도 같아요.',
  ),
  fields: {
    seed: text(
      'Another number gives other rows of the same kind. The pipeline’s seed counts too.',
      '다른 수를 넣으면 같은 종류의 다른 행이 나와요. 파이프라인의 시드도 함께 쓰여요.',
    ),
    spread: text(
      'Standard deviation of each cluster. Neighbours are about 5 apart.',
      '각 군집의 표준편차예요. 이웃한 군집은 약 5만큼 떨어져 있어요.',
    ),
    noise: text(
      'How much chance there is in the points, or in the outcome.',
      '점의 위치나 결과에 섞이는 우연의 정도예요.',
    ),
    bias: text(
      '0: equal merit is judged equally. The higher, the fewer women are approved at equal merit.',
      '0이면 조건이 같을 때 똑같이 심사해요. 클수록 조건이 같아도 승인되는 여성이 줄어들어요.',
    ),
    missing: text(
      'Share of cells left empty, in every column but gender and approved.',
      '성별과 승인 여부를 뺀 모든 열에서 비워 둘 칸의 비율이에요.',
    ),
    drift: text(
      'How the world changes. Of loan applications, the bias comes with it.',
      '상황이 바뀌는 방식이에요. 대출 신청에서는 이때부터 편향이 생겨요.',
    ),
    driftAt: text('Share of the stream that comes before.', '드리프트 앞에 오는 스트림의 비율이에요.'),
    driftSpan: text(
      'Share of the stream: how long the change takes, or how long each season lasts.',
      '스트림에서 변화가 이어지는 비율, 또는 한 계절의 비율이에요.',
    ),
  },
  options: {
    data: {
      blobs: text('Round clusters in a plane, one class each.', '평면 위의 둥근 군집으로, 군집마다 클래스가 하나예요.'),
      moons: text('Two interleaved half circles that no line parts.', '직선으로 나눌 수 없는 맞물린 반원 두 개예요.'),
      circles: text('A circle within a circle.', '원 안에 원이 하나 있어요.'),
      loans: text(
        'Who is approved, by income, debt, age and work; gender is marked as sensitive.',
        '소득, 부채, 나이, 고용 형태로 승인이 정해져요. 성별은 민감 속성 열로 표시돼요.',
      ),
      stream: text(
        'A machine’s sensors in order of time, and whether it is at fault.',
        '시간순으로 기록한 기계의 센서 값과 고장 여부예요.',
      ),
    },
    drift: {
      sudden: text('All at once.', '한순간에 바뀌어요.'),
      gradual: text('More and more rows come from the changed world.', '바뀐 상황에서 온 행이 점점 많아져요.'),
      recurring: text(
        'Changed and former world take turns, like seasons.',
        '계절처럼 바뀐 상황과 이전 상황이 번갈아 와요.',
      ),
    },
    changes: {
      concept: text(
        'The readings stay alike; what they mean for the machine changes.',
        '센서 값의 분포는 그대로이고, 그 값이 뜻하는 상태가 바뀌어요.',
      ),
      covariate: text(
        'Temperature and vibration rise; what they mean stays the same.',
        '온도와 진동이 높아지고, 그 값이 뜻하는 상태는 그대로예요.',
      ),
    },
  },
};
