import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { BY_HAND, MEASURE, ROWS, STREAM_ROWS } from '../../wording/figure-names';
import { TEST_NAMES } from './test-names';

const VERDICTS = {
  promote: text('promote', '승격'),
  hold: text('hold', '보류'),
  keep: text('keep', '유지'),
  rollback: text('roll back', '롤백'),
  ask: text('ask a person', '사람에게 물음'),
};

/** What a gate says in figures. */
export const gateFigures: FigureWords = {
  verdict: { name: text('Decision', '결정'), words: VERDICTS },
  advice: { name: text('The comparison speaks for', '비교가 권하는 것'), words: VERDICTS },
  champion: { name: text('Champion', '챔피언'), is: 'version' },
  challenger: { name: text('Challenger', '도전자'), is: 'version' },
  measure: MEASURE,
  championFigure: null,
  challengerFigure: null,
  rows: ROWS,
  rowsFrom: STREAM_ROWS,
  rowsTo: null,
  gain: { name: text('Gain', '나아진 정도') },
  minGain: { name: text('Gain needed', '나아져야 하는 정도') },
  test: { name: text('Test', '검정'), words: TEST_NAMES },
  statistic: { name: text('Statistic', '통계량') },
  pValue: { name: text('p-value', 'p값') },
  difference: { name: text('Difference', '차이') },
  low: { name: text('Interval', '구간'), upTo: 'high' },
  high: null,
  level: { name: text('Level', '유의 수준') },
  testSays: {
    name: text('The test says', '검정 결과'),
    words: {
      better: text('better', '더 나음'),
      worse: text('worse', '더 나쁨'),
      same: text('no clear difference', '뚜렷한 차이 없음'),
    },
  },
  watchLoss: { name: text('Loss at which it is taken back', '되돌리는 손실') },
  missingRows: { name: text('Labelled rows still missing', '더 필요한 라벨 행') },
  byHand: BY_HAND,
  gaveUp: { name: text('Gave up waiting for rows', '행을 더 기다리지 않음') },
  guardRailsBroken: { name: text('Guard rails broken', '어긴 안전 기준') },
  parameters: { name: text('Parameters', '매개변수') },
  bytes: { name: text('Bytes of its file', '파일 바이트') },
  multiplyAdds: { name: text('Multiplications for a row', '한 행의 곱셈 수') },
  sensitive: { name: text('Sensitive column', '민감 열') },
  groups: { name: text('Groups', '집단 수') },
  worstGroup: { name: text('Worst group', '가장 나쁜 집단') },
  worstGroupBefore: { name: text('Worst group, champion', '가장 나쁜 집단, 챔피언') },
  worstGroupAfter: { name: text('Worst group, challenger', '가장 나쁜 집단, 도전자') },
  worstGroupDrop: { name: text('Worst group may lose', '가장 나쁜 집단이 잃어도 되는 정도') },
  favourable: { name: text('Favourable class', '유리한 클래스') },
  parityBefore: { name: text('Parity difference, champion', '선택률 차이, 챔피언') },
  parityAfter: { name: text('Parity difference, challenger', '선택률 차이, 도전자') },
  parityRise: { name: text('Parity difference may rise by', '선택률 차이가 커져도 되는 정도') },
  promotions: { name: text('Promotions', '승격') },
  holds: { name: text('Challengers held', '승격하지 않은 도전자') },
  rollbacks: { name: text('Rollbacks', '롤백') },
  watches: { name: text('Watched after its promotion', '승격 뒤 지켜보는 버전'), is: 'version' },
  deployment: null,
};
