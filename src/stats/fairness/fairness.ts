import { text } from '../../lib/text';
import { type Figure, figure, REASONS, requireSameLength, undefinedFigure } from '../metrics/figure';

/** What is counted of one group: of its rows, how many had the favourable truth, how many got the favourable answer. */
export interface GroupCounts {
  readonly rows: number;
  readonly positives: number;
  readonly selected: number;
  /** Selected rows whose truth is favourable too. */
  readonly hits: number;
}

export interface GroupRates {
  readonly rows: number;
  readonly baseRate: Figure;
  readonly selectionRate: Figure;
  readonly truePositiveRate: Figure;
  readonly falsePositiveRate: Figure;
  readonly accuracy: Figure;
}

const NO_NEGATIVE = text(
  'A group has no row whose truth is unfavourable.',
  '실제 값이 불리한 클래스인 행이 없는 집단이 있어요.',
);
const NO_POSITIVE = text(
  'A group has no row whose truth is favourable.',
  '실제 값이 유리한 클래스인 행이 없는 집단이 있어요.',
);
const NOBODY = text('Nobody gets the favourable answer in any group.', '어느 집단에서도 유리한 답을 받은 행이 없어요.');
const NO_PRIVILEGED_SELECTED = text(
  'Nobody in the privileged group gets the favourable answer.',
  '특권 집단에서 유리한 답을 받은 행이 없어요.',
);
const ONE_GROUP = text('There is no other group to compare with.', '비교할 다른 집단이 없어요.');

/** Counts rows by group: `truth` and `predicted` are 1 where favourable, `groups` are 0 … count-1; rows of other groups are left out. */
export function countByGroup(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  groups: ArrayLike<number>,
  count: number,
): readonly GroupCounts[] {
  requireSameLength(truth, predicted);
  requireSameLength(truth, groups);
  const counts = Array.from({ length: count }, () => ({ rows: 0, positives: 0, selected: 0, hits: 0 }));
  for (let i = 0; i < truth.length; i++) {
    const own = counts[groups[i] ?? -1];
    if (own === undefined) continue;
    own.rows++;
    if (truth[i] === 1) own.positives++;
    if (predicted[i] === 1) own.selected++;
    if (truth[i] === 1 && predicted[i] === 1) own.hits++;
  }
  return counts;
}

export function groupRates({ rows, positives, selected, hits }: GroupCounts): GroupRates {
  const negatives = rows - positives;
  const falseAlarms = selected - hits;
  return {
    rows,
    baseRate: share(positives, rows, REASONS.noRows),
    selectionRate: share(selected, rows, REASONS.noRows),
    truePositiveRate: share(hits, positives, rows === 0 ? REASONS.noRows : NO_POSITIVE),
    falsePositiveRate: share(falseAlarms, negatives, rows === 0 ? REASONS.noRows : NO_NEGATIVE),
    accuracy: share(hits + negatives - falseAlarms, rows, REASONS.noRows),
  };
}

/** Largest minus smallest selection rate over the groups that have rows (Fairlearn). */
export function demographicParityDifference(groups: readonly GroupCounts[]): Figure {
  return gap(groups, ({ selectionRate }) => selectionRate);
}

/** Smallest over largest selection rate (Fairlearn): 1 is parity. Undefined where nobody is selected. */
export function demographicParityRatio(groups: readonly GroupCounts[]): Figure {
  const rates = known(groups, ({ selectionRate }) => selectionRate);
  if (rates.length === 0) return undefinedFigure(REASONS.noRows);
  const largest = Math.max(...rates);
  return largest === 0 ? undefinedFigure(NOBODY) : figure(Math.min(...rates) / largest);
}

/** Largest minus smallest true positive rate. Undefined where a group has no positives: how it fares is not known. */
export function truePositiveGap(groups: readonly GroupCounts[]): Figure {
  return gap(groups, ({ truePositiveRate }) => truePositiveRate);
}

/** Largest minus smallest false positive rate. Undefined where a group has no negatives. */
export function falsePositiveGap(groups: readonly GroupCounts[]): Figure {
  return gap(groups, ({ falsePositiveRate }) => falsePositiveRate);
}

/** The worse of the gaps in true and false positive rate (Fairlearn); undefined where one of them is, however small the other. */
export function equalizedOddsDifference(groups: readonly GroupCounts[]): Figure {
  const [hits, alarms] = [truePositiveGap(groups), falsePositiveGap(groups)];
  if (hits.value === null) return hits;
  return alarms.value === null ? alarms : figure(Math.max(hits.value, alarms.value));
}

/** Unprivileged against privileged, all other groups pooled, as AIF360 counts them: below 0 (ratio: below 1) the privileged fare better. */
export interface AgainstPrivileged {
  readonly statisticalParityDifference: Figure;
  readonly disparateImpact: Figure;
  readonly equalOpportunityDifference: Figure;
  readonly averageOddsDifference: Figure;
}

export function againstPrivileged(groups: readonly GroupCounts[], privileged: number): AgainstPrivileged {
  const others = pooled(groups.filter((_, k) => k !== privileged));
  const own = groups[privileged];
  if (own === undefined || own.rows === 0 || others.rows === 0) {
    const none = undefinedFigure(ONE_GROUP);
    return {
      statisticalParityDifference: none,
      disparateImpact: none,
      equalOpportunityDifference: none,
      averageOddsDifference: none,
    };
  }
  const [less, more] = [groupRates(others), groupRates(own)];
  const opportunity = minus(less.truePositiveRate, more.truePositiveRate);
  const alarms = minus(less.falsePositiveRate, more.falsePositiveRate);
  return {
    statisticalParityDifference: minus(less.selectionRate, more.selectionRate),
    disparateImpact:
      own.selected === 0
        ? undefinedFigure(NO_PRIVILEGED_SELECTED)
        : share(others.selected / others.rows, own.selected / own.rows, REASONS.noRows),
    equalOpportunityDifference: opportunity,
    averageOddsDifference:
      opportunity.value === null
        ? opportunity
        : alarms.value === null
          ? alarms
          : figure((opportunity.value + alarms.value) / 2),
  };
}

function pooled(groups: readonly GroupCounts[]): GroupCounts {
  return groups.reduce(
    (sum, { rows, positives, selected, hits }) => ({
      rows: sum.rows + rows,
      positives: sum.positives + positives,
      selected: sum.selected + selected,
      hits: sum.hits + hits,
    }),
    { rows: 0, positives: 0, selected: 0, hits: 0 },
  );
}

function gap(groups: readonly GroupCounts[], rate: (rates: GroupRates) => Figure): Figure {
  const present = groups.filter(({ rows }) => rows > 0);
  if (present.length === 0) return undefinedFigure(REASONS.noRows);
  const because = present.map((group) => rate(groupRates(group)).because).find((reason) => reason !== undefined);
  if (because !== undefined) return undefinedFigure(because);
  const rates = known(present, rate);
  return figure(Math.max(...rates) - Math.min(...rates));
}

const known = (groups: readonly GroupCounts[], rate: (rates: GroupRates) => Figure): number[] =>
  groups.flatMap((group) => rate(groupRates(group)).value ?? []);

const minus = (a: Figure, b: Figure): Figure =>
  a.value === null ? a : b.value === null ? b : figure(a.value - b.value);

const share = (part: number, whole: number, because: typeof NOBODY): Figure =>
  whole === 0 ? undefinedFigure(because) : figure(part / whole);
