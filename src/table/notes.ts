import type { Text } from '../lib/text';

/** Something done to, or found in, the data that a person may want to see. */
export interface DataNote {
  readonly code: string;
  readonly severity: 'info' | 'warning';
  readonly message: Text;
  /** How many cells or rows. */
  readonly count: number;
  readonly column?: string;
  /** 1-based rows (of the file: physical lines), the first few. */
  readonly rows?: readonly number[];
  /** The offending raw values, the first few. */
  readonly examples?: readonly string[];
}

/** "1 cell was" or "3 cells were": how English agrees with a count. */
export const amount = (count: number, noun: string, verb: 'was' | 'had' | 'is' | 'has' | '' = 'was'): string => {
  const plural = { was: 'were', had: 'had', is: 'are', has: 'have', '': '' }[verb];
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'} ${count === 1 ? verb : plural}`.trimEnd();
};
