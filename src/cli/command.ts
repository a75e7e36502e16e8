import type { Json } from '../lib/json';
import type { BackendChoice } from '../nodes/contract/runner';
import type { CsvReader } from '../table/to-csv';

/** What the command line asks for. */
export type Command =
  | { readonly type: 'help'; readonly of?: Command['type'] }
  | { readonly type: 'schema' }
  | { readonly type: 'validate'; readonly file: string }
  | DiskCommand
  | PredictCommand
  | ModelsCommand
  | LakeCommand
  | RunCommand
  | LiveCommandLine
  | PythonCommand;

/** What lies in the cache folder. */
export interface DiskCommand {
  readonly type: 'disk';
  /** Remove the files that no pipeline uses. */
  readonly free: boolean;
  /** Pipeline files whose files are in use, besides those that ran here. */
  readonly pipelines: readonly string[];
}

/** Rows in, answers out. */
export interface PredictCommand {
  readonly type: 'predict';
  /** A line of models, a version, or a model file. */
  readonly model: string;
  readonly registry?: string;
  /** A CSV or NDJSON file; `-` is standard input. */
  readonly input: string;
  /** How answers are written; absent: as the rows are. */
  readonly format?: 'csv' | 'ndjson';
  /** Absent: standard output. */
  readonly output?: string;
  readonly csvFor: CsvReader;
  readonly backend: BackendChoice;
}

/** What is kept in a model registry's folder. */
export type ModelsCommand = { readonly type: 'models'; readonly registry: string; readonly json: boolean } & (
  | { readonly does: 'list' }
  | { readonly does: 'show'; readonly line?: string; readonly version: string }
  | { readonly does: 'promote'; readonly line: string; readonly version: string }
  | { readonly does: 'rollback'; readonly line: string; readonly version?: string }
);

/** What is kept in a data lake's folder. */
export type LakeCommand = { readonly type: 'lake'; readonly lake: string; readonly json: boolean } & (
  | { readonly does: 'list' }
  | { readonly does: 'show'; readonly set: string; readonly version?: string }
);

/** `NODE.PARAM=JSON`, or `NAME=JSON` of a parameter that the pipeline names. */
type ParamOverride =
  | { readonly nodeId: string; readonly param: string; readonly value: Json }
  | { readonly name: string; readonly value: Json };

/** `NODE.PORT=PATH`. */
interface OutputFile {
  readonly nodeId: string;
  readonly port: string;
  readonly path: string;
}

/** `NODE.FIGURE>=VALUE`: what must hold of the figures that a run reports. */
export interface Requirement {
  /** As it was given. */
  readonly source: string;
  readonly nodeId: string;
  /** The figure's name, after that of its part where it is not of the test part. */
  readonly path: readonly string[];
  readonly relation: '>=' | '<=' | '>' | '<' | '=';
  readonly value: number;
}

/** A document, what is changed of it, and where it runs. */
export interface DocumentSource {
  readonly file: string;
  readonly inputs: readonly { readonly nodeId: string; readonly path: string }[];
  readonly overrides: readonly ParamOverride[];
  readonly seed?: number;
  readonly backend: BackendChoice;
  /** Folder of the model registry. */
  readonly registry?: string;
  /** Folder of the data lake. */
  readonly lake?: string;
}

/** What `run` and `live` take alike. */
export interface DocumentOptions extends DocumentSource {
  readonly outputs: readonly OutputFile[];
  readonly requirements: readonly Requirement[];
  /** Who reads the CSV files that are written. */
  readonly csvFor: CsvReader;
  readonly report?: string;
  readonly events: boolean;
  /** Print every remark on the data, and not only how many there are. */
  readonly notes: boolean;
}

export interface RunCommand extends DocumentOptions {
  readonly type: 'run';
}

export interface LiveCommandLine extends DocumentOptions {
  readonly type: 'live';
  /** Ticks to make in this process; absent: to the stream's end. */
  readonly ticks?: number;
  /** Folders whose CSV files are appended: `to` is a node that reads the lake, or a data set. */
  readonly watch: readonly { readonly to: string; readonly folder: string }[];
  readonly clock: 'virtual' | 'wall';
  /** Seconds from tick to tick on the wall clock. */
  readonly every: number;
  readonly webhook?: string;
  /** Begin anew, whatever the registry's folder knows of this loop. */
  readonly fresh: boolean;
}

/** A pipeline in Python. */
export interface PythonCommand extends DocumentSource {
  readonly type: 'export-python';
  /** A notebook in place of a script. */
  readonly notebook: boolean;
  /** With what was learned, so that nothing is trained again. */
  readonly fitted: boolean;
  /** The folder to write; absent: one named after the pipeline that nothing else has. */
  readonly folder?: string;
}
