import { chiSquareIndependence } from '../../../stats/drift/chi-square';
import {
  countByGroup,
  demographicParityDifference,
  demographicParityRatio,
  equalizedOddsDifference,
  falsePositiveGap,
  type GroupCounts,
  groupRates,
  truePositiveGap,
} from '../../../stats/fairness/fairness';
import type { FairnessReport } from '../../contract/monitor-report';
import type { MonitorState } from './state';
import type { Watched } from './watched';

/** Figures outside these leave the band that is commonly called fair. */
const FAIR_DIFFERENCE = 0.1;
const FAIR_RATIO = 0.8;
/** A gap that its rows would show by chance more often than this is none. */
const CHANCE = 0.001;

/** A figure that has left its band, and not by chance alone. */
export interface Unfair {
  readonly figure: 'parityDifference' | 'parityRatio' | 'equalizedOddsDifference';
  readonly value: number;
  readonly limit: number;
}

export interface Fairness {
  readonly report: FairnessReport;
  readonly unfair: readonly Unfair[];
}

/** Fairness over the window of labelled rows; null where no sensitive column or no favourable class is known. */
export function fairnessOf(
  watched: Watched,
  { window, labels, groups }: MonitorState,
  minRows: number,
): Fairness | null {
  const { sensitive, favourable } = watched;
  if (sensitive === null || favourable === null) return null;
  const good = labels.indexOf(favourable);
  const isGood = (label: number): number => (label === good ? 1 : 0);
  const counts = countByGroup(window.truth.map(isGood), window.said.map(isGood), window.group, groups.length);
  const figures = {
    parityDifference: demographicParityDifference(counts),
    parityRatio: demographicParityRatio(counts),
    equalizedOddsDifference: equalizedOddsDifference(counts),
  };
  const because = Object.entries(figures).flatMap(([name, { because }]) =>
    because === undefined ? [] : [[name, because] as const],
  );
  const report: FairnessReport = {
    column: sensitive,
    favourable,
    groups: counts.map((count, k) => {
      const rates = groupRates(count);
      return {
        group: groups[k] ?? '',
        rows: count.rows,
        selectionRate: rates.selectionRate.value,
        truePositiveRate: rates.truePositiveRate.value,
        falsePositiveRate: rates.falsePositiveRate.value,
        accuracy: rates.accuracy.value,
      };
    }),
    parityDifference: figures.parityDifference.value,
    parityRatio: figures.parityRatio.value,
    equalizedOddsDifference: figures.equalizedOddsDifference.value,
    ...(because.length === 0 ? {} : { undefinedBecause: Object.fromEntries(because) }),
  };
  return { report, unfair: window.truth.length < minRows ? [] : unfairOf(report, counts) };
}

function unfairOf(report: FairnessReport, counts: readonly GroupCounts[]): readonly Unfair[] {
  const { parityDifference, parityRatio, equalizedOddsDifference: odds } = report;
  const found: Unfair[] = [];
  if (
    differ(
      counts,
      ({ selected }) => selected,
      ({ rows }) => rows,
    )
  ) {
    if (parityDifference !== null && parityDifference > FAIR_DIFFERENCE)
      found.push({ figure: 'parityDifference', value: parityDifference, limit: FAIR_DIFFERENCE });
    if (parityRatio !== null && parityRatio < FAIR_RATIO)
      found.push({ figure: 'parityRatio', value: parityRatio, limit: FAIR_RATIO });
  }
  const byHits = (truePositiveGap(counts).value ?? 0) >= (falsePositiveGap(counts).value ?? 0);
  const isReal = byHits
    ? differ(
        counts,
        ({ hits }) => hits,
        ({ positives }) => positives,
      )
    : differ(
        counts,
        ({ selected, hits }) => selected - hits,
        ({ rows, positives }) => rows - positives,
      );
  if (odds !== null && odds > FAIR_DIFFERENCE && isReal)
    found.push({ figure: 'equalizedOddsDifference', value: odds, limit: FAIR_DIFFERENCE });
  return found;
}

/** Whether the groups' shares differ by more than chance (chi-square). */
function differ(
  counts: readonly GroupCounts[],
  part: (count: GroupCounts) => number,
  whole: (count: GroupCounts) => number,
): boolean {
  const table = counts.filter((count) => whole(count) > 0).map((count) => [part(count), whole(count) - part(count)]);
  const test = chiSquareIndependence(table);
  return table.length > 1 && test !== null && test.pValue < CHANCE;
}
