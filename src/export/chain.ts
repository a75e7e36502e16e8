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

export interface Link {
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

/** What the transformer is called, and the table behind it. */
interface ChainNames {
  readonly transformer: Py;
  readonly frame: Py;
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

interface MadeStep extends Step {
  readonly made: Py;
}

/** The steps that change something. */
const stepsOf = ({ links }: Pick<Chain, 'links'>): readonly MadeStep[] =>
  links.flatMap(({ step }) => (step.transformer === null ? [] : [{ ...step, made: step.transformer }]));

/** Names for a chain; null where no step of it changes anything. */
export function namesFor(chain: Chain, name: (word: string) => Py): ChainNames | null {
  const [first, second] = stepsOf(chain);
  if (first === undefined) return null;
  return { transformer: name(second === undefined ? first.name : 'prepare'), frame: name('prepared') };
}

/**
 * One step by itself, or several as a `Pipeline`; fitted on the training rows and applied to all. `isRead`: whether other
 * statements read a name.
 */
export function chainLines(
  chain: Chain,
  names: ChainNames | null,
  isFitted: boolean,
  isRead: (name: Py) => boolean,
): readonly Line[] {
  const { table, links, head } = chain;
  const idle = links.filter(({ step }) => step.transformer === null);
  const before = [
    ...head,
    ...idle.map(({ step }) => comment(step.why)),
    ...links.flatMap(({ step }) => step.define ?? []),
  ];
  const steps = stepsOf(chain);
  const [first] = steps;
  if (first === undefined || names === null) return before;
  const { transformer, frame } = names;
  const alone = steps.length === 1;
  if (alone && first.direct !== undefined && !isRead(transformer))
    return [...before, line(py`${frame} = ${first.direct(table.frame)}`, first.why)];
  const made = alone
    ? first.made
    : pipelineCall(
        steps,
        steps.map(({ made }) => made),
      );
  const learns = !isFitted && steps.some((step) => step.learns !== false);
  return [
    ...before,
    line(py`${transformer} = ${made}`, alone ? first.why : IN_TURN),
    ...(learns ? [line(py`${transformer}.fit(${rowsOf(table, 'train')})`, LEARNED)] : []),
    line(py`${frame} = ${transformer}.transform(${table.frame})`),
  ];
}

/** The table behind a chain. */
export function tableBehind(chain: Chain, names: ChainNames | null): PyTable {
  const { table, schema, images } = chain;
  const behind: PyTable = { ...table, schema, images };
  if (names === null) return behind;
  const step = { ...names.transformer, links: stepsOf(chain).length };
  return { ...behind, frame: names.frame, steps: [...table.steps, step] };
}

/** Steps as one `Pipeline`; each said why it is there, unless it stands there already. */
function pipelineCall(steps: readonly Step[], made: readonly Py[], whys = true): Py {
  const names = freshNames();
  return call(pipelineOf, [
    list(
      steps.map((step, at) => tuple([names(step.name), made[at] ?? null])),
      whys ? steps.map(({ why }) => why) : [],
    ),
  ]);
}

const IN_TURN = text(
  'The steps in turn, each on what the one before it gives.',
  '준비 단계를 차례로 거쳐요. 단계마다 앞 단계의 결과를 받아요.',
);
const LEARNED = text(
  'Learned from the training rows alone, then applied to all.',
  '학습 행에서만 배우고, 그다음 모든 행에 적용해요.',
);

/** A chain as it stands in the program, and what its steps are called where each stands by itself. */
export interface WrittenChain {
  readonly chain: Chain;
  readonly names: ChainNames | null;
  /** Of each step that changes something; the last has the names of the chain's table. */
  readonly apart: readonly ChainNames[];
}

/** Names for the steps of a chain by themselves: what stands behind the last is what stands behind the chain. */
export function namedApart(chain: Chain, names: ChainNames | null, name: (word: string) => Py): WrittenChain {
  const steps = stepsOf(chain);
  if (names === null || steps.length < 2) return { chain, names, apart: names === null ? [] : [names] };
  const apart = steps.map((step, at) => ({
    transformer: name(step.name),
    frame: at === steps.length - 1 ? names.frame : name(`after_${step.name}`),
  }));
  return { chain, names, apart };
}

/** The steps of a chain by themselves, each on what the one before it gives; `isRead`: whether other statements read a name. */
export function linesApart(
  { chain, names, apart }: WrittenChain,
  isFitted: boolean,
  isRead: (name: Py) => boolean,
): readonly (readonly Line[])[] {
  const { links } = chain;
  const steps = stepsOf(chain);
  const isWholeRead = steps.length > 1 && names !== null && isRead(names.transformer);
  let made = 0;
  let frame = chain.table.frame;
  return links.map((link, at): readonly Line[] => {
    const own = link.step.transformer === null ? null : (apart[made] ?? null);
    const alone = { ...chain, links: [link], head: at === 0 ? chain.head : [], table: { ...chain.table, frame } };
    const lines = chainLines(alone, own, isFitted, (name) => isWholeRead || (steps.length === 1 && isRead(name)));
    if (own === null) return lines;
    made++;
    frame = own.frame;
    if (made < steps.length || names === null || !isWholeRead) return lines;
    const whole = pipelineCall(
      steps,
      apart.map(({ transformer }) => transformer),
      false,
    );
    return [...lines, line(py`${names.transformer} = ${whole}`, TOGETHER)];
  });
}

const TOGETHER = text(
  'The steps as one, for rows that come later.',
  '나중에 들어오는 행에 쓰도록 준비 단계를 하나로 묶어요.',
);

/** A chain up to one of its nodes; what stands behind it is called as where that node stands by itself. */
export function chainUpTo(
  { chain, names, apart }: WrittenChain,
  nodeId: string,
  isFitted: boolean,
  name: (word: string) => Py,
): { readonly links: readonly Link[]; readonly lines: readonly Line[] } {
  const links = chain.links.slice(0, chain.links.findIndex(({ node }) => node.id === nodeId) + 1);
  const part = { ...chain, links };
  const count = stepsOf(part).length;
  const last = apart[count - 1];
  const own = last === undefined ? null : count === 1 ? last : { ...last, transformer: name('prepare') };
  return { links, lines: chainLines(part, count === apart.length ? names : own, isFitted, () => false) };
}
