import { z } from 'zod';
import type { Message } from '../../../lib/message';
import type { DetectorName, MonitorReport } from '../../contract/monitor-report';
import { type Condition, defineTrigger } from '../../triggers/trigger-frame';
import { steady } from '../../wording/event-figures';
import { lessIsBetter } from '../../wording/measure-words';
import { sayOfPerformance } from './messages';
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
  const met = lastDrift !== null && lastDrift > answeredTo;
  const rows = report.rows.totalLabelled;
  const figures = { detector, detectorVerdict: verdict, lastDrift, answeredTo, labelledRows: rows };
  const why = met
    ? sayOfPerformance('drift-found', { detector, tick: lastDrift })
    : sayOfPerformance('no-drift', {
        detector,
        warns: verdict === 'warning',
        rows,
        since: lastDrift === null ? null : answeredTo,
      });
  return { met, why, figures, causes: { [`${detector} ${lastDrift ?? ''}`]: NEWS } };
}

/** What a detector finds is news, however many challengers were held for what it found before. */
const NEWS = 10;

function byMeasure(report: MonitorReport, { condition, measure, bound, worseBy }: PerformanceParams): Judged {
  const name = measure === 'headline' ? report.performance.headline : measure;
  const value = report.performance.window[name] ?? null;
  const rows = report.rows.window;
  const reference = report.performance.reference?.[name] ?? null;
  const chance = chanceOf(name, report);
  const limit =
    condition === 'absolute' ? bound : reference === null ? null : worsened(name, reference, worseBy, chance);
  const figures = {
    measure: name,
    value: steady(value),
    windowRows: rows,
    bound: steady(limit),
    reference: steady(reference),
  };
  if (value === null) return { met: false, why: sayOfPerformance('unknown', { measure: name, rows }), figures };
  if (limit === null) return { met: false, why: whyUnbounded(name, report), figures };
  const found = { measure: name, value, rows, limit };
  const why =
    condition === 'absolute' || reference === null
      ? sayOfPerformance('against-bound', found)
      : sayOfPerformance('against-champion', { ...found, worseBy, reference, ...(chance > 0 ? { chance } : {}) });
  const met = lessIsBetter(name) ? value > limit : value < limit;
  return { met, why, figures, causes: { [name]: 1 + Math.abs(value - limit) / notable(value, limit) } };
}

/** How far beyond its bound a figure is twice as bad as at it. */
const notable = (value: number, limit: number): number => Math.max(Math.abs(value), Math.abs(limit)) / 10 || 1;

function whyUnbounded(measure: string, { performance: { referenceOf } }: MonitorReport): Message {
  if (referenceOf?.what !== 'first-rows' || referenceOf.rows >= referenceOf.needed) {
    return sayOfPerformance('no-reference', { measure });
  }
  const { rows, needed } = referenceOf;
  return sayOfPerformance('first-rows', { measure, rows, needed });
}

/** How far the champion's own figure may lie from its true value: few rows tell the headline up to chance alone. */
function chanceOf(name: string, { performance: { headline, referenceOf } }: MonitorReport): number {
  return name === headline && referenceOf?.what === 'first-rows' ? (referenceOf.chance ?? 0) : 0;
}

/** Worse by a share of the figure's size, whichever side of 0 it is on, and by more than chance. */
function worsened(name: string, reference: number, share: number, chance: number): number {
  const least = lessIsBetter(name) ? reference + chance : reference - chance;
  const step = Math.abs(least) * share;
  return lessIsBetter(name) ? least + step : least - step;
}
