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
];

/** The entry that allows a difference; undefined where none does. */
export const allowedBy = ({ place }: Difference, allowed: readonly Allowed[]): Allowed | undefined =>
  allowed.find((entry) => entry.place.test(place));
