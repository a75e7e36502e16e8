import { chiSquareFit, chiSquareIndependence, cramersV } from '../drift/chi-square';
import {
  jensenShannonDistance,
  jensenShannonDivergence,
  normedWasserstein,
  wassersteinDistance,
} from '../drift/distribution-distance';
import { kolmogorovSmirnov } from '../drift/kolmogorov-smirnov';
import {
  type BinnedShares,
  decileShares,
  equalWidthShares,
  populationStability,
  populationStabilityOfZeros,
  valueShares,
} from '../drift/population-stability';
import { type Answer, type GoldenInput, numbers } from './answers';

export function wassersteinAnswer(input: GoldenInput): Answer {
  const a = numbers(input.a);
  const b = numbers(input.b);
  if ('a_weights' in input) {
    return { distance: wassersteinDistance(a, b, numbers(input.a_weights), numbers(input.b_weights)).value };
  }
  const distance = wassersteinDistance(a, b).value;
  return distance === null ? null : { distance, normed: normedWasserstein(a, b).value };
}

export function jensenShannonAnswer(input: GoldenInput): Answer {
  const p = numbers(input.p);
  const q = numbers(input.q);
  const divergence = jensenShannonDivergence(p, q).value;
  const distance = jensenShannonDistance(p, q).value;
  if (divergence === null || distance === null) return null;
  return {
    divergence_e: divergence,
    distance_e: distance,
    divergence_2: divergence / Math.LN2,
    distance_2: Math.sqrt(divergence / Math.LN2),
  };
}

export function kolmogorovSmirnovAnswer(input: GoldenInput): Answer {
  const a = numbers(input.a);
  const b = numbers(input.b);
  const exact = kolmogorovSmirnov(a, b, 'exact');
  if (exact === null) return null;
  return {
    statistic: exact.statistic,
    p_exact: exact.pValue,
    p_kolmogorov: kolmogorovSmirnov(a, b, 'asymptotic')?.pValue,
  };
}

export function chiSquareAnswer(input: GoldenInput): Answer {
  if (input.kind === 'gof') {
    const fit = chiSquareFit(numbers(input.observed), numbers(input.expected_counts));
    return fit === null ? null : { chi2: fit.statistic, p: fit.pValue };
  }
  const table = Array.isArray(input.table) ? input.table.map(numbers) : [];
  const plain = chiSquareIndependence(table);
  const yates = chiSquareIndependence(table, true);
  if (plain === null || yates === null) return null;
  return {
    chi2: plain.statistic,
    p: plain.pValue,
    dof: plain.degreesOfFreedom,
    chi2_yates: yates.statistic,
    p_yates: yates.pValue,
    expected_freq: plain.expected,
    cramers_v: cramersV(table).value,
    cramers_v_corrected: cramersV(table, true).value,
  };
}

export function stabilityAnswer(input: GoldenInput): Answer {
  const evidently =
    input.kind === 'categorical'
      ? valueShares(words(input.ref), words(input.cur))
      : equalWidthShares(numbers(input.ref), numbers(input.cur));
  if (evidently === null) return null;
  const byZeros = { evidently: { ...plain(evidently), psi: populationStabilityOfZeros(evidently).value } };
  if (input.kind === 'categorical') return byZeros;
  const deciles = decileShares(numbers(input.ref), numbers(input.cur));
  return deciles === null
    ? null
    : { ...byZeros, quantile10: { ...plain(deciles), psi: populationStability(deciles).value } };
}

const plain = ({ reference, current }: BinnedShares) => ({ ref: reference, cur: current });
const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
