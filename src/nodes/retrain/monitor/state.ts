import { z } from 'zod';
import type { Task } from '../../../graph/schema-types';
import { type AdwinState, createAdwin } from '../../../stats/detectors/adwin';
import { createDdm, type DdmState } from '../../../stats/detectors/ddm';
import { createPageHinkley, type PageHinkleyState } from '../../../stats/detectors/page-hinkley';
import { type ErrorSums, NO_ERRORS } from '../../../stats/metrics/prequential';
import { rowRange } from '../../contract/live-schemas';
import type { MonitorParams } from './spec';

const number = z.number();
// These shapes belong to stats/, which is numbers alone and knows no schemas.
const errorSums = z.strictObject({
  rows: z.int(),
  absolute: number,
  squared: number,
  mean: number,
  spread: number,
}) satisfies z.ZodType<ErrorSums>;
const adwin = z.strictObject({
  delta: number,
  clock: number,
  maxBuckets: number,
  minWindow: number,
  grace: number,
  seen: number,
  width: number,
  sum: number,
  squares: number,
  levels: z.array(z.array(z.tuple([number, number]).readonly()).readonly()).readonly(),
}) satisfies z.ZodType<AdwinState>;
const pageHinkley = z.strictObject({
  minRows: number,
  delta: number,
  lambda: number,
  alpha: number,
  rows: number,
  mean: number,
  sum: number,
  least: number,
}) satisfies z.ZodType<PageHinkleyState>;
const ddm = z.strictObject({
  minRows: number,
  warnAt: number,
  driftAt: number,
  rows: number,
  errors: number,
  best: z.strictObject({ rate: number, deviation: number }).nullable(),
}) satisfies z.ZodType<DdmState>;
/**
 * The champion's own figures: those that it was evaluated by before the loop, or those of the first rows that it served.
 * States from before they were told apart hold those of when it was made, until another champion serves.
 */
const baseline = z
  .discriminatedUnion('of', [
    z.strictObject({ of: z.literal('made') }),
    z.strictObject({ of: z.literal('evaluation') }),
    z.strictObject({
      of: z.literal('first-rows'),
      rows: z.int(),
      confusion: z.array(z.array(z.int())),
      errors: errorSums,
      /** Squares of the rows' losses: of numbers, squared errors squared. */
      losses: number,
    }),
  ])
  .default({ of: 'made' });
const alarms = z.strictObject({ lastDrift: z.int().nullable(), drifts: z.int() });

/** Truths and answers are indices of `labels`, or values; the four run side by side. */
const judged = z.strictObject({
  truth: z.array(number),
  said: z.array(number),
  /** What the two baselines would have said; null before they know any label. */
  noChange: z.array(number.nullable()),
  majority: z.array(number.nullable()),
  /** Index of `groups`; -1 where unknown. */
  group: z.array(z.int()),
});

export const monitorState = z.strictObject({
  /** The champion that is watched; '' before the first tick. */
  version: z.string(),
  /** The first row that it answered. */
  since: z.int(),
  /** Class words of all champions and labels so far. */
  labels: z.array(z.string()),
  groups: z.array(z.string()),
  window: judged,
  /** Of all champions together. */
  overall: z.strictObject({ confusion: z.array(z.array(z.int())), errors: errorSums }),
  /** Every label so far: how often each class, how many, their mean, the last one. */
  past: z.strictObject({ counts: z.array(z.int()), rows: z.int(), mean: number, last: number.nullable() }),
  /** What the champion answered lately: indices of `labels`, or values. */
  answers: z.array(number),
  detectors: z.strictObject({ adwin, pageHinkley, ddm }),
  alarms: z.strictObject({ adwin: alarms, pageHinkley: alarms, ddm: alarms }),
  labelled: z.int(),
  /** Labels that never arrived, and labelled rows that had no answer. */
  unlabelled: z.int(),
  unanswered: z.int(),
  /** By what is told of: the last tick in which it held. */
  told: z.record(z.string(), z.int()),
  /** What a degraded champion is told by. */
  baseline,
  /** Rows that took the place of those that the champion learned from; null where none did. */
  adopted: rowRange.nullable().default(null),
  /** Tick of the last hold that was answered by its rows; 0 before the first. */
  adoptedFor: z.int().default(0),
});
export type MonitorState = z.infer<typeof monitorState>;
export type Judged = MonitorState['window'];

const nothingJudged = (): Judged => ({ truth: [], said: [], noChange: [], majority: [], group: [] });

const DETECTOR_LAMBDA = { classes: 15, numbers: 50 } as const;

/** Detectors that have seen nothing. */
function freshDetectors(params: MonitorParams, task: Task): MonitorState['detectors'] {
  const lambda =
    params.pageHinkleyLambda ?? (task === 'regression' ? DETECTOR_LAMBDA.numbers : DETECTOR_LAMBDA.classes);
  return {
    adwin: createAdwin({ delta: params.adwinDelta }),
    pageHinkley: createPageHinkley({ delta: params.pageHinkleyDelta, lambda }),
    ddm: createDdm({ minRows: params.ddmMinRows }),
  };
}

export function firstState(params: MonitorParams): MonitorState {
  const none = { lastDrift: null, drifts: 0 };
  return {
    version: '',
    since: 0,
    labels: [],
    groups: [],
    window: nothingJudged(),
    overall: { confusion: [], errors: NO_ERRORS },
    past: { counts: [], rows: 0, mean: 0, last: null },
    answers: [],
    detectors: freshDetectors(params, 'binary'),
    alarms: { adwin: none, pageHinkley: none, ddm: none },
    labelled: 0,
    unlabelled: 0,
    unanswered: 0,
    told: {},
    baseline: { of: 'evaluation' },
    adopted: null,
    adoptedFor: 0,
  };
}

/** The state of a new champion: windows and detectors begin anew, the overall figures go on. */
export function withChampion(
  state: MonitorState,
  champion: {
    readonly version: string;
    readonly since: number;
    readonly task: Task;
    readonly classes: readonly string[];
    /** Whether the loop began with it: then no comparison has chosen it for its figures. */
    readonly isFirst: boolean;
    /** Whether its weights went on learning from those before: then what was told goes on too. */
    readonly goesOn: boolean;
  },
  params: MonitorParams,
): MonitorState {
  const known = new Set(state.labels);
  return {
    ...state,
    version: champion.version,
    since: champion.since,
    labels: [...state.labels, ...champion.classes.filter((word) => !known.has(word))],
    window: nothingJudged(),
    answers: [],
    detectors: freshDetectors(params, champion.task),
    told: champion.goesOn ? state.told : {},
    baseline: champion.isFirst
      ? { of: 'evaluation' }
      : { of: 'first-rows', rows: 0, confusion: [], errors: NO_ERRORS, losses: 0 },
    adopted: null,
  };
}
