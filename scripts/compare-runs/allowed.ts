import type { Difference } from '../../src/testing/differences';

/** A difference that is meant, by its place, with the reason for it. */
export interface Allowed {
  readonly place: RegExp;
  readonly why: string;
}

/** What may differ between the version that is compared against and this one. */
export const ALLOWED: readonly Allowed[] = [
  {
    place: /: (node|said by) evaluate\d+(\[\d+\])?\.backend$/,
    why: 'A table is scored by one plain forward pass, which runs on no backend.',
  },
  {
    place: /^seasonal-drift: .*\.(averagePrecision|rocAuc)$/,
    why: 'Rows that scored the same in single precision are told apart in double: two ranks change places, 1.2e-5 at most.',
  },
  {
    place: /: event \d+ \(tick \d+ alert monitor\d\)\.referenceOf$/,
    why: 'An alert of a degraded model says which of its own figures it is held against.',
  },
  {
    place: /^(seasonal-drift|incremental-vs-full): event \d+ \(tick \d+ alert monitor\d\)$/,
    why: 'A promoted model is held against the first rows that it served, not against its figure on few rows when it was made.',
  },
  {
    place: /: node \w+\.notes$/,
    why: 'The report holds every repair of the data and how many cells it touched; before, it held warnings alone.',
  },
  {
    place: /: event \d+ \(tick \d+ drift monitor\d\)\.(before|statistic)$/,
    why: 'Drift of errors is told by the two sides of the cut that ADWIN found, not by whole windows before and after.',
  },
  {
    place: /^(incremental-vs-full: event \d+ \(tick 140 |new-data: event \d+ \(tick 80 )(retrain train1|gate gate1)\)$/,
    why: 'A retraining that begins in the last tick is waited for, told and judged; before, it was dropped.',
  },
  {
    place: /^(incremental-vs-full|new-data): line .*\.(next|versions\.length)$/,
    why: 'The model of that retraining is kept as a version.',
  },
  {
    place: /: (said by|node) \w+(\[\d+\])?\.outputs\.(model|report)\.part$/,
    why: 'A figure says which part of the rows it was measured on.',
  },
  {
    place:
      /^(fairness|seasonal|sudden)-drift: event \d+ \(tick \d+ trigger (performance|combine|schedule)1\)(\.(decision|fired|askedAt|rowsAwaited))?$/,
    why: 'While a training waits for rows, a trigger says once what is awaited instead of firing anew.',
  },
];

/** The entry that allows a difference; undefined where none does. */
export const allowedBy = ({ place }: Difference, allowed: readonly Allowed[]): Allowed | undefined =>
  allowed.find((entry) => entry.place.test(place));
