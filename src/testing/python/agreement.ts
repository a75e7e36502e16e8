import { readFile } from 'node:fs/promises';
import { exportPython, type PythonProgram } from '../../application/export-python';
import { createEngine } from '../../engine/engine';
import type { Host } from '../../engine/host';
import { indexKinds } from '../../engine/kinds';
import { indexCodes } from '../../export/program';
import type { PipelineDocument } from '../../graph/document';
import { parseEnd } from '../../graph/wire';
import type { Json } from '../../lib/json';
import { codes } from '../../nodes/codes';
import type { WireValue } from '../../nodes/contract/runner';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { emptyHost } from '../engine/fake-kinds';
import { differenceOf, refuseOtherParts } from './differences';
import { givenCode, givenRunner, givenSpec } from './given-table';
import { type Played, type PlayedProgram, playPrograms } from './play-programs';

/** A pipeline whose program has to give what the engine gives. */
export interface AgreementCase {
  /** The kind that it is about, or the template. */
  readonly about: string;
  readonly name: string;
  readonly document: PipelineDocument;
  /** Write what was learned beside the program instead of training it again. */
  readonly fitted?: boolean;
  /** Outputs (`node.port`) and how far they may lie from the engine's. */
  readonly checks: readonly { readonly end: string; readonly within: number }[];
  /** Files that the document names, by hash. */
  readonly inputs?: ReadonlyMap<string, Uint8Array>;
  /** Files that a person has beside the program. */
  readonly beside?: ReadonlyMap<string, Uint8Array>;
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
  return written.flatMap(({ given, ran }, at) => compared(given, ran, played[at]));
}

interface Ran extends PythonProgram {
  readonly values: ReadonlyMap<string, WireValue>;
}

/** Runs a document and writes it in Python, with the values that the engine has at the outputs that are checked. */
export async function exported({ document, fitted = false, checks, inputs }: AgreementCase): Promise<Ran> {
  const host: Host = {
    ...emptyHost,
    readAsset: asset,
    readFile: async (hash) => inputs?.get(hash) ?? new Uint8Array(),
  };
  const engine = createEngine({ kinds, host });
  const { signal } = new AbortController();
  const python = await exportPython(
    { engine, kinds, codes: allCodes },
    { document, backend: 'cpu', language: 'en', fitted, signal, emit: () => undefined },
  );
  const keys = await engine.keys(document, 'cpu');
  const values = new Map<string, WireValue>();
  for (const { end } of checks) {
    const { nodeId, port } = parseEnd(end);
    const value = (await engine.result(keys[nodeId] ?? ''))?.outputs[port];
    if (value === undefined) throw new Error(`the engine gives nothing at ${end}`);
    values.set(end, value);
  }
  return { ...python, values };
}

function jobOf({ checks, beside = new Map() }: AgreementCase, { program, files }: Ran): PlayedProgram {
  const variables = checks.map(({ end }) => variableAt(program.variables, end));
  const splits = checks.flatMap(({ end }, at) => {
    const parts = program.parts.get(end);
    return parts === undefined ? [] : [{ name: partsAt(at), parts, frame: variables[at] }];
  });
  const then = splits.map(({ name, parts, frame }) => `${name} = ${parts}.loc[${frame}.index]`).join('\n');
  return { files: new Map([...files, ...beside]), variables: [...variables, ...splits.map(({ name }) => name)], then };
}

const partsAt = (check: number): string => `parts_of_check_${check}`;

function variableAt(variables: ReadonlyMap<string, string>, end: string): string {
  const found = variables.get(end);
  if (found === undefined) throw new Error(`no variable holds ${end}`);
  return found;
}

function compared(
  given: AgreementCase,
  { program, files, values }: Ran,
  played: Played | undefined,
): readonly Agreement[] {
  if (played?.ok !== true) {
    const source = new TextDecoder().decode(files.get('pipeline.py'));
    throw new Error(`${given.about}, ${given.name}: ${played?.why ?? 'not played'}\n${source}`);
  }
  return given.checks.map(({ end, within }, at) => {
    const found: Json = played.variables[variableAt(program.variables, end)] ?? null;
    const value = values.get(end);
    if (value === undefined) throw new Error(`nothing at ${end}`);
    const where = `${given.about}, ${given.name}: ${end}`;
    if (value.type === 'table') refuseOtherParts(value.table, found, played.variables[partsAt(at)] ?? null, where);
    return { about: given.about, name: given.name, end, within, reached: differenceOf(value, found, where) };
  });
}
