import type { StoredResult } from '../../engine/result-cache';
import type { Codes } from '../../export/program';
import { text } from '../../lib/text';
import type { AnyCode, AnyCodeNode, Fragment } from '../../nodes/contract/code';
import { line, list, pd, py } from '../../nodes/python/py';
import { readRows } from '../../nodes/python/read-rows';
import { specs } from '../../nodes/specs';
import { PART, type PartName } from '../../table/table';

const WHY = text('As the engine prepared them.', '엔진이 준비한 행이에요.');
const NOTHING: Fragment<readonly []> = { writes: 'nothing', why: WHY };

/**
 * The kinds' code, but for ingestion and preparation: code that reads what the engine gave, so that training is checked
 * whatever stands before it.
 */
export function withStandIns(codes: Codes, resultOf: (nodeId: string) => StoredResult | undefined): Codes {
  const python = (node: AnyCodeNode): Fragment<readonly []> => {
    const table = resultOf(node.id)?.outputs.table;
    if (table?.type !== 'table') return NOTHING;
    if (table.table.columns.some(({ type }) => type === 'image')) return imageRows(node);
    return partedRows(node, table.table.partition);
  };
  const standIns = specs
    .filter(({ stage }) => stage === 'ingest' || stage === 'prepare')
    .map(({ id }): readonly [string, AnyCode] => [id, { kind: id, python }]);
  return new Map([...codes, ...standIns]);
}

function partedRows(node: AnyCodeNode, partition: Uint8Array | null): Fragment<readonly []> {
  const read = readRows(node, 'prepared', WHY);
  if (partition === null) return read;
  const parts = node.name('parts');
  const { table } = read.outputs;
  const names: readonly PartName[] = ['train', 'validation', 'test'];
  const words = [...partition].map((part) => names.find((name) => PART[name] === part) ?? 'train');
  return {
    writes: 'lines',
    lines: [...read.lines, line(py`${parts} = ${pd}.Series(${list(words)}, index=${table.frame}.index)`)],
    outputs: { table: { ...table, parts } },
  };
}

/** Pixels stay columns, divided. */
function imageRows(node: AnyCodeNode): Fragment<readonly []> {
  const { table } = node.inputs;
  const schema = node.output('table');
  const { pixels = [], shape = [], divisor = 1, name = '' } = node.learned()?.state ?? {};
  if (table === undefined || !('type' in table) || table.type !== 'table' || schema?.type !== 'table') return NOTHING;
  if (!Array.isArray(pixels) || !Array.isArray(shape) || typeof divisor !== 'number') return NOTHING;
  const columns = pixels.map(String);
  const [height = 1, width = 1, channels = 1] = shape.map(Number);
  const frame = node.name('images');
  return {
    writes: 'lines',
    lines: [
      line(py`${frame} = ${table.frame}.copy()`, WHY),
      line(py`${frame}[${list(columns)}] = ${table.frame}[${list(columns)}] / ${divisor}`),
    ],
    outputs: {
      table: {
        ...table,
        schema,
        frame,
        images: new Map([[String(name), { pixels: columns, shape: [height, width, channels] }]]),
      },
    },
  };
}
