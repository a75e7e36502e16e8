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
];

/** The entry that allows a difference; undefined where none does. */
export const allowedBy = ({ place }: Difference, allowed: readonly Allowed[]): Allowed | undefined =>
  allowed.find((entry) => entry.place.test(place));
