import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { trainSpec } from './spec';

export const trainHelp: HelpOf<typeof trainSpec> = {
  kind: text(
    'Trains a challenger when its signal fires, while the champion goes on serving. Full retraining runs the pipeline before the deployment again on the rows gathered so far; incremental training continues from the served weights with the preparation frozen. Connect the signal of a trigger and the model of the deployment.',
    '신호가 작동하면 챔피언이 예측을 계속 제공하는 동안 도전자를 학습해요. 전체 재학습은 지금까지 모인 행으로 배포 앞의 파이프라인을 다시 실행하고, 증분 재학습은 데이터 준비를 그대로 둔 채 제공 중인 가중치에서 이어서 학습해요. 트리거의 신호와 배포의 모델을 연결하세요.',
  ),
  fields: {
    halfLife: text(
      'A row this many rows old weighs half as much as the newest.',
      '이만큼 오래된 행은 가장 새로운 행의 절반만큼 반영해요.',
    ),
    wait: text(
      'Labelled rows that must come in after the firing before training begins: after a sudden change, a full retraining then sees the new world.',
      '작동한 뒤 라벨이 달린 행이 이만큼 더 들어온 다음 학습을 시작해요. 갑작스러운 변화 뒤에 새로운 상황을 보고 학습하게 해요.',
    ),
    leastRows: text('With fewer it waits.', '이보다 적으면 기다려요.'),
    holdOut: text(
      'The newest labelled rows that are kept from training, so that the gate can compare at once.',
      '게이트가 바로 비교할 수 있도록 학습에서 빼 두는, 라벨이 달린 가장 새로운 행의 수예요.',
    ),
    learningRateFactor: text(
      'Of the rate that the model was first trained with.',
      '모델을 처음 학습할 때 쓴 학습률에 곱해요.',
    ),
    replayShare: text(
      'Share of the training rows that are drawn from the past, against forgetting.',
      '이전에 배운 것을 잊지 않도록 학습 행 가운데 과거에서 뽑는 비율이에요.',
    ),
    takes: text(
      'Ticks of the virtual clock until the challenger is there; 0 within the same tick. On the wall clock it takes what it takes, but no less.',
      '가상 시계에서 도전자가 나올 때까지의 틱 수예요. 0이면 같은 틱 안에 나와요. 실제 시계에서는 학습이 끝나야 나오며, 이보다 빠르지는 않아요.',
    ),
  },
  options: {
    mode: {
      full: text('The whole pipeline again, preparation included.', '데이터 준비까지 파이프라인 전체를 다시 실행해요.'),
      incremental: text('On from the served weights.', '제공 중인 가중치에서 이어서 학습해요.'),
    },
    rows: { weighted: text('Full retraining only.', '전체 재학습에서만 돼요.') },
    since: {
      drift: text('As the signal says: where drift was detected.', '신호가 알려 주는, 드리프트를 찾은 지점부터예요.'),
    },
  },
};
