import { square } from '../../../lib/portable-math';
import type { Answers } from '../../../serving/answers';
import { feedAdwin } from '../../../stats/detectors/adwin';
import { updateDdm } from '../../../stats/detectors/ddm';
import type { Verdict } from '../../../stats/detectors/detector';
import { updatePageHinkley } from '../../../stats/detectors/page-hinkley';
import { addError, addToConfusion } from '../../../stats/metrics/prequential';
import { columnNamed, findColumn, isNumeric } from '../../../table/columns';
import type { Column, Table } from '../../../table/table';
import { DETECTORS, type DetectorName } from '../../contract/monitor-report';
import type { RowRange } from '../../contract/row-range';
import { wordsOf } from './cells';
import { firstRows } from './performance';
import type { MonitorParams } from './spec';
import type { Judged, MonitorState } from './state';
import { answersOf, type Watched } from './watched';

/** Distinct words that are told apart beyond the models' classes, and groups. */
const MOST_LABELS = 100;
const MOST_GROUPS = 20;
const OTHERS = '\u{2026}';
/** A regression's error counts as wrong for DDM, which knows only right and wrong, beyond so many of its usual errors. */
const WRONG_FROM = 2;

/** What this tick's labels brought. */
export interface JudgedTick {
  readonly state: MonitorState;
  /** This tick's labelled rows, whoever answered them. */
  readonly batch: Judged;
  readonly verdicts: Readonly<Record<DetectorName, Verdict>>;
  /** Mean error in the older and the newer part of ADWIN's window, where it cut towards more errors. */
  readonly rise: { readonly before: number; readonly after: number } | null;
}

/** Before the first tick: the labels of the history, which the majority baseline knows. */
export function learnLabels(state: MonitorState, column: Column, task: Watched['task'], rows: number): MonitorState {
  const labels = [...state.labels];
  const past = pastOf(state);
  for (const label of labelsOf(column, rows, task, labels)) if (label !== null) remember(past, label, task);
  return { ...state, labels, past };
}

/** Judges answers by the labels that arrived; rows of a champion before this one count in the overall figures alone. */
export function judgeLabels(
  state: MonitorState,
  watched: Watched,
  { table, range, settled }: { readonly table: Table; readonly range: RowRange; readonly settled: Answers },
  params: MonitorParams,
): JudgedTick {
  const { task, target } = watched;
  const labels = [...state.labels];
  const groups = [...state.groups];
  const truth = target === null ? [] : labelsOf(columnNamed(table, target), table.rows, task, labels);
  const said = answersOf(settled);
  const groupOf = groupsOf(table, watched.sensitive, groups);
  const toLabel = (settled.classes ?? watched.classes).map((word) => indexIn(labels, word, MOST_LABELS));
  const past = pastOf(state);
  const confusion = state.overall.confusion.map((row) => [...row]);
  let { errors } = state.overall;
  let { labelled, unlabelled, unanswered } = state;
  const [batch, own] = [emptyJudged(), emptyJudged()];
  const wrongs: number[] = [];
  truth.forEach((label, i) => {
    if (label === null) {
      unlabelled++;
      return;
    }
    labelled++;
    const noChange = past.last;
    const majority = task === 'regression' ? (past.rows === 0 ? null : past.mean) : mostFrequent(past.counts);
    remember(past, label, task);
    const raw = said[i] ?? Number.NaN;
    if (Number.isNaN(raw)) {
      unanswered++;
      return;
    }
    const answer = task === 'regression' ? raw : (toLabel[raw] ?? -1);
    const row = { truth: label, said: answer, noChange, majority, group: groupOf[i] ?? -1 };
    push(batch, row);
    if (task === 'regression') errors = addError(errors, label, answer);
    else addToConfusion(confusion, label, answer);
    if (range.from + i < state.since) return;
    push(own, row);
    const error = task === 'regression' ? Math.abs(label - answer) / watched.errorScale : label === answer ? 0 : 1;
    wrongs.push(error);
  });
  const watch = feed(state.detectors, wrongs, task);
  return {
    state: {
      ...state,
      labels,
      groups,
      past,
      overall: { confusion, errors },
      labelled,
      unlabelled,
      unanswered,
      detectors: watch.detectors,
      window: joined(state.window, own, params.window),
      baseline: withFirstRows(state.baseline, own, task, firstRows(params)),
    },
    batch,
    verdicts: watch.verdicts,
    rise: watch.rise,
  };
}

/** The champion's first rows, until there are enough. */
function withFirstRows(
  before: MonitorState['baseline'],
  { truth, said }: Judged,
  task: Watched['task'],
  needed: number,
): MonitorState['baseline'] {
  if (before.of !== 'first-rows' || before.rows >= needed || truth.length === 0) return before;
  const taken = Math.min(needed - before.rows, truth.length);
  const confusion = before.confusion.map((row) => [...row]);
  let { errors, losses } = before;
  for (let i = 0; i < taken; i++) {
    const [label, answer] = [truth[i] ?? 0, said[i] ?? 0];
    if (task === 'regression') errors = addError(errors, label, answer);
    else addToConfusion(confusion, label, answer);
    losses += task === 'regression' ? square(square(label - answer)) : Number(label !== answer);
  }
  return { of: 'first-rows', rows: before.rows + taken, confusion, errors, losses };
}

