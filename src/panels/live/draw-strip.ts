import type { LiveSeries } from '../../store/live/live-types';
import { FONT } from '../../ui/charts/axes';
import { fitText } from '../../ui/charts/pen';
import { drawCursors } from './draw-timeline';
import type { TickFrame } from './TickCanvas';
import { namedTicks, xOf } from './tick-axis';

/** One row of a heat strip: how far a distribution has moved, and the verdict on it. */
export interface StripRow {
  readonly id: string;
  readonly label: string;
  /** PSI; undefined of a row that has verdicts alone. */
  readonly effect: LiveSeries | undefined;
  /** 0 stable, 1 not enough rows or a warning, 2 drift. */
  readonly verdict: LiveSeries | undefined;
  /** What its verdict of 1 means. */
  readonly middle: 'few-rows' | 'warning';
}

const STRIP_ROW = 17;
const TOP = 4;
export const stripHeight = (rows: number): number => TOP + rows * STRIP_ROW + 18;

/** From nothing to a major shift, by the usual bands of PSI. */
export const SHADES = [0.05, 0.1, 0.25, 0.5] as const;
const ALPHA = [0, 0.16, 0.36, 0.66, 1] as const;
export function shadeOf(effect: number): number {
  let shade = 0;
  while (effect >= (SHADES[shade] ?? Number.POSITIVE_INFINITY)) shade++;
  return shade;
}

/** A run of pixel columns that look the same. */
export interface StripRun {
  readonly from: number;
  readonly to: number;
  readonly shade: number;
  readonly verdict: number;
}

/**
 * The ticks in sight as runs of equal looks: each pixel column shows the farthest shift and the worst verdict of its
 * ticks. A verdict of -1: nothing was measured.
 */
export function stripRuns(
  effects: Float64Array | null,
  verdicts: Float64Array | null,
  first: number,
  { offset, step }: { readonly offset: number; readonly step: number },
): readonly StripRun[] {
  const runs: StripRun[] = [];
  const count = Math.max(effects?.length ?? 0, verdicts?.length ?? 0);
  let run: { from: number; to: number; shade: number; verdict: number } | null = null;
  for (let i = 0; i < count; ) {
    const from = offset + (first + i - 0.5) * step;
    let farthest = 0;
    let verdict = -1;
    // As many ticks as share a pixel, at least one.
    const until = Math.max(i + 1, Math.floor((Math.floor(from) + 1 - offset) / step + 0.5 - first));
    for (; i < until && i < count; i++) {
      // Comparing with NaN is false: what was not measured changes nothing.
      const effect = effects?.[i] ?? Number.NaN;
      if (effect > farthest) farthest = effect;
      const said = verdicts?.[i] ?? Number.NaN;
      if (said > verdict) verdict = said;
    }
    const to = offset + (first + i - 0.5) * step;
    const shade = shadeOf(farthest);
    if (run !== null && run.shade === shade && run.verdict === verdict) run.to = to;
    else {
      run = { from, to, shade, verdict };
      runs.push(run);
    }
  }
  return runs;
}

/** Rows of columns over ticks: shade for how far, a line below where the verdict is drift, dots where rows were too few. */
export function drawStrip(
  frame: TickFrame,
  rows: readonly StripRow[],
  chosen: string | null,
  writeTick: (tick: number) => string,
): void {
  const { pen, palette, pixels, range, height } = frame;
  pen.font = FONT;
  const from = Math.ceil(range.from - 0.5);
  const to = Math.floor(range.to + 0.5) + 1;
  rows.forEach(({ id, label, effect, verdict, middle }, index) => {
    const top = TOP + index * STRIP_ROW;
    const tall = STRIP_ROW - 3;
    pen.fillStyle = palette('sunken');
    pen.fillRect(pixels.left, top, pixels.right - pixels.left, tall);
    if (id === chosen) {
      pen.fillStyle = palette('accent');
      pen.fillRect(6, top, 3, tall);
    }
    pen.fillStyle = palette('ink');
    pen.textAlign = 'left';
    pen.fillText(fitText(label, pixels.left - 18), 14, top + 11);
    const last = Math.min(to, Math.max(effect?.end ?? 0, verdict?.end ?? 0));
    if (last <= from) return;
    const begin = Math.max(from, 1);
    const runs = stripRuns(effect?.slice(begin, last) ?? null, verdict?.slice(begin, last) ?? null, begin, pixels);
    // Whole pixels, and one colour after the other: a software canvas takes far longer over anything else.
    const placed = runs.map(({ from: start, to: end, ...run }) => {
      const left = Math.round(Math.max(pixels.left, start));
      return { ...run, left, wide: Math.round(Math.min(pixels.right, end)) - left };
    });
    pen.fillStyle = palette('state-warning');
    for (const { left, wide, shade, verdict: said } of placed) {
      const alpha = effect === undefined ? (said === 2 ? 1 : said === 1 ? 0.36 : 0) : (ALPHA[shade] ?? 0);
      if (alpha === 0) continue;
      pen.globalAlpha = alpha;
      pen.fillRect(left, top, wide, tall);
    }
    pen.globalAlpha = 1;
    pen.fillStyle = palette('state-failed');
    for (const { left, wide, verdict: said } of placed) if (said === 2) pen.fillRect(left, top + tall - 3, wide, 3);
    if (middle !== 'few-rows') return;
    pen.fillStyle = palette('line-strong');
    for (const { left, wide, verdict: said } of placed) {
      if (said !== 1) continue;
      for (let x = left + 1; x < left + wide; x += 5) pen.fillRect(x, top + tall / 2, 2, 1.5);
    }
  });
  pen.textAlign = 'center';
  pen.fillStyle = palette('quiet');
  for (const tick of namedTicks(range, pixels.step)) pen.fillText(writeTick(tick), xOf(pixels, tick), height - 4);
  drawCursors(frame, TOP, height - 18);
}

/** The row at a height; null between and beyond them. */
export function rowAt(y: number, rows: readonly StripRow[]): StripRow | null {
  return rows[Math.floor((y - TOP) / STRIP_ROW)] ?? null;
}
