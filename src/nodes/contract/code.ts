import type { PortShape } from '../../graph/kind-shape';
import { portsOf } from '../../graph/kind-shape';
import type { ModelSchema, PortType, TableSchema, WireSchema } from '../../graph/schema-types';
import type { Json, JsonObject } from '../../lib/json';
import type { Text } from '../../lib/text';
import type { Field } from '../../table/table';
import type { Line, Py, PyValue } from '../python/py';
import type { FileRef, Kind } from './kind';
import { assertArrives, type BatchInputs, type BatchOutputs, type ByPort } from './port-values';
import type { Outputs } from './runner';

/*
 * How kinds are written in Python, over pandas, numpy and scikit-learn alone. What travels on a wire is a variable there:
 *
 * - A table is a DataFrame whose columns bear the names that they have here. Numbers are floats or integers, true/false
 *   is 1.0 and 0.0, words are `str`, dates are `datetime64` in UTC, missing is NaN, None or NaT. Its index numbers the
 *   rows that were read, so that rows which are dropped later do not shift the parts. Of an image the pixels are columns.
 * - A model is an estimator that was fitted on `frame[features]`, and on the classes as `str`.
 */

/** A table in the program. */
export interface PyTable {
  readonly type: 'table';
  readonly schema: TableSchema;
  /** The DataFrame's variable. */
  readonly frame: Py;
  /** The Series that says of each row that was read which part it is in, with `frame`'s index; null before a split. */
  readonly parts: Py | null;
  /** Whether it was split so that there are validation rows, whatever rows it has; else that is seen when it runs. */
  readonly validates?: boolean;
  /** The DataFrame that was read, its columns, and the transformers that were fitted since, in order. */
  readonly raw: Py;
  readonly source: readonly Field[];
  readonly steps: readonly PyStep[];
  /** Of each image the columns of its pixels, row-major, and its shape. */
  readonly images: ReadonlyMap<string, PyImage>;
}

/** A fitted transformer, and of how many it is made: where there are several, it is a `Pipeline` of them. */
export interface PyStep extends Py {
  readonly links?: number;
}

interface PyImage {
  readonly pixels: readonly string[];
  readonly shape: readonly [height: number, width: number, channels: number];
}

/** A model in the program. */
export interface PyModel {
  readonly type: 'model';
  readonly schema: ModelSchema;
  /** The variable of the fitted estimator: `predict_proba` has the classes in the order of `schema`, `predict` gives numbers. */
  readonly estimator: Py;
  /** Whether its `predict_proba` may have columns for some of the classes alone, which its `classes_` lists. */
  readonly lacksClasses: boolean;
  /** The variable that lists the columns it reads. */
  readonly features: Py;
  /**
   * What comes before it: {@link PyTable.source} and {@link PyTable.steps} of the table that it learned from. Null, with
   * no steps, of a model of which the program knows no more than how it answers prepared rows.
   */
  readonly source: readonly Field[] | null;
  readonly steps: readonly PyStep[];
  /** Null where the class with the greatest probability is said. */
  readonly rule: PyRule | null;
}

/** When one of two classes is said. */
export interface PyRule {
  readonly positive: string;
  /** The column whose groups have thresholds of their own. */
  readonly groups?: string;
  /** The probability from which on a row is said to be positive; of a frame with the column `groups` one for each row. */
  from(frame: Py | null): PyValue;
}

/** The figures of an evaluation: a dictionary by part, then by name. */
export interface PyReport {
  readonly type: 'report';
  readonly figures: Py;
}

/** What carries something in the loop alone. */
interface PyLive {
  readonly type: Exclude<PortType, 'table' | 'model' | 'report'>;
}

export type PyWire = PyTable | PyModel | PyReport | PyLive;

/** A node that is to be written. */
export interface CodeNode<P, In extends readonly PortShape[]> {
  readonly id: string;
  readonly params: P;
  readonly inputs: BatchInputs<PyWire, In>;
  /** What is known of an output; its columns are real ones. */
  output(port: string): WireSchema | undefined;
  /** The seed that the engine gives this node. */
  readonly seed: number;
  /** A variable of this name, or of the next that is free. */
  name(word: string): Py;
  /** The path at which the rows that this node reads lie beside the program, as a CSV file of such a name that the export writes. */
  dataFile(name: string): string;
  /** The path at which a file that a person gave lies beside the program, by its name as far as every system takes it. */
  givenFile(file: FileRef): string;
  /** Under `--fitted`: what a run learned, so that nothing is learned again; null otherwise. */
  readonly fitted: Fitted | null;
  /** The same whether or not the program learns for itself; null where nothing has run. */
  learned(): Fitted | null;
  /** What its kind's `look` saw; null of a kind that does not look. */
  readonly seen: Json | null;
}

/** Where a kind can look before it is written: a run's results and what the run has read. */
export interface Looking {
  readonly outputs: Outputs;
  /** Bytes of a kept file; fails with `file-vanished` where it is gone. */
  readFile(hash: string, name: string): Promise<Uint8Array>;
  yieldIfDue(): Promise<void>;
}

