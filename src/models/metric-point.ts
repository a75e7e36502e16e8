/** One point of a live curve. The engine throttles; a trainer may tell as many as it likes, cheaply. */
export interface MetricPoint {
  /** Epochs since the start of training; fractional within an epoch. Or iterations, of what ends where nothing more is gained. */
  readonly epoch: number;
  /** How many there will be at most; null of iterations. */
  readonly epochs: number | null;
  /** By series: `loss`, `validationLoss`, `accuracy`, `validationAccuracy`, `rmse`, `validationRmse`, `learningRate`. */
  readonly values: Readonly<Record<string, number>>;
  /** Training rows a second, lately. */
  readonly rowsPerSecond?: number;
}
