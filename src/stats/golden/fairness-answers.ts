import {
  againstPrivileged,
  countByGroup,
  demographicParityDifference,
  demographicParityRatio,
  equalizedOddsDifference,
  groupRates,
  truePositiveGap,
} from '../fairness/fairness';
import { reweigh } from '../fairness/reweighing';
import { type Answer, type GoldenInput, numbers } from './answers';

export function fairnessAnswer(input: GoldenInput): Answer {
  const { names, codes } = coded(input.group);
  const counts = countByGroup(numbers(input.y_true), numbers(input.y_pred), codes, names.length);
  const against = againstPrivileged(counts, names.indexOf(String(input.privileged)));
  return {
    groups: Object.fromEntries(
      counts.map(groupRates).map((rates, k) => [
        names[k] ?? '',
        {
          n: rates.rows,
          base_rate: rates.baseRate.value,
          selection_rate: rates.selectionRate.value,
          tpr: rates.truePositiveRate.value,
          fpr: rates.falsePositiveRate.value,
          accuracy: rates.accuracy.value,
        },
      ]),
    ),
    demographic_parity_difference: demographicParityDifference(counts).value,
    demographic_parity_ratio: demographicParityRatio(counts).value,
    equalized_odds_difference: equalizedOddsDifference(counts).value,
    equal_opportunity_difference_maxmin: truePositiveGap(counts).value,
    aif360: {
      statistical_parity_difference: against.statisticalParityDifference.value,
      disparate_impact: against.disparateImpact.value,
      equal_opportunity_difference: against.equalOpportunityDifference.value,
      average_odds_difference: against.averageOddsDifference.value,
    },
  };
}

export function reweighingAnswer(input: GoldenInput): Answer {
  const { names, codes } = coded(input.group);
  const truth = numbers(input.y_true);
  const { weights, rows } = reweigh(codes, truth, names.length, 2);
  const sum = (keep: (row: number) => boolean): number => rows.reduce((s, w, i) => (keep(i) ? s + w : s), 0);
  return {
    weights: Object.fromEntries(
      names.flatMap((name, g) => [0, 1].map((y) => [`${name}|${y}`, weights[g]?.[y] ?? null])),
    ),
    sum_of_weights: sum(() => true),
    weighted_base_rate: Object.fromEntries(
      names.map((name, g) => [name, sum((i) => codes[i] === g && truth[i] === 1) / sum((i) => codes[i] === g)]),
    ),
    first_20: [...rows.slice(0, 20)],
  };
}

function coded(value: unknown): { readonly names: readonly string[]; readonly codes: readonly number[] } {
  const words = Array.isArray(value) ? value.map(String) : [];
  const names = [...new Set(words)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { names, codes: words.map((word) => names.indexOf(word)) };
}
