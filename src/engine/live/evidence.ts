import { Failure } from '../../lib/failure';
import { figure } from '../../lib/figures';
import { text } from '../../lib/text';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import type { RowRange } from '../../nodes/contract/row-range';
import { isCoded } from '../../table/columns';
import { takeRows } from '../../table/rows';
import type { CodedColumn, Column, NumericColumn, Table } from '../../table/table';
import type { StreamView } from './live-stream';

/** Shares of reference and current rows over the same bins, for one column of one monitor. Missing cells do not count. */
export interface ColumnEvidence {
  readonly column: string;
  /** Bin labels; of numbers, `edges` has one more than there are bins. */
  readonly labels: readonly string[];
  readonly edges: readonly number[] | null;
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly referenceRows: number;
  readonly currentRows: number;
}

type Compared = Pick<MonitorReport, 'stream'> & {
  readonly drift: Pick<MonitorReport['drift'], 'reference' | 'ranges' | 'current'>;
};

/** What monitors compared, tick by tick: ranges of rows alone, of the last 100,000 ticks. */
export interface Evidence {
  /** From where rows are taken. */
  open(streams: Pick<StreamView, 'rows'>): void;
  note(monitorId: string, tick: number, report: Compared): void;
  /** Fails with `no-evidence`. */
  of(monitorId: string, tick: number, column: string): ColumnEvidence;
}

interface Log {
  readonly stream: string;
  ranges: Float64Array;
  /** By tick, where a reference's rows lie apart. */
  readonly apart: Map<number, readonly RowRange[]>;
}

const BINS = 20;
/** Words shown by name; the others share the last bin. */
const WORDS = 15;
const KEPT_TICKS = 100_000;
const NUMBERS = 5;

/** Starts with nothing noted. */
export function createEvidence(): Evidence {
  let streams: Pick<StreamView, 'rows'> | null = null;
  const logs = new Map<string, Log>();
  return {
    open: (opened) => {
      streams = opened;
    },
    note(monitorId, tick, { stream, drift }) {
      const log = logs.get(monitorId) ?? { stream, ranges: new Float64Array(NUMBERS * 256), apart: new Map() };
      logs.set(monitorId, log);
      const at = (tick % KEPT_TICKS) * NUMBERS;
      if (at >= log.ranges.length) {
        const longer = new Float64Array(Math.min(KEPT_TICKS * NUMBERS, Math.max(at + NUMBERS, log.ranges.length * 2)));
        longer.set(log.ranges);
        log.ranges = longer;
      }
      log.ranges.set([tick, drift.reference.from, drift.reference.to, drift.current.from, drift.current.to], at);
      if (drift.ranges !== undefined) log.apart.set(tick, drift.ranges);
      log.apart.delete(tick - KEPT_TICKS);
    },
    of(monitorId, tick, column) {
      const log = logs.get(monitorId);
      const at = (tick % KEPT_TICKS) * NUMBERS;
      const [noted, ...ends] = log?.ranges.subarray(at, at + NUMBERS) ?? [];
      const rows = streams?.rows;
      if (log === undefined || noted !== tick || rows === undefined) throw noEvidence(column);
      const [from = 0, to = 0, currentFrom = 0, currentTo = 0] = ends;
      const cells = (range: RowRange, parts?: readonly RowRange[]): Column | undefined =>
        within(rows(log.stream, range), range, parts).columns.find(({ name }) => name === column);
      const reference = cells({ from, to }, log.apart.get(tick));
      const current = cells({ from: currentFrom, to: currentTo });
      if (reference === undefined || current === undefined) throw noEvidence(column);
      return columnEvidence(reference, current);
    },
  };
}

/** The rows of those parts of a range alone. */
function within(table: Table, { from: first }: RowRange, parts?: readonly RowRange[]): Table {
  if (parts === undefined) return table;
  const places = parts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from - first + i));
  return takeRows(table, Uint32Array.from(places));
}

/** Two samples of one column over the same bins: equal widths for numbers, the reference's most frequent words. */
export function columnEvidence(reference: Column, current: Column): ColumnEvidence {
  if (isCoded(reference) && isCoded(current)) return wordEvidence(reference, current);
  if (isCoded(reference) || isCoded(current) || reference.type === 'image' || current.type === 'image') {
    throw noEvidence(reference.name);
  }
  return numberEvidence(reference, current);
}

function numberEvidence(reference: NumericColumn, current: NumericColumn): ColumnEvidence {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const { values } of [reference, current]) {
    for (const value of values) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  if (min > max) [min, max] = [0, 1];
  const bins = min === max ? 1 : BINS;
  const edges = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? max : min + ((max - min) * i) / bins));
  const binOf = (value: number): number =>
    Number.isNaN(value) ? -1 : bins === 1 ? 0 : Math.min(bins - 1, Math.floor(((value - min) / (max - min)) * bins));
  const [ours, theirs] = [sharesOf(reference.values, binOf, bins), sharesOf(current.values, binOf, bins)];
  return {
    column: reference.name,
    labels: edges.slice(0, -1).map((edge, i) => `${figure(edge)} – ${figure(edges[i + 1] ?? edge)}`),
    edges,
    reference: ours.shares,
    current: theirs.shares,
    referenceRows: ours.rows,
    currentRows: theirs.rows,
  };
}

function wordEvidence(reference: CodedColumn, current: CodedColumn): ColumnEvidence {
  const counts = new Map<string, number>();
  for (const { codes, dictionary } of [reference, current]) {
    for (const code of codes) {
      const word = dictionary[code];
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : a > b ? 1 : 0)).map(([word]) => word);
  const shown = words.length > WORDS ? words.slice(0, WORDS - 1) : words;
  const bins = shown.length + (words.length > shown.length ? 1 : 0);
  const place = new Map(shown.map((word, i) => [word, i]));
  const sharesIn = ({ codes, dictionary }: CodedColumn) => {
    const binOfCode = dictionary.map((word) => place.get(word) ?? bins - 1);
    return sharesOf(codes, (code) => (code < 0 ? -1 : (binOfCode[code] ?? -1)), bins);
  };
  const [ours, theirs] = [sharesIn(reference), sharesIn(current)];
  return {
    column: reference.name,
    labels: bins > shown.length ? [...shown, '…'] : shown,
    edges: null,
    reference: ours.shares,
    current: theirs.shares,
    referenceRows: ours.rows,
    currentRows: theirs.rows,
  };
}

function sharesOf(
  cells: Float64Array | Int32Array,
  binOf: (cell: number) => number,
  bins: number,
): { readonly shares: readonly number[]; readonly rows: number } {
  const counts = new Array<number>(bins).fill(0);
  let rows = 0;
  for (const cell of cells) {
    const bin = binOf(cell);
    if (bin < 0) continue;
    counts[bin] = (counts[bin] ?? 0) + 1;
    rows++;
  }
  return { shares: counts.map((count) => (rows === 0 ? 0 : count / rows)), rows };
}

function noEvidence(column: string): Failure {
  return new Failure({
    code: 'no-evidence',
    column,
    message: text(
      `The rows behind “${column}” in this tick are not at hand.`,
      `이 틱에서 “${column}” 열을 비교한 행을 찾을 수 없어요.`,
    ),
    hint: text(
      'Choose a raw column and a tick of the session that is open now.',
      '지금 열려 있는 세션의 틱과 원본 열을 골라 주세요.',
    ),
  });
}
