import { count, figure, percent, plural } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { measureName } from '../../wording/measure-words';
import type { GateParams } from './params';
import { gateSpec } from './spec';

export const gateCode = defineCode(gateSpec, {
  loop(params) {
    const judged = judges(params);
    const watched = watches(params);
    return text(`${judged.en} ${watched.en}`.trim(), `${judged.ko} ${watched.ko}`.trim());
  },
});

function judges(params: GateParams): Text {
  const { decision, rows } = params;
  const rails = guardRails(params);
  if (decision === 'always') {
    return text(`hands every challenger on to the deployment${rails.en}.`, `모든 도전자를 배포에 넘겨요${rails.ko}.`);
  }
  const better = betterBy(params);
  const compares = text(
    `compares the challenger with the champion on the newest ${count(rows)} ${plural(rows, 'labelled row')} that neither has learned from`,
    `둘 다 학습하지 않은, 라벨이 달린 최근 행 ${count(rows)}개에서 도전자와 챔피언을 비교해요`,
  );
  return decision === 'ask'
    ? text(
        `${compares.en}, and asks a person, with the advice to promote it where ${better.en}${rails.en}.`,
        `${compares.ko}. ${better.ko}${rails.ko} 승격하라고, 아니면 승격하지 말라고 권하며 사람에게 물어요.`,
      )
    : text(
        `${compares.en}, and hands it on to the deployment where ${better.en}${rails.en}; else it is held.`,
        `${compares.ko}. ${better.ko}${rails.ko} 도전자를 배포에 넘기고, 아니면 승격하지 않아요.`,
      );
}

const TESTS: Readonly<Record<Exclude<GateParams['test'], 'none'>, Text>> = {
  auto: text('McNemar’s test (of numbers: the paired t-test)', '맥니마 검정(수는 대응표본 t 검정)'),
  'paired-t': text('the paired t-test', '대응표본 t 검정'),
  wilcoxon: text('Wilcoxon’s signed-rank test', '윌콕슨 부호순위 검정'),
  bootstrap: text('the bootstrap', '부트스트랩'),
};

function betterBy({ measure, minGain, test, level }: GateParams): Text {
  const name = measure === 'headline' ? text('accuracy (of numbers: RMSE)', '정확도(수는 RMSE)') : measureName(measure);
  const gain =
    minGain === 0
      ? text(`its ${name.en} is no worse`, korean`${name.ko}이(가) 나쁘지 않고`)
      : text(
          `its ${name.en} is better by at least ${figure(minGain)}`,
          korean`${name.ko}이(가) ${figure(minGain)} 이상 낫고`,
        );
  if (test === 'none') {
    return text(
      minGain === 0 ? `its ${name.en} is better` : gain.en,
      minGain === 0 ? korean`${name.ko}이(가) 더 나으면` : korean`${name.ko}이(가) ${figure(minGain)} 이상 나으면`,
    );
  }
  const sure = TESTS[test];
  return text(
    `${gain.en} and ${sure.en} says at the ${percent(level)} level that it errs less`,
    `${gain.ko} ${sure.ko}에서 유의 수준 ${percent(level)}로 덜 틀리면`,
  );
}

function guardRails({ worstGroupDrop, parityRise, maxParameters, maxMultiplyAdds, decision }: GateParams): Text {
  const size = [
    ...(maxParameters === null
      ? []
      : [text(`at most ${count(maxParameters)} parameters`, `매개변수 ${count(maxParameters)}개 이하`)]),
    ...(maxMultiplyAdds === null
      ? []
      : [
          text(
            `at most ${count(maxMultiplyAdds)} multiply-adds a row`,
            `행마다 곱셈-덧셈 ${count(maxMultiplyAdds)}번 이하`,
          ),
        ]),
  ];
  const groups = [
    ...(worstGroupDrop === null
      ? []
      : [
          text(
            `a worst group that loses at most ${figure(worstGroupDrop)}`,
            `가장 나쁜 집단의 저하 ${figure(worstGroupDrop)} 이하`,
          ),
        ]),
    ...(parityRise === null
      ? []
      : [
          text(
            `a gap between groups that grows by at most ${figure(parityRise)}`,
            `집단 간 격차 증가 ${figure(parityRise)} 이하`,
          ),
        ]),
  ];
  const rails = decision === 'always' ? size : [...groups, ...size];
  if (rails.length === 0) return text('', '');
  return text(`, given ${rails.map(({ en }) => en).join(', ')}`, ` (조건: ${rails.map(({ ko }) => ko).join(', ')})`);
}

function watches({ watchRows, watchLoss, test }: GateParams): Text {
  if (watchRows === 0) return text('', '');
  const by = watchLoss === 0 ? text('', '') : text(` by more than ${figure(watchLoss)}`, `${figure(watchLoss)} 넘게 `);
  const sure =
    test === 'none'
      ? text('', '')
      : text(`, and ${TESTS[test].en} is sure of it,`, `, ${TESTS[test].ko}에서도 그렇다면`);
  return text(
    `After a promotion it hands the former champion back where the new one is worse${by.en}${sure.en} on the first ${count(watchRows)} ${plural(watchRows, 'labelled row')} that it served.`,
    `승격한 뒤 라벨이 달린 첫 ${count(watchRows)}행에서 새 모델이 이전 챔피언보다 ${by.ko}${test === 'none' ? '나쁘면' : '나쁘고'}${sure.ko} 이전 챔피언으로 롤백해요.`,
  );
}
