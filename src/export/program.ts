import type { Stage } from '../graph/kind-shape';
import type { Text } from '../lib/text';
import type { AnyCode } from '../nodes/contract/code';
import type { FileRef } from '../nodes/contract/kind';
import type { Helper, Line, Use } from '../nodes/python/py';
import type { SqlOfNode } from './sql';

/** What is shown of a pipeline in Python: the whole, or the slice of it that one node needs. */
export interface Program extends Needs {
  readonly name: string;
  /** In the order in which they run, which is that of the stages: each has one, if any. */
  readonly sections: readonly Section[];
  /** What the live nodes do in a tick, in order: a loop in words. */
  readonly loop: readonly LoopStep[];
  /** Nodes that are left out, and why. */
  readonly leftOut: readonly Text[];
  /** The files that it reads. */
  readonly data: readonly DataFile[];
}

/** What statements need before them. */
export interface Needs {
  readonly imports: readonly Import[];
  /** Each after those that it needs. */
  readonly helpers: readonly Helper[];
  /** Whether `fitted.npz` is read. */
  readonly fitted: boolean;
}

type Import = Extract<Use, { readonly module: string }>;

/** A pipeline in Python, before it becomes a script or a notebook. */
export interface WholeProgram extends Program {
  /** What `fitted.npz` holds. */
  readonly arrays: ReadonlyMap<string, FittedArray>;
  /**
   * The variable that holds an output, by `node.port`: of tables and reports, and the estimators of models, whose
   * features are by `node.port.features`.
   */
  readonly variables: ReadonlyMap<string, string>;
  /** The variable that says which part a row of a table is in, by the table's `node.port`. */
  readonly parts: ReadonlyMap<string, string>;
}

/** A node in Python, in the names that it has in the whole program. */
export interface NodeProgram {
  /** Its own statements, behind those of each node that it needs: a block each, so that steps stand by themselves. */
  readonly alone: Program;
  /** The program that makes what it gives. */
  readonly whole: Program;
  /** As a SELECT over `rows`, where SQL can say it. */
  readonly sql: SqlOfNode | null;
}

export interface Section {
  readonly stage: Stage;
  readonly blocks: readonly Block[];
}

/** What a node, or a chain of preparation steps, does. */
export interface Block {
  readonly nodeIds: readonly string[];
  readonly title: Text;
  readonly lines: readonly Line[];
}

export interface LoopStep {
  readonly nodeId: string;
  readonly title: Text;
  readonly does: Text;
}

/** A file beside the program that a node reads: one that a person gave, else the rows of its output as CSV. */
export interface DataFile {
  readonly nodeId: string;
  readonly path: string;
  readonly given?: FileRef;
}

export interface FittedArray {
  readonly values: Float32Array | Float64Array;
  readonly shape: readonly number[];
}

/** How kinds are written, by kind. */
export type Codes = ReadonlyMap<string, AnyCode>;

export const indexCodes = (codes: readonly AnyCode[]): Codes => new Map(codes.map((code) => [code.kind, code]));
