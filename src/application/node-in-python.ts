import type { Engine } from '../engine/engine';
import type { Kinds } from '../engine/kinds';
import { recipeReplayer } from '../engine/run-node';
import { type Codes, indexCodes, type NodeProgram } from '../export/program';
import { writeNode } from '../export/write-node';
import type { Learned } from '../export/write-parts';
import type { PipelineDocument } from '../graph/document';
import { flattenGroups } from '../graph/flatten-groups';
import type { Json } from '../lib/json';
import { createYieldIfDue } from '../lib/yielding';
import type { SchemasByNode } from '../nodes/check-pipeline';
import { codes as everyCode } from '../nodes/codes';
import type { BackendChoice } from '../nodes/contract/runner';
import { learnedBy, lookOf } from './python-facts';

/** A node that somebody wants to see in Python. */
export interface NodeQuestion {
  readonly document: PipelineDocument;
  readonly backend: BackendChoice;
  /** Of the document without groups. */
  readonly nodeId: string;
  /** What is known of the wires. */
  readonly schemas: SchemasByNode;
  /** Nodes that have to be mended before they can be written. */
  readonly broken: readonly string[];
}

/** What was seen of files, by the key of the node that read them: a look takes a pass over the bytes. */
export type Looks = Map<string, Promise<Json>>;
const LOOKS_KEPT = 24;

/**
 * Writes a node as the export writes it, by what has run so far: nothing runs for it. Fails with `columns-unknown` where
 * that does not tell enough.
 */
export async function nodeInPython(
  {
    engine,
    kinds,
    looks,
    codes = indexCodes(everyCode),
  }: {
    readonly engine: Pick<Engine, 'keys' | 'result' | 'readFile'>;
    readonly kinds: Kinds;
    readonly looks: Looks;
    readonly codes?: Codes;
  },
  { document, backend, nodeId, schemas, broken }: NodeQuestion,
): Promise<NodeProgram> {
  const pipeline = kinds.catalog.compile(flattenGroups(document));
  const keys = await engine.keys(document, backend);
  const yieldIfDue = createYieldIfDue(new AbortController().signal, () => performance.now());
  const resultOf = async (id: string) => (keys[id] === undefined ? undefined : engine.result(keys[id]));
  const seen = new Map<string, Json>();
  for (const node of pipeline.nodes) {
    const look = lookOf(node, codes);
    const key = keys[node.id];
    if (look === undefined || key === undefined) continue;
    const outputs = (await engine.result(key))?.outputs;
    if (outputs === undefined) continue;
    const found = looks.get(key) ?? look({ outputs, readFile: engine.readFile, yieldIfDue });
    keep(looks, key, found);
    seen.set(node.id, await found);
  }
  const replayer = recipeReplayer(kinds);
  const known = new Map<string, Learned>();
  for (;;) {
    const asked = new Set<string>();
    const learned = (id: string): Learned => {
      asked.add(id);
      return known.get(id) ?? { state: null, model: null };
    };
    const written = writeNode({ pipeline, schemas, codes, learned, seen, target: nodeId, broken });
    // Most kinds ask for nothing that was learned: what they gave is not read for them.
    const missing = [...asked].filter((id) => !known.has(id));
    if (missing.length === 0) return written;
    for (const id of missing) known.set(id, learnedBy(id, await resultOf(id), replayer));
  }
}

function keep(looks: Looks, key: string, found: Promise<Json>): void {
  looks.delete(key);
  looks.set(key, found);
  // One that failed is tried again.
  found.catch(() => looks.delete(key));
  const [oldest] = looks.keys();
  if (looks.size > LOOKS_KEPT && oldest !== undefined) looks.delete(oldest);
}
