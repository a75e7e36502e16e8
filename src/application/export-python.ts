import type { Engine } from '../engine/engine';
import type { EngineEvent } from '../engine/events';
import type { Kinds } from '../engine/kinds';
import type { StoredResult } from '../engine/result-cache';
import { recipeReplayer } from '../engine/run-node';
import { notebookOf } from '../export/notebook';
import { npz } from '../export/npz';
import { type Codes, indexCodes, type WholeProgram } from '../export/program';
import { scriptOf } from '../export/script';
import { writeProgram } from '../export/write-program';
import type { PipelineDocument } from '../graph/document';
import { flattenGroups } from '../graph/flatten-groups';
import type { WireSchema } from '../graph/schema-types';
import { Cancelled, Failure } from '../lib/failure';
import type { Json } from '../lib/json';
import type { Language } from '../lib/text';
import { createYieldIfDue } from '../lib/yielding';
import type { OutputSchemas } from '../nodes/check-pipeline';
import { codes as everyCode } from '../nodes/codes';
import type { BackendChoice } from '../nodes/contract/runner';
import { schemaOf } from '../table/schema';
import { toCsv } from '../table/to-csv';
import { learnedBy, lookOf, modelSchemaOf } from './python-facts';

export interface PythonExport {
  readonly document: PipelineDocument;
  readonly backend: BackendChoice;
  readonly language: Language;
  /** Write what was learned beside the program, which then trains nothing. */
  readonly fitted: boolean;
  /** Write a notebook in place of a script. */
  readonly notebook?: boolean;
  readonly signal: AbortSignal;
  readonly emit: (event: EngineEvent) => void;
}

/** A pipeline in Python, and what lies beside it, by path. */
export interface PythonProgram {
  readonly program: WholeProgram;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Runs a document, where it has not run, and writes it in Python with the columns that it really has. Fails as the
 * first of its nodes does, and throws Cancelled.
 */
export async function exportPython(
  {
    engine,
    kinds,
    codes = allCodes,
  }: { readonly engine: Pick<Engine, 'run' | 'result' | 'readFile'>; readonly kinds: Kinds; readonly codes?: Codes },
  { document, language, fitted, notebook = false, ...run }: PythonExport,
): Promise<PythonProgram> {
  const report = await engine.run({ ...run, runId: 'python', document });
  if (report.status === 'cancelled') throw new Cancelled();
  const results = new Map<string, StoredResult>();
  for (const [id, { key, failure }] of Object.entries(report.nodes)) {
    if (failure !== undefined) throw new Failure(failure);
    const result = await engine.result(key);
    if (result !== undefined) results.set(id, result);
  }
  const pipeline = kinds.catalog.compile(flattenGroups(document));
  const seen = new Map<string, Json>();
  const yieldIfDue = createYieldIfDue(run.signal, () => performance.now());
  for (const node of pipeline.nodes) {
    const look = lookOf(node, codes);
    const outputs = results.get(node.id)?.outputs;
    if (look === undefined || outputs === undefined) continue;
    seen.set(node.id, await look({ outputs, readFile: engine.readFile, yieldIfDue }));
  }
  const program = writeProgram({
    pipeline,
    seen,
    schemas: Object.fromEntries([...results].map(([id, result]) => [id, schemasOf(result)])),
    codes,
    learned: (id) => learnedBy(id, results.get(id), recipeReplayer(kinds)),
    fitted,
  });
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
  const files = new Map([
    notebook
      ? ['pipeline.ipynb', encode(notebookOf(program, language))]
      : ['pipeline.py', encode(scriptOf(program, language))],
  ]);
  for (const { nodeId, path, given } of program.data) {
    if (given !== undefined) {
      files.set(path, await engine.readFile(given.hash, given.name));
      continue;
    }
    const table = results.get(nodeId)?.outputs.table;
    if (table?.type === 'table') files.set(path, encode(toCsv(table.table)));
  }
  if (program.arrays.size > 0) files.set('fitted.npz', npz(program.arrays));
  return { program, files };
}

const allCodes = indexCodes(everyCode);

function schemasOf({ outputs }: StoredResult): OutputSchemas {
  const schemas: Record<string, WireSchema> = {};
  for (const [port, value] of Object.entries(outputs)) {
    if (value.type === 'table') schemas[port] = schemaOf(value.table);
    if (value.type === 'model') schemas[port] = modelSchemaOf(value.model);
  }
  return schemas;
}
