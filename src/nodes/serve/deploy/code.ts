import { percent } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { line, py } from '../../python/py';
import { type DeployParams, deploySpec } from './spec';

export const deployCode = defineCode(deploySpec, {
  python({ inputs: { model }, name }) {
    const champion = name('champion');
    return {
      writes: 'lines',
      lines: [
        line(
          py`${champion} = ${model.estimator}`,
          text(
            'The model that serves until a better one takes its place.',
            '더 나은 모델이 자리를 이어받을 때까지 예측을 제공하는 모델이에요.',
          ),
        ),
      ],
      outputs: { model: { ...model, estimator: champion } },
    };
  },
  loop(params) {
    const checked = checksOf(params);
    return text(
      `the champion, or the model that the gate handed over in the tick before, answers the raw rows through the steps that it was fitted with. ${checked.en}`.trim(),
      `챔피언(앞 틱에 게이트가 넘긴 모델이 있으면 그 모델)이 학습할 때와 같은 준비 단계를 거쳐 원본 행에 답해요. ${checked.ko}`.trim(),
    );
  },
});

const POLICIES: Readonly<Record<DeployParams['policy'], Text>> = {
  warn: text('are answered all the same and counted', '그대로 답하고 헤아려요'),
  refuse: text('get no answer and are counted', '답하지 않고 헤아려요'),
  missing: text('are answered with that cell missing, and counted', '그 값을 결측으로 두고 답하며 헤아려요'),
};

/** Which rows are no ordinary ones, and what becomes of them. */
function checksOf({ policy, checkColumns, checkRanges, margin, checkCategories }: DeployParams): Text {
  const checks = [
    ...(checkColumns
      ? [text('a needed column that is missing or of another type', '필요한 열이 없거나 유형이 다른 행')]
      : []),
    ...(checkRanges
      ? [
          text(
            `a number more than ${percent(margin)} of the range beyond what training had`,
            `수가 학습 데이터의 범위를 범위의 ${percent(margin)} 넘게 벗어난 행`,
          ),
        ]
      : []),
    ...(checkCategories ? [text('a word that training did not have', '학습 데이터에 없던 값이 있는 행')] : []),
  ];
  if (checks.length === 0) return text('', '');
  return text(
    `Rows with ${checks.map(({ en }) => en).join(', or ')}, ${POLICIES[policy].en}.`,
    korean`${checks.map(({ ko }) => ko).join(', ')}은(는) ${POLICIES[policy].ko}.`,
  );
}
