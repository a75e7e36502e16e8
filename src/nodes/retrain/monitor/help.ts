import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { monitorSpec } from './spec';

export const monitorHelp: HelpOf<typeof monitorSpec> = {
  kind: text(
    'Watches a deployed model in every tick: how right its answers turn out to be, whether the rows, its answers or the labels drift away from those it was trained on, whether groups are treated alike, and whether the data are sound. Triggers and charts read its report.',
    '배포된 모델을 틱마다 지켜봐요. 예측이 얼마나 맞았는지, 들어오는 행과 예측과 정답이 학습 때와 달라졌는지, 집단을 고르게 대하는지, 데이터에 이상이 없는지 살펴요. 트리거와 차트가 이 보고서를 읽어요.',
  ),
  fields: {
    window: text(
      'Accuracy or error is measured over so many of the newest rows whose label has arrived.',
      '정답이 도착한 최신 행을 이만큼 모아 정확도나 오차를 재요.',
    ),
    driftWindow: text(
      'So many of the newest rows are compared with the rows the model was trained on.',
      '최신 행을 이만큼 모아 모델이 학습한 행과 비교해요.',
    ),
    columns: text('Empty: every raw column that the model needs.', '비우면 모델에 필요한 모든 원본 열을 봐요.'),
    method: text(
      'A method for numbers falls back on its like for words: Kolmogorov-Smirnov on chi-square, Wasserstein on Jensen-Shannon.',
      '숫자용 방법은 범주 열에서 그에 맞는 방법으로 바뀌어요. 콜모고로프-스미르노프는 카이제곱, 바서슈타인은 옌센-섀넌이 돼요.',
    ),
    driftShare: text(
      'The data drift when this share of the columns does.',
      '이 비율 이상의 열이 달라지면 데이터 드리프트로 봐요.',
    ),
    afterHold: text(
      'What drift is compared with once a challenger trained on newer rows did no better than the champion. The newest rows can be taken by hand too, in a loop.',
      '새로운 행으로 학습한 도전자가 챔피언보다 낫지 않았을 때 드리프트를 무엇과 비교할지 정해요. 루프에서 최신 행을 직접 기준으로 삼을 수도 있어요.',
    ),
    minRows: text(
      'With fewer on either side the verdict is “not enough rows”.',
      '어느 한쪽이라도 이보다 적으면 “행이 부족함”으로 판정해요.',
    ),
    degradedShare: text(
      '0.9: an alert when accuracy falls below 90 % of the model’s own (RMSE: rises above 1 / 0.9 of it), once half the window is filled. Its own figure is that of its evaluation before the loop, or, of a model promoted since, that of the first rows it served (300, or half the window where that is more), less what chance gives. Empty: no such alert.',
      '0.9이면 정확도가 모델 자체 성능의 90% 아래로 떨어질 때(RMSE는 1/0.9배를 넘을 때) 경보를 내요. 자체 성능은 루프 전 평가에서 잰 값이고, 루프에서 승격된 모델은 예측을 제공한 첫 행들에서 잰 값에서 우연의 폭을 뺀 것이에요(300행, 윈도의 절반이 더 크면 그만큼). 윈도가 절반 이상 찼을 때부터 봐요. 비우면 경보를 내지 않아요.',
    ),
    degradedLimit: text(
      'Accuracy below it, or RMSE above it, is an alert. Empty: no limit.',
      '정확도가 이보다 낮거나 RMSE가 이보다 높으면 경보를 내요. 비우면 한계가 없어요.',
    ),
    sensitive: text(
      'Fairness is measured between its groups. Empty: the column that has the role of sensitive.',
      '이 열의 집단끼리 공정성을 비교해요. 비우면 역할이 민감 속성인 열을 써요.',
    ),
    favourable: text(
      'The answer that is good to get. Empty: the positive class of two.',
      '받으면 좋은 답이에요. 비우면 두 클래스 가운데 양성 클래스예요.',
    ),
    alarmBy: text(
      'All three watch the errors and stand in the report. ADWIN alone speaks up by default: DDM and Page-Hinkley alarm early by nature.',
      '세 탐지기가 모두 오차를 지켜보고 보고서에 남겨요. DDM과 Page-Hinkley는 원래 일찍 울리므로 기본은 ADWIN만 알려요.',
    ),
    significance: text('Divided by the number of columns (Bonferroni).', '열의 개수로 나누어 써요(본페로니 보정).'),
    effect: text(
      'A test’s drift must also exceed this, beyond what chance gives. 0.1 is some, 0.25 major.',
      '검정으로 찾은 드리프트는 우연을 뺀 효과도 이보다 커야 해요. 0.1은 조금, 0.25는 크게 달라진 것이에요.',
    ),
    distance: text(
      'Of Wasserstein (in standard deviations of the reference) and Jensen-Shannon.',
      '바서슈타인(기준의 표준편차 단위)과 옌센-섀넌 거리의 기준이에요.',
    ),
    adwinDelta: text('The chance of a false alarm at a cut.', '윈도를 자를 때 잘못 울릴 확률이에요.'),
    pageHinkleyDelta: text('A rise of the mean error by less is let pass.', '평균 오차가 이보다 적게 오르면 넘어가요.'),
    pageHinkleyLambda: text(
      'The alarm’s threshold. Empty: 15 for classes, 50 for numbers, whose errors are measured in the model’s own mean error.',
      '경보 기준이에요. 비우면 분류는 15, 회귀는 50을 써요. 회귀의 오차는 모델의 평균 오차를 단위로 재요.',
    ),
    ddmMinRows: text('No verdict before so many rows.', '이만큼의 행이 지나기 전에는 판정하지 않아요.'),
    missingAbove: text(
      'An alert when the share of missing cells of a batch exceeds that of the reference by more.',
      '배치의 결측 비율이 기준보다 이보다 더 늘면 경보를 내요.',
    ),
    rangeMargin: text(
      'As a share of the reference’s range, on both sides.',
      '기준 범위의 비율로, 위아래로 이만큼 더 허용해요.',
    ),
    rangeAbove: text(
      'An alert when more of a batch’s rows lie outside the range.',
      '배치에서 범위를 벗어난 행이 이보다 많으면 경보를 내요.',
    ),
    unseenAbove: text(
      'An alert when more of a batch’s rows hold a word that training did not have.',
      '학습에 없던 값이 든 행이 배치에서 이보다 많으면 경보를 내요.',
    ),
    duplicatesAbove: text(
      'An alert when the share of rows that repeat another of the batch exceeds that of the reference by more.',
      '배치 안에서 되풀이되는 행의 비율이 기준보다 이보다 더 늘면 경보를 내요.',
    ),
    constants: text(
      'An alert when a column that used to vary holds one value only in a batch.',
      '값이 달라지던 열이 배치 안에서 한 값만 가지면 경보를 내요.',
    ),
  },
  options: {
    method: {
      auto: text(
        'Up to 1,000 reference rows a test with an effect size; beyond them a distance.',
        '기준 행이 1,000개 이하면 검정과 효과 크기, 넘으면 거리를 써요.',
      ),
    },
    afterHold: {
      adopt: text(
        'They do the champion no harm: their drift has been answered, and ends.',
        '챔피언에 해가 없는 변화이므로 드리프트 경보가 끝나요.',
      ),
    },
  },
};
