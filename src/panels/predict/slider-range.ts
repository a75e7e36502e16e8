import { readNumber } from '../../ui/step-number';
import type { PredictionInput } from '../../worker/protocol';

export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where the slider stands while the field is empty. */
  readonly usual: number;
}

/** About so many places of a slider. */
const PLACES = 200;

/** The slider of a number over the range that training had; null of anything else, and of a constant. */
export function sliderOf({ field, typical, min, max }: PredictionInput): SliderRange | null {
  if ((field.type !== 'number' && field.type !== 'integer') || min === undefined || max === undefined) return null;
  if (!(max > min) || !Number.isFinite(max - min)) return null;
  const usual = readNumber(typical) ?? min;
  return { min, max, step: field.type === 'integer' ? wholeStep(max - min) : roundStep((max - min) / PLACES), usual };
}

/** A slider's value as text: without the noise of its steps, and never beyond its ends by rounding. */
export function writeSlid({ min, max }: SliderRange, value: number): string {
  return String(Math.min(max, Math.max(min, Number(value.toPrecision(6)))));
}

const wholeStep = (span: number): number => (span <= 1_000 ? 1 : Math.max(1, Math.round(roundStep(span / PLACES))));

/** 1, 2 or 5 times a power of ten, at most `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const lead = step / power;
  return Number(((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power).toPrecision(6));
}
