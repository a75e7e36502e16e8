import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { ROWS, STREAM_ROWS, VERSION } from '../../wording/figure-names';

/** What a retraining says in figures. */
export const trainFigures: FigureWords = {
  phase: { name: text('Phase', '단계'), words: { begin: text('begin', '시작'), end: text('end', '끝') } },
  mode: {
    name: text('Mode', '방식'),
    words: { full: text('full', '전체 재학습'), incremental: text('incremental', '증분 재학습') },
  },
  version: VERSION,
  base: { name: text('Started from', '출발한 버전'), is: 'version' },
  rows: ROWS,
  rowsFrom: STREAM_ROWS,
  rowsTo: null,
  firedAt: { name: text('Fired at tick', '작동한 틱') },
  begunAt: { name: text('Begun at tick', '시작한 틱') },
  ticks: { name: text('Ticks taken', '걸린 틱') },
  halfLife: { name: text('Rows after which one counts half', '중요도가 절반이 되는 행 수') },
  replayedRows: { name: text('Rows replayed', '다시 본 과거 행') },
  trained: { name: text('Models trained', '학습한 모델') },
  failed: { name: text('Trainings that failed', '실패한 학습') },
  dropped: { name: text('Firings passed over', '지나친 작동') },
  remembered: { name: text('Trains once more after this', '끝나면 한 번 더 학습') },
  missingRows: { name: text('Labelled rows still missing', '더 필요한 라벨 행') },
  cause: null,
  deployment: null,
  job: null,
  ok: null,
};
