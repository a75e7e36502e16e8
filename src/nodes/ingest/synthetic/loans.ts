import { exp, ln } from '../../../lib/portable-math';
import { createRandom, deriveSeed, type Random } from '../../../lib/random';
import { chanceOfDrift, type DriftChoice } from './drift';
import { type Cells, REGIONS } from './fields';

/** Share of applicants, usual yearly income and merit of each employment, in the order of EMPLOYMENTS. */
const JOBS = [
  { share: 0.68, income: 42_000, merit: 0.3 },
  { share: 0.15, income: 46_000, merit: 0 },
  { share: 0.08, income: 14_000, merit: -0.4 },
  { share: 0.09, income: 11_000, merit: -0.8 },
] as const;
/** What a missing cell of each column holds; null where none goes missing. */
const GAPS = [Number.NaN, Number.NaN, Number.NaN, -1, -1, null, null] as const;
/** By how much full bias lowers the merit that is seen: about two standard deviations. */
const FULL_BIAS = 2.5;
/** Merit at which half are approved. */
const BAR = 0;

export interface LoanChoice extends DriftChoice {
  readonly rows: number;
  readonly noise: number;
  /** 0: equal merit is judged equally; 1: women of equal merit are hardly ever approved. With drift, only the drifted rows are biased. */
  readonly bias: number;
  /** Share of the cells that are missing, in every column but gender and approved. */
  readonly missing: number;
}

/**
 * Loan applications whose merit follows from income, debt, age and employment and not from gender. The draws do not
 * depend on bias or missing, so those change nothing but what they name.
 */
export function loanRows(choice: LoanChoice, seed: number): (row: number) => Cells {
  const { rows, noise, missing, drift } = choice;
  const random = createRandom(deriveSeed(seed, 'loans'));
  const gaps = createRandom(deriveSeed(seed, 'missing'));
  const change = createRandom(deriveSeed(seed, 'drift'));
  return (row) => {
    const biased = drift === 'none' || change.next() < chanceOfDrift(choice, row / rows);
    const bias = biased ? choice.bias : 0;
    const { age, income, debt, job, merit } = applicant(random);
    const region = random.integer(REGIONS.length);
    const gender = random.integer(2);
    const seen = merit + noise * random.normal() - (gender === 0 ? FULL_BIAS * bias : 0);
    const cells = [age, income, debt, job, region, gender, seen > BAR ? 1 : 0];
    return cells.map((cell, column) => {
      const gap = GAPS[column] ?? null;
      return gap === null || gaps.next() >= missing ? cell : gap;
    });
  };
}

function applicant(random: Random) {
  const age = Math.floor(18 + 57 * Math.sqrt(random.next() * random.next()));
  const job = draw(random.next());
  const { income: usual, merit: standing } = JOBS[job] ?? JOBS[0];
  const income = hundreds(usual * exp(0.45 * random.normal()));
  const debt = hundreds(income * 0.35 * exp(0.8 * random.normal()));
  const merit = 1.2 * ln(income / 36_000) - 1.6 * (debt / income - 0.45) + 0.012 * (age - 42) + standing;
  return { age, income, debt, job, merit };
}

function draw(at: number): number {
  let passed = 0;
  const job = JOBS.findIndex(({ share }) => {
    passed += share;
    return at < passed;
  });
  return job < 0 ? 0 : job;
}

const hundreds = (amount: number): number => Math.max(100, 100 * Math.round(amount / 100));
