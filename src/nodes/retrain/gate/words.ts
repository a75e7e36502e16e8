import { type Text, text } from '../../../lib/text';
import { shown } from '../../wording/figure-words';
import { measureName } from '../../wording/measure-words';
import { type Comparison, testName } from './compare';
import type { GateParams } from './params';

/** "accuracy 0.91 against 0.84 on 500 rows (McNemar, p = 0.003)". */
function both({ measure, first, second, rows, ...rest }: Comparison): Text {
  const name = measureName(measure);
  const [old, young] = [figure(first), figure(second)];
  const sure = evidence({ ...rest });
  return text(
    `${name.en} ${young.en} against ${old.en} on ${rows} rows${sure.en}`,
    `${rows}개 행의 ${name.ko} ${young.ko}, 챔피언 ${old.ko}${sure.ko}`,
  );
}

const figure = (value: number | null): Text =>
  value === null ? text('undefined', '정의되지 않음') : text(shown(value), shown(value));

function evidence({ test, pValue, low, high }: Pick<Comparison, 'test' | 'pValue' | 'low' | 'high'>): Text {
  const name = testName(test);
  if (test === 'none') return text('', '');
  if (pValue !== null) return text(` (${name.en}, p = ${shown(pValue)})`, ` (${name.ko}, p = ${shown(pValue)})`);
  if (low === null || high === null) return text(` (${name.en})`, ` (${name.ko})`);
  const interval = `${shown(low)} … ${shown(high)}`;
  return text(` (${name.en} interval of the loss less: ${interval})`, ` (줄어든 손실의 ${name.ko} 구간: ${interval})`);
}

export function whyPromoted(comparison: Comparison): Text {
  const { en, ko } = both(comparison);
  return text(`Promoted: ${en}.`, `승격했습니다: ${ko}.`);
}

/** The first reason that keeps a challenger back. */
export function whyHeld(comparison: Comparison, broken: readonly Text[], { minGain }: GateParams): Text {
  const { en, ko } = both(comparison);
  const because = reasonAgainst(comparison, broken, minGain);
  return text(`Held: ${because.en}; ${en}.`, `승격하지 않았습니다: ${because.ko}. ${ko}.`);
}

function reasonAgainst({ verdict, gain, because }: Comparison, broken: readonly Text[], minGain: number): Text {
  if (verdict === 'worse') return text('the challenger does worse', '도전자가 더 나쁨');
  if (because !== null) {
    return text(
      `the test can say nothing (${because.en.replace(/\.$/, '')})`,
      `검정할 수 없음(${because.ko.replace(/\.$/, '')})`,
    );
  }
  if (verdict === 'same') return text('no clear difference', '뚜렷한 차이 없음');
  if (gain === null || gain < minGain) {
    const found = figure(gain);
    return text(
      `a gain of ${found.en} is below ${shown(minGain)}`,
      `향상 폭 ${found.ko}이(가) ${shown(minGain)}보다 작음`,
    );
  }
  return text(broken.map((one) => one.en).join('; '), broken.map((one) => one.ko).join(', '));
}

/** What the watch over a promoted model came to. Here `second` is the promoted one. */
export function whyWatched(comparison: Comparison, isWorse: boolean): Text {
  const { measure, first, second, rows, ...rest } = comparison;
  const name = measureName(measure);
  const sure = evidence(rest);
  const [before, now] = [figure(first), figure(second)];
  return isWorse
    ? text(
        `Rolled back: on its first ${rows} rows ${name.en} ${now.en}, where the model before has ${before.en}${sure.en}.`,
        `되돌립니다: 첫 ${rows}개 행의 ${name.ko} ${now.ko}, 이전 모델은 ${before.ko}${sure.ko}.`,
      )
    : text(
        `The promoted model stays: on its first ${rows} rows ${name.en} ${now.en}, where the model before has ${before.en}${sure.en}.`,
        `승격한 모델을 유지합니다: 첫 ${rows}개 행의 ${name.ko} ${now.ko}, 이전 모델은 ${before.ko}${sure.ko}.`,
      );
}

export const WORDS = {
  waitsForChampion: text('Waits for a champion.', '챔피언을 기다립니다.'),
  noStream: text(
    'The champion serves no stream, so there are no labelled rows to compare on. Connect a stream to the deployment.',
    '챔피언이 스트림을 받지 않아 비교할 라벨이 달린 행이 없습니다. 배포에 스트림을 연결하세요.',
  ),
  waitsForChallenger: text('Waits for a challenger.', '도전자를 기다립니다.'),
  always: text('Promoted without a comparison, as it was told.', '설정에 따라 비교 없이 승격했습니다.'),
  sameModel: text(
    'Held: the challenger is the champion itself.',
    '승격하지 않았습니다: 도전자가 챔피언과 같은 모델입니다.',
  ),
  overtaken: text('A newer challenger came before its turn.', '차례가 오기 전에 더 새로운 도전자가 왔습니다.'),
  promotedByHand: text('Promoted by a person.', '사람이 승격했습니다.'),
  heldByHand: text('Held by a person.', '사람이 승격하지 않기로 했습니다.'),
} as const;
