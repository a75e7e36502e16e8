import type { JsonObject } from '../../lib/json';
import { exampleDocument, exampleNode, exampleWires } from '../graph/example-catalog';
import { type AgreementCase, exported } from './agreement';
import { answersIn, bothFigures, type Figures } from './model-checks';
import { playPrograms } from './play-programs';
import type { Source } from './training-documents';

/** A network that is trained under several seeds, here and in Python, on the same rows. */
export interface SeededTraining {
  readonly kind: string;
  readonly name: string;
  readonly params: JsonObject;
  readonly source: Source;
}

/** A figure of the test rows over seeds. */
export interface SeededFigure {
  readonly about: string;
  readonly name: string;
  readonly figure: string;
  readonly here: Spread;
  readonly python: Spread;
  /** Between the means, in deviations: of the greater of both. */
  readonly apart: number;
}

interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/** Nodes train under seeds that follow from their ids, so that one document trains as many networks on the same parts. */
export async function figuresOverSeeds(
  { kind, name, params, source }: SeededTraining,
  seeds: number,
  wanted: readonly string[],
): Promise<readonly SeededFigure[]> {
  const ids = Array.from({ length: seeds }, (_, at) => `train${at + 1}`);
  const given: AgreementCase = {
    about: kind,
    name,
    document: exampleDocument(
      [...source.nodes, ...ids.map((id) => exampleNode(id, kind, { params }))],
      exampleWires(...source.wires, ...ids.map((id) => `rows.table > ${id}.table`)),
    ),
    prepared: true,
    ...(source.inputs && { inputs: source.inputs }),
    checks: ids.map((id) => ({ end: `${id}.model`, on: 'rows.table', within: 0 })),
  };
  const { program, files, values } = await exported(given);
  const variable = (end: string): string => program.variables.get(end) ?? '';
  const frame = variable('rows.table');
  const answers = ids.map((id) =>
    answersIn(`_${id}`, { estimator: variable(`${id}.model`), features: variable(`${id}.model.features`), frame }),
  );
  const then = answers.join('\n');
  const [played] = playPrograms([{ files, variables: ids.map((id) => `_${id}`), then }]);
  if (played?.ok !== true) throw new Error(`${kind}, ${name}: ${played?.why ?? 'not played'}`);
  const table = values.get('rows.table');
  const pairs: { readonly here: Figures; readonly python: Figures }[] = [];
  for (const id of ids) {
    const model = values.get(`${id}.model`);
    if (model?.type !== 'model' || table?.type !== 'table') throw new Error('a trainer gives a model of a table');
    pairs.push(await bothFigures(model.model, table.table, played.variables[`_${id}`] ?? null, id));
  }
  return wanted.flatMap((figure) => {
    const of = (side: 'here' | 'python'): Spread => spreadOf(pairs.map((pair) => pair[side].get(`test ${figure}`)));
    const [here, python] = [of('here'), of('python')];
    if (!Number.isFinite(here.mean)) return [];
    const apart = Math.abs(here.mean - python.mean) / Math.max(here.sd, python.sd, 1e-12);
    return [{ about: kind, name, figure, here, python, apart }];
  });
}

function spreadOf(values: readonly (number | null | undefined)[]): Spread {
  const numbers = values.map((value) => value ?? Number.NaN);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (numbers.length - 1)) };
}

/** The table of what was found, one line a figure. */
export const seedTable = (found: readonly SeededFigure[]): string =>
  [
    '| kind | rows | figure | here, mean ± SD | Python, mean ± SD | apart, in SD |',
    '|---|---|---|---|---|---|',
    ...found.map(({ about, name, figure, here, python, apart }) => {
      const spread = ({ mean, sd }: Spread): string => `${mean.toPrecision(4)} ± ${sd.toPrecision(2)}`;
      return `| ${about} | ${name} | ${figure} | ${spread(here)} | ${spread(python)} | ${apart.toFixed(2)} |`;
    }),
  ].join('\n');
