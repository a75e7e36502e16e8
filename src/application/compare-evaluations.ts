import { type Comparison, compare } from '../nodes/retrain/gate/compare';
import type { PairedAnswers } from '../nodes/retrain/gate/pairs';
import { lessIsBetter } from '../nodes/wording/measure-words';
import type { EvaluationReport, JudgedRows, PartEvaluation } from '../stats/metrics/report';
import { PART, type PartName } from '../table/table';

/** An evaluation and the rows that it stands on. */
export interface Judged {
  readonly report: EvaluationReport;
  readonly judged: JudgedRows;
}

/** Evaluations beside each other, in the order in which they were asked for. */
export interface EvaluationsCompared {
  /** What is compared: the first of test, validation and training that any of them has. */
  readonly part: PartName;
  readonly evaluations: readonly ComparedEvaluation[];
}

export interface ComparedEvaluation extends Pick<EvaluationReport, 'task' | 'target'> {
  /** Undefined where this one was not measured on that part. */
  readonly figures: Pick<PartEvaluation, 'metrics' | 'intervals' | 'rows'> | undefined;
  /** Those of one number were measured on the same rows, which alone can be ranked. */
  readonly rows: number;
  /** How it does beside the best of the same rows; null of the best itself, and where there is no other. */
  readonly besideBest: BesideBest | null;
  readonly isBest: boolean;
}

/** A paired test, row by row. `isClear` goes by Holm's (1979) correction for as many models as were compared. */
interface BesideBest
  extends Pick<Comparison, 'measure' | 'test' | 'pValue' | 'because' | 'alike' | 'rows' | 'first' | 'second'> {
  readonly best: number;
  readonly isClear: boolean;
}

const LEVEL = 0.05;
const HEADLINE = { measure: 'headline', test: 'auto', level: LEVEL, seed: 0 } as const;

/** Sets evaluations beside each other. Models are ranked by their headline figure, and only where they saw the same rows. */
export function compareEvaluations(asked: readonly Judged[]): EvaluationsCompared {
  const part = (['test', 'validation', 'train'] as const).find((name) =>
    asked.some(({ report }) => report.parts[name]),
  );
  const chosen = part ?? 'train';
  const measured = asked.map((one) => onPart(one, chosen));
  const groups: number[][] = [];
  const groupOf = measured.map((one, at) => {
    const found = groups.findIndex(([first = 0]) => sameRows(measured[first], one));
    const group = groups[found] ?? [];
    group.push(at);
    if (found < 0) groups.push(group);
    return found < 0 ? groups.length - 1 : found;
  });
  const ranked = groups.map((group) => rank(measured, group));
  return {
    part: chosen,
    evaluations: asked.map(({ report }, at) => {
      const { [chosen]: figures } = report.parts;
      const group = groupOf[at] ?? 0;
      const ranking = ranked[group];
      return {
        task: report.task,
        target: report.target,
        figures: figures && { metrics: figures.metrics, intervals: figures.intervals, rows: figures.rows },
        rows: group,
        isBest: ranking?.best === at,
        besideBest: ranking?.others.get(at) ?? null,
      };
    }),
  };
}

interface Measured {
  readonly target: string;
  /** Null of numbers. */
  readonly classes: readonly string[] | null;
  readonly source: Uint32Array;
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
}

/** The rows of a part that have a target. */
function onPart({ report, judged }: Judged, part: PartName): Measured {
  const at = Uint32Array.from(judged.truth.keys()).filter(
    (row) => judged.part[row] === PART[part] && !Number.isNaN(judged.truth[row]),
  );
  const take = (values: Float64Array): Float64Array => Float64Array.from(at, (row) => values[row] ?? Number.NaN);
  return {
    target: report.target,
    classes: report.classes ?? null,
    source: at.map((row) => judged.source[row] ?? 0),
    truth: take(judged.truth),
    predicted: take(judged.predicted),
  };
}

/** Whether two were measured on the same rows, with the same right answers. */
function sameRows(a: Measured | undefined, b: Measured): boolean {
  if (a === undefined || a.target !== b.target || (a.classes === null) !== (b.classes === null)) return false;
  if (a.source.length !== b.source.length) return false;
  const word = ({ classes, truth }: Measured, row: number) =>
    classes === null ? truth[row] : classes[truth[row] ?? 0];
  return a.source.every((source, row) => source === b.source[row] && word(a, row) === word(b, row));
}

function rank(measured: readonly Measured[], group: readonly number[]) {
  const others = new Map<number, BesideBest>();
  const [first, ...rest] = group;
  if (first === undefined || rest.length === 0 || measured[first]?.truth.length === 0) return { best: null, others };
  const best = rest.reduce((ahead, at) => (comparison(measured, ahead, at).isBetter ? at : ahead), first);
  const found = group
    .filter((at) => at !== best)
    .map((at) => ({ at, ...comparison(measured, best, at).found }))
    .toSorted((a, b) => (a.pValue ?? 1) - (b.pValue ?? 1));
  let isClear = true;
  found.forEach(({ at, measure, test, pValue, because, alike, rows, first, second }, k) => {
    isClear &&= pValue !== null && pValue * (found.length - k) < LEVEL;
    others.set(at, { best, isClear, measure, test, pValue, because, alike, rows, first, second });
  });
  return { best, others };
}

function comparison(measured: readonly Measured[], a: number, b: number) {
  const [first, second] = [measured[a], measured[b]];
  if (first === undefined || second === undefined) throw new RangeError(`no evaluation ${a} or ${b}`);
  const found = compare(pairs(first, second), HEADLINE);
  const ahead = (found.second ?? Number.NaN) - (found.first ?? Number.NaN);
  return { found, isBetter: lessIsBetter(found.measure) ? ahead < 0 : ahead > 0 };
}

/** Both models' answers in one list of classes. */
function pairs(first: Measured, second: Measured): PairedAnswers {
  if (first.classes === null || second.classes === null) {
    return { classes: null, truth: first.truth, first: first.predicted, second: second.predicted };
  }
  const classes = [...new Set([...first.classes, ...second.classes])];
  const index = new Map(classes.map((word, k) => [word, k]));
  const common = (of: readonly string[], values: Float64Array): Float64Array =>
    values.map((k) => index.get(of[k] ?? '') ?? Number.NaN);
  return {
    classes,
    truth: common(first.classes, first.truth),
    first: common(first.classes, first.predicted),
    second: common(second.classes, second.predicted),
  };
}
