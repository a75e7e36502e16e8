import type { Language, Text } from '../lib/text';
import { text } from '../lib/text';
import type { AnyCodeNode } from '../nodes/contract/code';
import { commentLines } from '../nodes/python/layout';
import type { Line } from '../nodes/python/py';
import { partColumn } from '../nodes/sql/rows';
import { whysOf } from './whys';

/** A node as a SELECT over `rows`, and what is to be said of it: its purpose, and where its names come from. */
export interface SqlOfNode {
  readonly select: string;
  readonly whys: readonly Text[];
}

/** A SELECT with what it is for, as the node's own statements in Python say it. */
export function sqlOf(select: string, { inputs }: Pick<AnyCodeNode, 'inputs'>, lines: readonly Line[]): SqlOfNode {
  const tables = Object.values(inputs).flatMap((wire) => wire ?? []);
  const parts = tables.flatMap((wire) => (wire.type === 'table' ? (partColumn(wire) ?? []) : []));
  const named = parts.filter((part) => select.includes(`"${part}"`));
  return { select, whys: [...whysOf(lines), ROWS, ...named.map(partOf)] };
}

/** With all that is said of it as comments, to be pasted elsewhere. */
export const commentedSql = ({ select, whys }: SqlOfNode, language: Language): string =>
  [...whys.flatMap((why) => commentLines(why, language)).map((line) => line.replace(/^#/, '--')), select, ''].join(
    '\n',
  );

const ROWS = text('“rows” is the table that arrives at this node.', '“rows”는 이 노드에 들어오는 표예요.');

const partOf = (column: string): Text =>
  text(
    `Its column “${column}” holds the part into which the split before put each row: train, validation or test.`,
    `“${column}” 열에는 앞의 분할 노드가 행마다 정한 부분(train, validation, test)이 적혀 있어요.`,
  );
