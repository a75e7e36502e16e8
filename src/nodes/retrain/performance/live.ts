import { z } from 'zod';
import { text } from '../../../lib/text';
import { DETECTOR_NAMES, type DetectorName, type MonitorReport } from '../../contract/monitor-report';
import { type Condition, defineTrigger } from '../../triggers/trigger-frame';
import { percent, shown, steady } from '../../wording/figure-words';
import { lessIsBetter, measureName } from '../../wording/measure-words';
import { type PerformanceParams, performanceSpec } from './spec';

type Judged = Omit<Condition<Record<string, never>>, 'own'>;

/** Watches how well the champion does. */
export const performanceLive = defineTrigger(performanceSpec, {
  own: z.strictObject({}),
  begin: {},
  judge: ({ params, report, own, answeredTo }) => {
    if (report === null) return null;
    return {
      own,
      ...(params.condition === 'detector'
        ? byDetector(report, params.detector, answeredTo)
        : byMeasure(report, params)),
    };
  },
});

/** A drift counts until it is answered by a firing or by another champion. */
function byDetector(report: MonitorReport, detector: DetectorName, answeredTo: number): Judged {
  const { lastDrift, verdict } = report.detectors[detector];
  const name = DETECTOR_NAMES[detector];
  const met = lastDrift !== null && lastDrift > answeredTo;
  const rows = report.rows.totalLabelled;
  const figures = { detector, detectorVerdict: verdict, lastDrift, answeredTo, labelledRows: rows };
  if (met)
    return {
      met,
      why: text(`${name} found drift at tick ${lastDrift}`, `${name}이(가) ${lastDrift}틱에서 드리프트를 찾음`),
      figures,
    };
  const words =
    verdict === 'warning'
      ? text('warns, but finds no drift', '주의 단계이나 드리프트 없음')
      : text('finds no drift', '드리프트 없음');
  const since =
    lastDrift === null
      ? text(`over ${rows} labelled rows`, `라벨이 달린 ${rows}개 행`)
      : text(`since tick ${answeredTo}`, `${answeredTo}틱 이후`);
  return { met, why: text(`${name} ${words.en} ${since.en}`, `${name}: ${since.ko}, ${words.ko}`), figures };
}

function byMeasure(report: MonitorReport, { condition, measure, bound, worseBy }: PerformanceParams): Judged {
  const name = measure === 'headline' ? report.performance.headline : measure;
  const words = measureName(name);
  const value = report.performance.window[name] ?? null;
  const rows = report.rows.window;
  const reference = report.performance.reference?.[name] ?? null;
  const limit = condition === 'absolute' ? bound : reference === null ? null : worsened(name, reference, worseBy);
  const figures = {
    measure: name,
    value: steady(value),
    windowRows: rows,
    bound: steady(limit),
    reference: steady(reference),
  };
  if (value === null) {
    const why = text(
      `${words.en} cannot be told from ${rows} labelled rows`,
      `라벨이 달린 ${rows}개 행으로는 ${words.ko}을(를) 알 수 없음`,
    );
    return { met: false, why, figures };
  }
  if (limit === null) {
    const why = text(
      `the champion came without a figure of its own for ${words.en}`,
      `챔피언이 만들어질 때의 ${words.ko} 수치가 없음`,
    );
    return { met: false, why, figures };
  }
  const met = lessIsBetter(name) ? value > limit : value < limit;
  const against =
    condition === 'absolute' || reference === null
      ? text(`bound ${shown(limit)}`, `기준 ${shown(limit)}`)
      : text(
          `bound ${shown(limit)}, ${percent(worseBy)} worse than the champion’s ${shown(reference)}`,
          `기준 ${shown(limit)}(챔피언의 ${shown(reference)}보다 ${percent(worseBy)} 나쁨)`,
        );
  return {
    met,
    why: text(
      `${words.en} ${shown(value)} over ${rows} rows, ${against.en}`,
      `${rows}개 행의 ${words.ko} ${shown(value)}, ${against.ko}`,
    ),
    figures,
  };
}

/** Worse by a share of the figure's size, whichever side of 0 it is on. */
function worsened(name: string, reference: number, share: number): number {
  const step = Math.abs(reference) * share;
  return lessIsBetter(name) ? reference + step : reference - step;
}
