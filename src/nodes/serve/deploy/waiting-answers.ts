import { z } from 'zod';
import type { Answers } from '../../../serving/answers';
import { decideClasses } from '../../../stats/metrics/decide';
import type { RowRange } from '../../contract/row-range';

/** Answers to rows whose labels are still to come, as JSON: null where a row has none. */
export const waitingAnswers = z.strictObject({
  from: z.int(),
  to: z.int(),
  outputs: z.int(),
  classes: z.array(z.string()).nullable(),
  scores: z.array(z.number().nullable()),
  /** Index of the class said, -1 of none; absent of numbers, and of loops that began before models had rules. */
  said: z.array(z.int()).exactOptional(),
});
export type WaitingAnswers = z.infer<typeof waitingAnswers>;

/** Keeps a batch's answers until its labels come. */
export function keepAnswers({ from, to }: RowRange, answers: Answers): WaitingAnswers {
  const scores = Array.from(answers.scores, (score) => (Number.isFinite(score) ? score : null));
  const said = answers.predicted === null ? {} : { said: [...answers.predicted] };
  return {
    from,
    to,
    outputs: answers.outputs,
    classes: answers.classes === undefined ? null : [...answers.classes],
    scores,
    ...said,
  };
}

/**
 * The answers that rows got when they were served, in the order of the present champion's classes; classes that only an
 * earlier champion knew come after those, and are named then. NaN where a row got none.
 */
export function settle(
  waiting: readonly WaitingAnswers[],
  labelled: RowRange,
  known: number,
  classes: readonly string[] | null,
): { readonly settled: Answers; readonly waiting: readonly WaitingAnswers[] } {
  const due = waiting.filter(({ from, to }) => from < labelled.to && to > labelled.from);
  const all = classes === null ? null : [...new Set([...classes, ...due.flatMap((kept) => kept.classes ?? [])])];
  const outputs = all?.length ?? known;
  const rows = Math.max(0, labelled.to - labelled.from);
  const scores = new Float64Array(rows * outputs).fill(Number.NaN);
  const said = classes === null ? null : new Int32Array(rows).fill(-1);
  for (const kept of due) {
    const at = places(kept, all);
    const decided = kept.said ?? saidAsUsual(kept);
    for (let row = Math.max(kept.from, labelled.from); row < Math.min(kept.to, labelled.to); row++) {
      const own = kept.scores.slice((row - kept.from) * kept.outputs, (row - kept.from + 1) * kept.outputs);
      if (own.includes(null)) continue;
      const start = (row - labelled.from) * outputs;
      scores.fill(0, start, start + outputs);
      own.forEach((score, k) => {
        const place = at[k] ?? -1;
        if (place >= 0 && place < outputs) scores[start + place] = score ?? Number.NaN;
      });
      if (said !== null) said[row - labelled.from] = at[decided[row - kept.from] ?? -1] ?? -1;
    }
  }
  const named = all !== null && all.length > known ? { classes: all } : {};
  return {
    settled: { scores, outputs, predicted: said, ...named },
    waiting: waiting.filter(({ to }) => to > labelled.to),
  };
}

/** Before models had rules, every one of them decided from one half on. */
function saidAsUsual({ scores, outputs }: WaitingAnswers): ArrayLike<number> {
  return decideClasses(
    scores.map((score) => score ?? Number.NaN),
    outputs,
  );
}

/** Where each of the kept scores stands now; -1 where nowhere. */
function places({ classes: former, outputs }: WaitingAnswers, classes: readonly string[] | null): readonly number[] {
  const own = Array.from({ length: outputs }, (_, k) => k);
  return former === null || classes === null ? own : own.map((k) => classes.indexOf(former[k] ?? ''));
}