/** What a run learned of a node, which the export writes beside the program. */
export interface Fitted {
  /** What its step learned, or null; as its runner keeps it. */
  readonly state: JsonObject | null;
  /** Its model, or null. */
  readonly model: FittedModel | null;
  /** Puts an array among the files and gives the expression that reads it back. */
  array(name: string, values: Float32Array | Float64Array, shape?: readonly number[]): Py;
}

/** What a program needs of a model, with its body as a model file has it. */
export interface FittedModel {
  readonly schema: ModelSchema;
  /** The columns it reads. */
  readonly features: readonly string[];
  /** The columns that a step before it made a column of: of an image the pixels. */
  madeOf(column: string): readonly string[];
  /** Of a quantity that was learned as (y - mean) / sd. */
  readonly scale: { readonly mean: number; readonly sd: number } | null;
  /** When one of two classes is said; null where the greatest is. */
  readonly decision: {
    readonly positive: string;
    readonly threshold: number;
    readonly groups?: { readonly column: string; readonly thresholds: Readonly<Record<string, number>> };
  } | null;
  /** How many rows it learned from. */
  readonly rows: number;
  /** The raw columns, of a model that reads them as they are; null where it learned from prepared ones. */
  readonly source: readonly Field[] | null;
  readonly body: JsonObject & { readonly type: string };
}

/** What a kind writes. */
export type Fragment<Out extends readonly PortShape[]> =
  /** Statements of its own, and what stands at its outputs behind them. */
  | {
      readonly writes: 'lines';
      readonly lines: readonly Line[];
      readonly outputs: BatchOutputs<PyWire, Out>;
    }
  /**
   * A transformer from DataFrame to DataFrame, fitted on the training rows: what stands in a row becomes one `Pipeline`.
   * `define` stands before it; `images` are those there are behind it.
   */
  | {
      readonly writes: 'step';
      readonly name: string;
      readonly define?: readonly Line[];
      /** Null where cells and names of columns stay as they are: what it is for is then said in a comment. */
      readonly transformer: Py | null;
      /** The same of a frame, where nothing is fitted: what stands there if nobody needs the transformer later. */
      direct?(frame: Py): Py;
      readonly why: Text;
      /** False where it has nothing to fit. */
      readonly learns?: boolean;
      readonly images?: PyTable['images'];
      /** The rows that it is fitted on and goes on with, where it leaves out some that it would not refuse when they are served. */
      readonly only?: { rows(frame: Py): Py; readonly why: Text };
    }
  /** Nothing, which the program says in this sentence. */
  | { readonly writes: 'nothing'; readonly why: Text };

/** How a kind is written, its own types forgotten. */
export interface AnyCode {
  readonly kind: string;
  /** What it does in the batch phase; absent of a kind that works in the loop alone. */
  python?(node: AnyCodeNode): Fragment<readonly PortShape[]>;
  /** What has to be seen of the data before it can be written. */
  look?(params: JsonObject, at: Looking): Promise<Json>;
  /** Of a live kind: what it does in a tick, as a step of a plain loop. */
  loop?(params: JsonObject): Text;
  /**
   * The same as a SELECT over a table called `rows`, where SQL can say it; null where it cannot. Missing is NULL there, true
   * and false are 1 and 0, words are ordered by code point, and of a split table the column `part` (`part_` and so on where
   * there is one) says `train`, `validation` or `test`.
   */
  sql?(node: AnyCodeNode): string | null;
}

export interface AnyCodeNode extends Omit<CodeNode<JsonObject, readonly PortShape[]>, 'inputs'> {
  readonly inputs: ByPort<PyWire>;
}

/** Checks a kind's code against its spec. */
export function defineCode<
  P extends JsonObject,
  Id extends string,
  In extends readonly PortShape[],
  Out extends readonly PortShape[],
>(
  kind: Kind<P, Id, In, Out>,
  code: {
    python?(node: CodeNode<P, In>): Fragment<Out>;
    look?(params: P, at: Looking): Promise<Json>;
    loop?(params: P): Text;
    sql?(node: CodeNode<P, In>): string | null;
  },
): AnyCode {
  const { python, look, loop, sql } = code;
  const typed = (node: AnyCodeNode): CodeNode<P, In> => {
    const params = kind.params.parse(node.params);
    const { inputs } = node;
    assertArrives<BatchInputs<PyWire, In>>(portsOf(kind, { ok: true, params }).inputs, inputs, 'batch');
    return { ...node, params, inputs };
  };
  return {
    kind: kind.id,
    ...(python && { python: (node) => python(typed(node)) }),
    ...(look && { look: (params, at) => look(kind.params.parse(params), at) }),
    ...(loop && { loop: (params) => loop(kind.params.parse(params)) }),
    ...(sql && { sql: (node) => sql(typed(node)) }),
  };
}
