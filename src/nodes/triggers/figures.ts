import { text } from '../../lib/text';
import type { FigureWords } from '../contract/figure-words';

/** What every trigger says of itself, whatever it waits for. */
export const triggerFigures: FigureWords = {
  decision: {
    name: text('Decision', '결정'),
    words: {
      fired: text('fired', '작동함'),
      'not-fired': text('did not fire', '작동하지 않음'),
      'too-few-rows': text('held back: too few rows', '보류: 행 부족'),
      'cool-down': text('held back: cool-down', '보류: 재작동 대기'),
      'backed-off': text('held back: waits longer after a hold', '보류: 승격되지 않아 더 오래 대기'),
      awaited: text('held back: a training waits for rows', '보류: 학습이 행을 기다리는 중'),
      'no-report': text('waits for a report', '보고서를 기다림'),
    },
  },
  rowsSince: { name: text('Labelled rows since it last fired', '마지막 작동 뒤 라벨이 달린 행') },
  minRows: { name: text('Labelled rows needed', '필요한 라벨이 달린 행') },
  batchesSince: { name: text('Batches since it last fired', '마지막 작동 뒤 배치') },
  coolDown: { name: text('Batches to wait', '기다릴 배치') },
  sinceTick: { name: text('Condition holds since tick', '조건이 맞기 시작한 틱') },
  holds: { name: text('Challengers held', '승격하지 않은 도전자') },
  batchesToWait: { name: text('Batches until it asks again', '다시 요청할 때까지 배치') },
  askedAt: { name: text('Training asked for in tick', '학습을 요청한 틱') },
  rowsAwaited: { name: text('Labelled rows that it waits for', '학습이 기다리는 라벨이 달린 행') },
  // The decision says so, the training begins there, and the dots show it.
  fired: null,
  sinceRow: null,
  history: null,
};
