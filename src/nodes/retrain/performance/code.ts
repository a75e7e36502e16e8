import { figure, percent } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { firesWhen } from '../../triggers/loop-words';
import { lessIsBetter, measureName } from '../../wording/measure-words';
import { type PerformanceParams, performanceSpec } from './spec';

export const performanceCode = defineCode(performanceSpec, {
  loop: (params) => firesWhen(conditionOf(params), params, true),
});

const DETECTORS: Readonly<Record<PerformanceParams['detector'], Text>> = {
  adwin: text('ADWIN has', 'ADWIN이'),
  pageHinkley: text('Page-Hinkley has', 'Page-Hinkley가'),
  ddm: text('DDM has', 'DDM이'),
};

function conditionOf({ condition, detector, measure, bound, worseBy }: PerformanceParams): Text {
  if (condition === 'detector') {
    return text(
      `when ${DETECTORS[detector].en} found that the champion’s errors grew`,
      `${DETECTORS[detector].ko} 챔피언의 오차가 커진 것을 알아채면`,
    );
  }
  const isHeadline = measure === 'headline';
  const name = isHeadline ? text('accuracy (of numbers: RMSE)', '정확도(수는 RMSE)') : measureName(measure);
  if (condition === 'relative') {
    return text(
      `when ${name.en} over the monitor’s window is worse than the champion’s own by more than ${percent(worseBy)}`,
      korean`모니터 윈도에서 잰 ${name.ko}이(가) 챔피언 자체의 수치보다 ${percent(worseBy)} 넘게 나쁘면`,
    );
  }
  const limit = figure(bound);
  const beyond = isHeadline
    ? text(`below ${limit} (RMSE: above it)`, `${limit}보다 낮으면(RMSE는 높으면)`)
    : lessIsBetter(measure)
      ? text(`above ${limit}`, `${limit}보다 높으면`)
      : text(`below ${limit}`, `${limit}보다 낮으면`);
  return text(
    `when ${name.en} over the monitor’s window is ${beyond.en}`,
    korean`모니터 윈도에서 잰 ${name.ko}이(가) ${beyond.ko}`,
  );
}
