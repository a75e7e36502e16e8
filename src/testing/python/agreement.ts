import { readFile } from 'node:fs/promises';
import { exportPython, type PythonProgram } from '../../application/export-python';
import { createEngine } from '../../engine/engine';
import type { Host } from '../../engine/host';
import { indexKinds } from '../../engine/kinds';
import type { StoredResult } from '../../engine/result-cache';
import { indexCodes } from '../../export/program';
import type { PipelineDocument } from '../../graph/document';
import { parseEnd } from '../../graph/wire';
import { createLake } from '../../lake/create-lake';
import { createMemoryBlobs } from '../../lib/blob-store';
import type { Json } from '../../lib/json';
import { codes } from '../../nodes/codes';
import type { WireValue } from '../../nodes/contract/runner';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import type { Table } from '../../table/table';
import { emptyHost } from '../engine/fake-kinds';
import { differenceOf, refuseOtherParts } from './differences';
import { givenCode, givenRunner, givenSpec } from './given-table';
import { answersIn, type ModelComparison, modelDifference } from './model-checks';
import { type Played, type PlayedProgram, playPrograms } from './play-programs';
import { withStandIns } from './stand-ins';

/** A pipeline whose program has to give what the engine gives. */
export interface AgreementCase {
  /** The kind that it is about, or the template. */
  readonly about: string;
  readonly name: string;
  readonly document: PipelineDocument;
  /** Write what was learned beside the program instead of training it again. */
  readonly fitted?: boolean;
  /** Of ingestion and preparation no code is checked: the program reads what the engine gave there. */
  readonly prepared?: true;
  /** The program as it is played, where it is not played as it was written. */
  edited?(program: string): string;
  readonly checks: readonly AgreementCheck[];
  /** Files that the document names, by hash. */
  readonly inputs?: ReadonlyMap<string, Uint8Array>;
  /** The data set that it reads, by its name. */
  readonly dataSet?: readonly [name: string, rows: Table];
}

/** An output (`node.port`), and how far it may lie from the engine's. */
export interface AgreementCheck {
  readonly end: string;
  readonly within: number;
  /** Of a model: the table whose rows it answers, and by what it is compared; by each answer unless it is said. */
  readonly on?: string;
  readonly by?: ModelComparison;
}

/** How far an output lies from the engine's, at its worst cell or figure; relative to what is greater than 1. */
export interface Agreement {
  readonly about: string;
  readonly name: string;
  readonly end: string;
  readonly within: number;
  readonly reached: number;
}

const kinds = indexKinds([...specs, givenSpec], [...runners, givenRunner]);
const allCodes = indexCodes([...codes, givenCode]);

const asset = (path: string): Promise<Uint8Array> => readFile(new URL(`../../../public/${path}`, import.meta.url));

/** Exports, plays and compares cases; fails with Python's own words where a program does not run. */
export async function agreements(cases: readonly AgreementCase[]): Promise<readonly Agreement[]> {
  const written: { readonly given: AgreementCase; readonly ran: Ran }[] = [];
  for (const given of cases) written.push({ given, ran: await exported(given) });
  const played = playPrograms(written.map(({ given, ran }) => jobOf(given, ran)));
  const found: Agreement[] = [];
  for (const [at, { given, ran }] of written.entries()) found.push(...(await compared(given, ran, played[at])));
  return found;
}

interface Ran extends PythonProgram {
  readonly values: ReadonlyMap<string, WireValue>;
}