const emptyJudged = (): Judged => ({ truth: [], said: [], noChange: [], majority: [], group: [] });

/** Lets the detectors see the champion's new errors; of several verdicts the worst stands. */
function feed(
  before: MonitorState['detectors'],
  errors: readonly number[],
  task: Watched['task'],
): Pick<JudgedTick, 'verdicts' | 'rise'> & { readonly detectors: MonitorState['detectors'] } {
  const adwin = feedAdwin(before.adwin, errors);
  const rises = adwin.cuts.filter((cut) => cut.after > cut.before);
  let { pageHinkley, ddm } = before;
  const verdicts: Record<DetectorName, Verdict> = {
    adwin: rises.length > 0 ? 'drift' : 'stable',
    pageHinkley: 'stable',
    ddm: 'stable',
  };
  for (const error of errors) {
    const page = updatePageHinkley(pageHinkley, error);
    const wrong = updateDdm(ddm, task === 'regression' ? (error > WRONG_FROM ? 1 : 0) : error);
    [pageHinkley, ddm] = [page.state, wrong.state];
    verdicts.pageHinkley = worse(verdicts.pageHinkley, page.verdict);
    verdicts.ddm = worse(verdicts.ddm, wrong.verdict);
  }
  const [first, last] = [rises[0], rises.at(-1)];
  const rise = first === undefined || last === undefined ? null : { before: first.before, after: last.after };
  return { detectors: { adwin: adwin.state, pageHinkley, ddm }, verdicts, rise };
}

/** The alarms with this tick's added. */
export function countAlarms(
  alarms: MonitorState['alarms'],
  verdicts: JudgedTick['verdicts'],
  tick: number,
): MonitorState['alarms'] {
  const next = { ...alarms };
  for (const name of DETECTORS) {
    if (verdicts[name] === 'drift') next[name] = { lastDrift: tick, drifts: alarms[name].drifts + 1 };
  }
  return next;
}

const RANK = { stable: 0, warning: 1, drift: 2 } as const;
const worse = (a: Verdict, b: Verdict): Verdict => (RANK[b] > RANK[a] ? b : a);

interface Past {
  counts: number[];
  rows: number;
  mean: number;
  last: number | null;
}

const pastOf = ({ past }: MonitorState): Past => ({ ...past, counts: [...past.counts] });

function remember(past: Past, label: number, task: Watched['task']): void {
  past.rows++;
  past.last = label;
  if (task === 'regression') past.mean += (label - past.mean) / past.rows;
  else {
    while (past.counts.length <= label) past.counts.push(0);
    past.counts[label] = (past.counts[label] ?? 0) + 1;
  }
}

function mostFrequent(counts: readonly number[]): number | null {
  let best: number | null = null;
  counts.forEach((count, k) => {
    if (count > (best === null ? 0 : (counts[best] ?? 0))) best = k;
  });
  return best;
}

/** Labels as indices of `labels`, which grows with new words, or as values; null where missing. */
function labelsOf(column: Column, rows: number, task: Watched['task'], labels: string[]): readonly (number | null)[] {
  if (task === 'regression') {
    if (!isNumeric(column)) return new Array<null>(rows).fill(null);
    return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
  }
  return wordsOf(column, rows).map((word) => (word === null ? null : indexIn(labels, word, MOST_LABELS)));
}

function groupsOf(table: Table, sensitive: string | null, groups: string[]): readonly number[] {
  const column = sensitive === null ? undefined : findColumn(table, sensitive);
  if (column === undefined) return [];
  return wordsOf(column, table.rows).map((word) => {
    if (word === null) return -1;
    const known = groups.indexOf(word);
    return known >= 0 || groups.length >= MOST_GROUPS ? known : groups.push(word) - 1;
  });
}

/** The word's place, appended where it is new; beyond `most` words all new ones share a place of their own. */
function indexIn(words: string[], word: string, most: number): number {
  const known = words.indexOf(word);
  if (known >= 0) return known;
  if (words.length < most || word === OTHERS) return words.push(word) - 1;
  return indexIn(words, OTHERS, most);
}

interface JudgedRow {
  readonly truth: number;
  readonly said: number;
  readonly noChange: number | null;
  readonly majority: number | null;
  readonly group: number;
}

function push(judged: Judged, row: JudgedRow): void {
  judged.truth.push(row.truth);
  judged.said.push(row.said);
  judged.noChange.push(row.noChange);
  judged.majority.push(row.majority);
  judged.group.push(row.group);
}

function joined(old: Judged, added: Judged, most: number): Judged {
  return {
    truth: newest(old.truth, added.truth, most),
    said: newest(old.said, added.said, most),
    noChange: newest(old.noChange, added.noChange, most),
    majority: newest(old.majority, added.majority, most),
    group: newest(old.group, added.group, most),
  };
}

/** The newest `most` of both. */
export function newest<T>(old: readonly T[], added: readonly T[], most: number): T[] {
  if (added.length >= most) return added.slice(added.length - most);
  return [...old.slice(Math.max(0, old.length + added.length - most)), ...added];
}
