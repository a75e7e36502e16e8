import type { MonitorReport } from '../../nodes/contract/monitor-report';
import { lessIsBetter } from '../../nodes/wording/measure-words';

/** How a deployment stands just now: its figure of the window beside what it was made with and the simplest answers. */
export interface Standing {
  readonly measure: string;
  readonly now: number;
  /** Labelled rows that it stands on. */
  readonly rows: number;
  /** The champion's own figure; null where it has none yet. */
  readonly made: number | null;
  readonly madeOf: 'evaluation' | 'first-rows' | 'making';
  /** The better of always saying the class before and the majority (or the value before and the mean). */
  readonly simple: { readonly by: 'noChange' | 'majority'; readonly value: number } | null;
  /** Whether the simple answer is better by more than chance would have it. */
  readonly isBeaten: boolean;
}

/** Fewer rows tell of chance. */
const LEAST_ROWS = 100;

/** Null while no labelled row has come. */
export function standingOf({ performance, rows }: Pick<MonitorReport, 'performance' | 'rows'>): Standing | null {
  const { headline: measure, window, reference, referenceOf } = performance;
  const now = window[measure] ?? null;
  if (now === null) return null;
  const simple = simplest(performance, measure);
  return {
    measure,
    now,
    rows: rows.window,
    made: reference?.[measure] ?? null,
    madeOf: referenceOf?.what ?? 'making',
    simple,
    isBeaten: simple !== null && rows.window >= LEAST_ROWS && isBeaten(measure, now, simple.value, rows.window),
  };
}

function simplest(performance: MonitorReport['performance'], measure: string): Standing['simple'] {
  const found = (['noChange', 'majority'] as const).flatMap((by) => {
    const value = performance[by][measure] ?? null;
    return value === null ? [] : [{ by, value }];
  });
  const sign = lessIsBetter(measure) ? 1 : -1;
  return found.toSorted((a, b) => sign * (a.value - b.value))[0] ?? null;
}

/** Of shares: by two standard errors of their difference, as though of unlike rows. Of errors: by a twentieth. */
function isBeaten(measure: string, now: number, simple: number, rows: number): boolean {
  if (lessIsBetter(measure)) return now > simple * 1.05;
  const error = Math.sqrt((now * (1 - now) + simple * (1 - simple)) / rows);
  return simple - now > 2 * error;
}
