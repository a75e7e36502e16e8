export interface NumberRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly integer?: boolean | undefined;
  readonly scale?: 'linear' | 'log' | undefined;
}

/** The value held inside the range, and whole where the range asks for it. */
export function clampNumber(value: number, { min, max, integer }: NumberRange): number {
  const whole = integer === true ? Math.round(value) : value;
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, whole));
}

/**
 * The next value up or down: `step` on a linear scale; along 1, 2, 5, 10, 20 … on
 * a logarithmic one, where a fixed step is too coarse at one end and too fine at the other.
 */
export function stepNumber(value: number, direction: 1 | -1, big: boolean, range: NumberRange): number {
  if (range.scale === 'log' && value > 0) {
    let next = value;
    for (let i = 0; i < (big ? 3 : 1); i++) next = stepOnLadder(next, direction);
    return clampNumber(next, range);
  }
  const step = (range.step ?? (range.integer === true ? 1 : defaultStep(range))) * (big ? 10 : 1);
  return clampNumber(tidy(value + direction * step), range);
}

/** What a person typed as a number, commas and full-width digits allowed; null where it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim().replace(/,/g, '').replace('−', '-');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

function defaultStep({ min, max }: NumberRange): number {
  return min !== undefined && max !== undefined && max - min <= 2 ? 0.05 : 1;
}

function stepOnLadder(value: number, direction: 1 | -1): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const ladder = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].map((rung) => tidy(rung * decade));
  const slack = value * 1e-6;
  const next =
    direction === 1 ? ladder.find((rung) => rung > value + slack) : ladder.findLast((rung) => rung < value - slack);
  return next ?? value;
}

const tidy = (value: number): number => Number(value.toPrecision(12));
