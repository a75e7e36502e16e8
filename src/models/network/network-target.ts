import type { TargetInfo } from '../model';
import type { Target } from '../target';

/** What a network learns of a target. */
export interface NetworkTarget {
  /** With the scale that brings answers back into the target's own units. */
  readonly info: TargetInfo;
  /** Units of the last layer: one logit for two classes, one for each of more, one for a quantity. */
  readonly outputs: number;
  /** Class indices, or (y - mean) / sd, of the given rows. */
  encode(rows: Uint32Array): Float32Array;
}

export function networkTarget({ task, info, moments, values }: Target): NetworkTarget {
  const { mean, sd } = moments ?? { mean: 0, sd: 1 };
  return {
    info: moments === null ? info : { ...info, scale: { mean, sd } },
    outputs: task === 'multiclass' ? (info.classes?.length ?? 0) : 1,
    encode: (rows) => Float32Array.from(values(rows), (value) => (value - mean) / sd),
  };
}
