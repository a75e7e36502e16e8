/** A model's answers, a row each. Where a row has none, its scores are NaN and the class predicted is -1. */
export interface Answers {
  /** Rows × outputs, row-major: class probabilities, or the value in the target's own units. */
  readonly scores: Float64Array;
  readonly outputs: number;
  /** Index of the class that the model predicted of each row by its own rule; null of numbers. */
  readonly predicted: Int32Array | null;
  /** What the scores are of, in their order. Absent of numbers, and where they are the champion's classes in its order. */
  readonly classes?: readonly string[];
}
