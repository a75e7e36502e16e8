import type { Message } from '../../../lib/message';
import type { Comparison } from './compare';
import { sayOfGate } from './messages';
import type { GateParams } from './params';

/** What a sentence about a comparison needs of it. */
const compared = ({ measure, first, second, rows, test, pValue, low, high }: Comparison) => ({
  measure,
  first,
  second,
  rows,
  test,
  pValue,
  low,
  high,
});

export const whyPromoted = (comparison: Comparison): Message => sayOfGate('promoted', compared(comparison));

/** With the first reason that keeps a challenger back. */
export function whyHeld(comparison: Comparison, broken: readonly Message[], { minGain }: GateParams): Message {
  return sayOfGate('held', { ...compared(comparison), why: reasonAgainst(comparison, broken, minGain) });
}

function reasonAgainst(
  { verdict, gain, alike, because }: Comparison,
  broken: readonly Message[],
  minGain: number,
): Message {
  if (verdict === 'worse') return sayOfGate('worse');
  if (alike) return sayOfGate('alike');
  if (because !== null) return sayOfGate('untestable', { because });
  if (verdict === 'same') return sayOfGate('no-difference');
  if (gain === null || gain < minGain) return sayOfGate('small-gain', { gain, least: minGain });
  return sayOfGate('guards', { broken });
}

/** What the watch over a promoted model came to. Here `second` is the promoted one. */
export const whyWatched = (comparison: Comparison, isWorse: boolean): Message =>
  sayOfGate(isWorse ? 'rolled-back' : 'stays', compared(comparison));
