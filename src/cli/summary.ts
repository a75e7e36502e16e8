import type { EngineEvent, OutputSummary } from '../engine/events';
import type { RunReport } from '../engine/report';
import { counted, duration, figure, plural } from '../lib/figures';
import { type Text, text } from '../lib/text';
import type { DataNote } from '../table/notes';
import { inColumns } from './columns';
import type { Output } from './output';
import { say } from './output';

const MARKS = { completed: '✓', failed: '✕', skipped: '–', cancelled: '◼' } as const;
const STATUS = {
  completed: text('Completed', '완료'),
  failed: text('Failed', '실패'),
  cancelled: text('Cancelled', '취소됨'),
} as const;

type Node = RunReport['nodes'][string];

/** What a person reads of a run: a line for each node, what went wrong and what to do, the whole in a last line. */
export function summaryLines(
  output: Output,
  report: RunReport,
  events: readonly EngineEvent[],
  showNotes = false,
): readonly string[] {
  const lines: string[] = [];
  const nodes = Object.entries(report.nodes);
  const heads = inColumns(
    nodes.map(([id, node]) => [
      `${MARKS[node.status]} ${id}`,
      node.kind,
      figuresOf(output, node, outputsOf(id, events)),
    ]),
  );
  for (const [place, [id, node]] of nodes.entries()) {
    lines.push(heads[place] ?? '');
    if (node.failure !== undefined) {
      lines.push(`    ${say(output, node.failure.message)}`, `    → ${say(output, node.failure.hint)}`);
    }
    // What was repaired or rejected in the data that it read.
    const noted = outputsOf(id, events).flatMap(({ warnings }) => warnings ?? []);
    for (const warning of noted) {
      lines.push(`    ! ${warningLine(output, warning)}`);
      if (warning.hint !== undefined) lines.push(`      → ${say(output, warning.hint)}`);
    }
    for (const { code, column, message, hint } of node.warnings ?? []) {
      if (noted.some((note) => note.code === code && note.column === column)) continue;
      lines.push(`    ! ${say(output, message)}`, `      → ${say(output, hint)}`);
    }
    lines.push(...remarksOf(output, node, showNotes));
    if (showNotes) lines.push(...logOf(id, events).map((message) => `    · ${say(output, message)}`));
    const skipped = events.find((event) => event.type === 'nodeSkipped' && event.nodeId === id);
    if (skipped?.type === 'nodeSkipped') lines.push(`    ${say(output, skipped.because)}`);
  }
  const seed = say(output, text(`seed ${report.seed}`, `시드 ${report.seed}`));
  lines.push(`${say(output, STATUS[report.status])} · ${duration(report.ms)} · ${report.backend} · ${seed}`);
  return lines;
}

/** What a node took, gave and came to, in one line. */
function figuresOf(output: Output, node: Node, outputs: readonly OutputSummary[]): string {
  const decisions = outputs.flatMap(({ decision }) => decision ?? []);
  const carried = outputs.flatMap(({ carriedRows }) => carriedRows ?? []);
  return [
    node.status === 'skipped' || node.status === 'cancelled' ? '' : duration(node.ms),
    node.cached ? say(output, text('cached', '캐시')) : '',
    node.rows === undefined ? '' : say(output, text(counted(node.rows, 'row'), `${node.rows}행`)),
    metricsOf(node, outputs),
    ...decisions.map((decision) => say(output, decision)),
    ...carried.map((rows) => say(output, text(`carries ${counted(rows, 'training row')}`, `학습 행 ${rows}개를 담음`))),
    node.backend ?? '',
  ]
    .filter((word) => word !== '')
    .join(' · ');
}

/** What was repaired without need for anybody: in one line, or each in its own. */
function remarksOf(output: Output, { notes = [] }: Node, shown: boolean): readonly string[] {
  const remarks = notes.filter(({ severity }) => severity === 'info');
  if (remarks.length === 0) return [];
  if (shown) {
    return remarks.map(({ column, message, count }) => {
      const where = column === undefined ? '' : `${column}: `;
      return `    · ${where}${say(output, message)} (${count})`;
    });
  }
  const n = remarks.length;
  const said = text(
    `${counted(n, 'remark')} on the data; --notes shows ${plural(n, 'it', 'them')}.`,
    `데이터에 대한 참고 사항 ${n}개, --notes로 볼 수 있어요.`,
  );
  return [`    · ${say(output, said)}`];
}

/** What a node told of its work: how a model was trained, and what it carries. */
const logOf = (id: string, events: readonly EngineEvent[]): readonly Text[] =>
  events.flatMap((event) => (event.type === 'nodeLog' && event.nodeId === id ? [event.message] : []));

/** What a node gave; nothing where it did not complete. */
const outputsOf = (id: string, events: readonly EngineEvent[]): readonly OutputSummary[] =>
  events.flatMap((event) =>
    event.type === 'nodeCompleted' && event.nodeId === id ? Object.values(event.outputs) : [],
  );

function warningLine(output: Output, { column, message, rows = [] }: DataNote): string {
  const where = column === undefined ? '' : `${column}: `;
  const numbers = rows.join(', ');
  const lines = rows.length === 0 ? '' : say(output, text(` (row ${numbers})`, ` (행 ${numbers})`));
  return `${where}${say(output, message)}${lines}`;
}

/** The figures of a report, else those of the epoch a model was kept from. */
function metricsOf(node: Node, outputs: readonly OutputSummary[]): string {
  const metrics = node.metrics ?? outputs.find((summary) => summary.metrics !== undefined)?.metrics ?? {};
  return Object.entries(metrics)
    .flatMap(([name, value]) => (typeof value === 'number' ? [`${name} ${figure(value)}`] : []))
    .join(' · ');
}
