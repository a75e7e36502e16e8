import { count, figure, percent, plural } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { type MonitorParams, monitorSpec } from './spec';

export const monitorCode = defineCode(monitorSpec, {
  loop(params) {
    const { window, driftWindow } = params;
    const [columns, how] = [columnsOf(params), METHODS[params.method]];
    const alerts = alertsOf(params);
    return text(
      `measures the answers by the labels that came in, over the newest ${count(window)} ${plural(window, 'labelled row')}, and compares the newest ${count(driftWindow)} ${plural(driftWindow, 'row')} with those that the champion learned from, in ${columns.en}, ${how.en}. ${alerts.en}`,
      korean`도착한 정답으로 라벨이 달린 최근 ${count(window)}행의 답을 재고, 최근 ${count(driftWindow)}행을 챔피언이 학습한 행과 비교해요. 비교하는 열은 ${columns.ko}(이)고, ${how.ko} 비교해요. ${alerts.ko}`,
    );
  },
});

const METHODS: Readonly<Record<MonitorParams['method'], Text>> = {
  auto: text(
    'by a test and its effect (beyond 1,000 training rows: by a distance)',
    '검정과 효과 크기로(학습 행이 1,000개를 넘으면 거리로)',
  ),
  ks: text('by Kolmogorov-Smirnov', '콜모고로프-스미르노프로'),
  'chi-square': text('by chi-square', '카이제곱으로'),
  psi: text('by PSI', 'PSI로'),
  wasserstein: text('by Wasserstein’s distance', '바서슈타인 거리로'),
  'jensen-shannon': text('by Jensen-Shannon’s distance', '옌센-섀넌 거리로'),
};

function columnsOf({ columns }: MonitorParams): Text {
  const list = columns.map((name) => `“${name}”`).join(', ');
  return columns.length === 0
    ? text('every column that the model needs', '모델에 필요한 모든 열')
    : text(list, `${list} 열`);
}

const DETECTORS: Readonly<Record<Exclude<MonitorParams['alarmBy'], 'none'>, Text>> = {
  adwin: text('ADWIN finds', 'ADWIN이'),
  pageHinkley: text('Page-Hinkley finds', 'Page-Hinkley가'),
  ddm: text('DDM finds', 'DDM이'),
  any: text('ADWIN, Page-Hinkley or DDM finds', 'ADWIN, Page-Hinkley, DDM 가운데 하나라도'),
};

function alertsOf({ driftShare, alarmBy, degradedShare, degradedLimit }: MonitorParams): Text {
  const whens = [
    text(`at least ${percent(driftShare)} of the columns drift`, `열의 ${percent(driftShare)} 이상이 달라지거나`),
    ...(alarmBy === 'none'
      ? []
      : [text(`${DETECTORS[alarmBy].en} that errors grew`, `${DETECTORS[alarmBy].ko} 오차가 커진 것을 알아채거나`)]),
    ...(degradedShare === null
      ? []
      : [
          text(
            `performance falls below ${percent(degradedShare)} of the champion’s own`,
            `성능이 챔피언 자체 수치의 ${percent(degradedShare)} 아래로 떨어지거나`,
          ),
        ]),
    ...(degradedLimit === null
      ? []
      : [
          text(
            `performance is worse than ${figure(degradedLimit)}`,
            `성능이 ${figure(degradedLimit)} 기준을 넘어 나빠지거나`,
          ),
        ]),
  ];
  return text(
    `It alerts when ${whens.map(({ en }) => en).join(', when ')}, or when rows are not as training had them.`,
    `${whens.map(({ ko }) => ko).join(', ')}, 행이 학습 때와 다르면 경보를 내요.`,
  );
}
