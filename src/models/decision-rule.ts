/** When one of two classes is said. A type, not an interface, so that it counts as JSON. */
export type DecisionRule = {
  /** The class that the threshold speaks of; curves, AUC and average precision too. */
  readonly positive: string;
  /** It is said from this probability on. */
  readonly threshold: number;
  /** Thresholds of their own for the groups named by a raw column; every other group has the common one. */
  readonly groups?: { readonly column: string; readonly thresholds: Readonly<Record<string, number>> };
};
