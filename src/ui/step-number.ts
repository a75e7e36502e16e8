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

/** Why a range makes another number of one: it may not be broken, or lies outside; null where it does not. */
export function whyClamped(value: number, range: NumberRange): 'whole' | 'nearest' | null {
  if (clampNumber(value, range) === value) return null;
  return clampNumber(value, { ...range, integer: false }) === value ? 'whole' : 'nearest';
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

/** `1,234,567.8`: groups of three behind a first that does not begin with zero. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?(?:e[+-]?\d+)?$/i;
/** `1.234.567,8`: the same with the marks the other way round. */
const GROUPED_BY_DOTS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d*(?:e[+-]?\d+)?$/i;
/** `0,01`: one comma, and no full stop. */
const DECIMAL_COMMA = /^[+-]?\d*,\d*(?:e[+-]?\d+)?$/i;

const numberOf = (plain: string): readonly number[] => {
  const value = /\d/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? [value] : [];
};

/**
 * Every number that a person may have meant, full-width digits allowed: none where it is no number, two where a comma
 * may group thousands or stand for the decimal point.
 */
function readingsOf(typed: string): readonly number[] {
  const plain = typed.normalize('NFKC').trim().replace('−', '-');
  if (!plain.includes(',')) return numberOf(plain);
  if (GROUPED_BY_DOTS.test(plain)) return numberOf(plain.replaceAll('.', '').replace(',', '.'));
  return [
    ...(GROUPED.test(plain) ? numberOf(plain.replaceAll(',', '')) : []),
    ...(DECIMAL_COMMA.test(plain) ? numberOf(plain.replace(',', '.')) : []),
  ];
}

/** What a person typed as a number; null where it is none, or may be either of two. */
export function readNumber(typed: string): number | null {
  const [value, other] = readingsOf(typed);
  return value === undefined || other !== undefined ? null : value;
}

/** The number that was typed where the range leaves one, else all that it may be. */
export function readWithin(typed: string, range: NumberRange): number | { readonly mayBe: readonly number[] } {
  const mayBe = readingsOf(typed);
  const fitting = mayBe.length === 1 ? mayBe : mayBe.filter((value) => clampNumber(value, range) === value);
  const [value, other] = fitting;
  return value === undefined || other !== undefined ? { mayBe } : value;
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
