import type { CompiledNode } from '../graph/pipeline';
import type { TableSchema } from '../graph/schema-types';
import { text } from '../lib/text';
import type { Fragment, PyTable } from '../nodes/contract/code';
import type { AnySpec } from '../nodes/contract/kind';
import { freshNames } from '../nodes/python/names';
import { call, comment, type Line, line, list, type Py, py, tuple } from '../nodes/python/py';
import { pipelineOf } from '../nodes/python/sklearn';
import { rowsOf } from '../nodes/python/tables';

type Step = Extract<Fragment<readonly []>, { writes: 'step' }>;

interface Link {
  readonly node: CompiledNode<AnySpec>;
  readonly step: Step;
}

/** Steps of preparation that become one `Pipeline`. */
export interface Chain {
  /** What it starts from. */
  readonly table: PyTable;
  readonly links: readonly Link[];
  /** Statements before it. */
  readonly head: readonly Line[];
  /** What stands behind its last step. */
  readonly schema: TableSchema;
  readonly images: PyTable['images'];
}

export const chainFrom = (table: PyTable): Chain => ({
  table,
  links: [],
  head: [],
  schema: table.schema,
  images: table.images,
});

/** A chain with one more step; one that takes some rows only begins a chain. */
export function joinedTo(chain: Chain, link: Link, name: (word: string) => Py): Chain {
  const { only } = link.step;
  const links = [...chain.links, link];
  if (only === undefined) return { ...chain, links };
  const kept = name('kept');
  const head = [line(py`${kept} = ${only.rows(chain.table.frame)}`, only.why)];
  return { ...chain, links, head, table: { ...chain.table, frame: kept } };
}

/** One step by itself, or several as a `Pipeline`; fitted on the training rows and applied to all. */
export function chainLines(
  { table, links, head, schema, images }: Chain,
  name: (word: string) => Py,
  isFitted: boolean,
) {
  const stage = links[0]?.node.spec?.stage ?? 'prepare';
  const idle = links.filter(({ step }) => step.transformer === null);
  const before = [
    ...head,
    ...idle.map(({ step }) => comment(step.why)),
    ...links.flatMap(({ step }) => step.define ?? []),
  ];
  const steps = links.flatMap(({ step }) => (step.transformer === null ? [] : [{ ...step, made: step.transformer }]));
  const [first] = steps;
  const behind: PyTable = { ...table, schema, images };
  if (first === undefined) return { stage, lines: before, table: behind };
  const alone = steps.length === 1;
  const transformer = name(alone ? first.name : 'prepare');
  const stepNames = freshNames();
  const made = alone
    ? first.made
    : call(pipelineOf, [
        list(
          steps.map((step) => tuple([stepNames(step.name), step.made])),
          steps.map(({ why }) => why),
        ),
      ]);
  const frame = name('prepared');
  const learns = !isFitted && steps.some((step) => step.learns !== false);
  const lines = [
    ...before,
    line(py`${transformer} = ${made}`, alone ? first.why : undefined),
    ...(learns ? [line(py`${transformer}.fit(${rowsOf(table, 'train')})`, LEARNED)] : []),
    line(py`${frame} = ${transformer}.transform(${table.frame})`),
  ];
  return {
    stage,
    lines,
    table: { ...behind, frame, steps: [...table.steps, { ...transformer, links: steps.length }] },
  };
}

const LEARNED = text(
  'Learned from the training rows alone, then applied to all.',
  '학습 행에서만 배우고, 그다음 모든 행에 적용해요.',
);