/** Runs a document and writes it in Python, with the values that the engine has at the outputs that are checked. */
export async function exported({
  document,
  fitted = false,
  prepared,
  checks,
  inputs,
  dataSet,
}: AgreementCase): Promise<Ran> {
  const lake = createLake(createMemoryBlobs());
  if (dataSet !== undefined) await lake.append(...dataSet, 'rows.csv');
  const host: Host = {
    ...emptyHost,
    lake,
    readAsset: asset,
    readFile: async (hash) => inputs?.get(hash) ?? new Uint8Array(),
  };
  const engine = createEngine({ kinds, host });
  const run = { backend: 'cpu', signal: new AbortController().signal, emit: () => undefined } as const;
  await engine.run({ ...run, runId: 'here', document });
  const keys = await engine.keys(document, 'cpu');
  const results = new Map<string, StoredResult>();
  for (const [id, key] of Object.entries(keys)) {
    const result = await engine.result(key);
    if (result !== undefined) results.set(id, result);
  }
  const python = await exportPython(
    { engine, kinds, codes: prepared ? withStandIns(allCodes, (id) => results.get(id)) : allCodes },
    { ...run, document, language: 'en', fitted },
  );
  const values = new Map<string, WireValue>();
  for (const end of checks.flatMap(({ end, on }) => [end, ...(on === undefined ? [] : [on])])) {
    const { nodeId, port } = parseEnd(end);
    const value = results.get(nodeId)?.outputs[port];
    if (value === undefined) throw new Error(`the engine gives nothing at ${end}`);
    values.set(end, value);
  }
  return { ...python, values };
}

function jobOf({ checks, edited }: AgreementCase, { program, files }: Ran): PlayedProgram {
  const { variables } = program;
  const answers = checks.flatMap(({ end, on }, at) => {
    if (on === undefined) return [];
    const [estimator, features, frame] = [end, `${end}.features`, on].map((each) => variableAt(variables, each));
    if (estimator === undefined || features === undefined || frame === undefined) return [];
    return [answersIn(checkedVariable(variables, checks, at), { estimator, features, frame })];
  });
  const splits = checks.flatMap(({ end, on }, at) => {
    const parts = on === undefined ? program.parts.get(end) : undefined;
    return parts === undefined ? [] : [{ name: partsAt(at), parts, frame: variableAt(variables, end) }];
  });
  const looked = splits.map(({ name, parts, frame }) => `${name} = ${parts}.loc[${frame}.index]`);
  const then = [...answers, ...looked].join('\n');
  const source = new TextDecoder().decode(files.get('pipeline.py'));
  const played = edited === undefined ? [] : [['pipeline.py', new TextEncoder().encode(edited(source))] as const];
  return {
    files: new Map([...files, ...played]),
    variables: [...checks.map((_, at) => checkedVariable(variables, checks, at)), ...splits.map(({ name }) => name)],
    then,
  };
}

const partsAt = (check: number): string => `parts_of_check_${check}`;

/** The variable that a check looks at: the output's own, or a model's answers. */
function checkedVariable(variables: Variables, checks: AgreementCase['checks'], at: number): string {
  const { end = '', on } = checks[at] ?? {};
  return on === undefined ? variableAt(variables, end) : `_answers_${at}`;
}

type Variables = ReadonlyMap<string, string>;

function variableAt(variables: Variables, end: string): string {
  const found = variables.get(end);
  if (found === undefined) throw new Error(`no variable holds ${end}`);
  return found;
}

async function compared(
  given: AgreementCase,
  { program, files, values }: Ran,
  played: Played | undefined,
): Promise<readonly Agreement[]> {
  const { about, checks } = given;
  const name = given.fitted === true ? `${given.name}, with what was learned` : given.name;
  if (played?.ok !== true) {
    const source = new TextDecoder().decode(files.get('pipeline.py'));
    throw new Error(`${about}, ${name}: ${played?.why ?? 'not played'}\n${source}`);
  }
  const valueAt = (end: string): WireValue => {
    const value = values.get(end);
    if (value === undefined) throw new Error(`nothing at ${end}`);
    return value;
  };
  return Promise.all(
    checks.map(async ({ end, within, on, by = 'answers' }, at) => {
      const found: Json = played.variables[checkedVariable(program.variables, checks, at)] ?? null;
      const value = valueAt(end);
      const where = `${about}, ${name}: ${end}`;
      if (value.type === 'table') refuseOtherParts(value.table, found, played.variables[partsAt(at)] ?? null, where);
      const table = on === undefined ? null : valueAt(on);
      const reached =
        value.type === 'model' && table?.type === 'table'
          ? await modelDifference(value.model, table.table, found, by, where)
          : differenceOf(value, found, where);
      return { about, name, end, within, reached };
    }),
  );
}
