import '../../lib/zod-without-eval';
import type { z } from 'zod';
import {
  type KindRole,
  type KindShape,
  type ParsedParams,
  type PortShape,
  type Ports,
  portsOf,
  STAGES,
  type Stage,
} from '../../graph/kind-shape';
import type { Problem } from '../../graph/problem';
import type { TableSchema, WireSchema } from '../../graph/schema-types';
import type { JsonObject } from '../../lib/json';
import type { Text } from '../../lib/text';
import type { ColumnType, Role } from '../../table/table';
import { issuesOf } from './param-issues';
import { assertArrives, type ByPort, type KnownInputs } from './port-values';

export { type PortShape as PortSpec, STAGES, type Stage };

/** How one parameter is edited. The inspector renders these with one exhaustive match. */
export type Control =
  | {
      readonly type: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly integer?: boolean;
      readonly unit?: Text;
      readonly scale?: 'linear' | 'log';
      /** Empty means null. */
      readonly nullable?: boolean;
    }
  | { readonly type: 'toggle' }
  | { readonly type: 'text'; readonly placeholder?: Text; readonly multiline?: boolean }
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  /** One column name of an input table; '' means none chosen. */
  | {
      readonly type: 'column';
      readonly port: string;
      readonly types?: readonly ColumnType[];
      readonly roles?: readonly (Role | null)[];
      readonly optional?: boolean;
    }
  /** Column names of an input table; the empty list means "all that fit". */
  | {
      readonly type: 'columns';
      readonly port: string;
      readonly types?: readonly ColumnType[];
      readonly roles?: readonly (Role | null)[];
      readonly emptyMeans?: Text;
    }
  /** A list of whole numbers, e.g. the widths of hidden layers. */
  | { readonly type: 'numbers'; readonly min: number; readonly max: number; readonly maxLength: number }
  /** Value of type FileRef | null. */
  | { readonly type: 'file'; readonly accept: readonly string[] }
  /** Name of a data set of the lake; '' means none. */
  | { readonly type: 'dataSet'; readonly placeholder: Text }
  /** The beginning of the hash of a version, or the whole; '' means the newest. `set`: the param that names the data set. */
  | { readonly type: 'dataVersion'; readonly set: string; readonly placeholder: Text }
  /** A list of strings typed one by one. */
  | { readonly type: 'words' }
  /** A number for values of a column: a record from the value's text to the number. `column`: the param that names the column. */
  | {
      readonly type: 'perValue';
      readonly port: string;
      readonly column: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      /** What a value that is added starts with. */
      readonly start: number;
    }
  /** Per-column settings: a record from column name to an object with the fields given here. */
  | { readonly type: 'perColumn'; readonly port: string; readonly fields: readonly PerColumnField[] };

export interface PerColumnField {
  readonly name: string;
  readonly label: Text;
  readonly control: Extract<Control, { type: 'toggle' | 'text' | 'choice' }>;
}

export interface Option {
  readonly value: string;
  readonly label: Text;
}

export interface FormField<P> {
  readonly label: Text;
  readonly control: Control;
  /** Section heading; fields of one section stand together. `advanced` starts folded. */
  readonly section?: 'basic' | 'advanced';
  /** Shown only while this holds. */
  readonly when?: (params: P) => boolean;
}

/** A kept file, named by its content. */
export interface FileRef {
  readonly name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

/** What is known of inputs that take one wire each. */
export type InputSchemas = Readonly<Record<string, WireSchema | undefined>>;

type PortList = readonly PortShape[];

export interface Inferred {
  /** By output port; undefined where nothing can be known yet. */
  readonly outputs: Readonly<Record<string, WireSchema | undefined>>;
  /** `nodeId` may be left out: it is filled in with the node's own. */
  readonly problems: readonly Problem[];
}

/** The half of a kind that both threads know: no tfjs, no data. Its ports are said beside it. */
interface KindSpec<P extends JsonObject, Id extends string, In extends PortList> {
  /** `stage.name`, e.g. `prepare.scale`. */
  readonly id: Id;
  /** Raised when the same params give other results: it is part of the cache key. */
  readonly version: number;
  readonly stage: Stage;
  readonly role: KindRole;
  /** What a person hands to the page, which makes a node of this kind of it. One kind a thing. */
  readonly takes?: 'table-file' | 'data-set' | 'model-file';
  /** Of a trigger: a person fires it. */
  readonly firedByHand?: boolean;
  readonly computesWith: KindShape['computesWith'];
  /** Name of a lucide icon in kebab-case. */
  readonly icon: string;
  readonly title: Text;
  /** Further words the palette's search finds it by, in both languages. */
  readonly keywords: readonly string[];
  /** Every field has a default: `params.parse({})` gives a usable node. */
  readonly params: z.ZodType<P>;
  readonly form: { readonly [K in keyof P]-?: FormField<P> };
  /** One line that says what the node does with these params ("standard · all columns"). */
  summary(params: P): Text;
  /** Output schemas and problems from input schemas, without running. Unconnected required inputs are reported by the caller. */
  infer(inputs: KnownInputs<In>, params: P, at: InferredAt): Inferred;
}

/** Where schemas are inferred. */
interface InferredAt {
  readonly nodeId: string;
  /** Inputs at which a wire ends, whose schema may not be known yet; absent where nobody has wired anything. */
  readonly wired?: ReadonlySet<string>;
}

/** The same ports for every node, or those that follow from a node's params (which must not throw). */
type GivenPorts<P extends JsonObject, In extends PortList, Out extends PortList> =
  | (Ports<In, Out> & { readonly ports?: never })
  | { readonly inputs?: never; readonly outputs?: never; ports(params: P): Ports<In, Out> };

/** A spec whose own types of params and ports have been forgotten, as registries hold them. */
export interface AnySpec<Id extends string = string>
  extends Omit<KindSpec<JsonObject, Id, PortList>, 'params' | 'form' | 'summary' | 'infer'> {
  /** A node's own are those of its compiled node. */
  readonly ports: Ports | ((params: JsonObject) => Ports);
  /** Parses params; the error names each bad field. */
  parseParams(params: JsonObject): ParsedParams;
  readonly defaults: JsonObject;
  readonly form: Readonly<Record<string, FormField<JsonObject>>>;
  summary(params: JsonObject): Text;
  /** Of inputs that take many wires, a list. */
  infer(inputs: ByPort<WireSchema | undefined>, params: JsonObject, at: InferredAt): Inferred;
}

/** A spec with its own types: what its runner and its live half are checked against. */
export interface Kind<P extends JsonObject, Id extends string, In extends PortList, Out extends PortList>
  extends AnySpec<Id> {
  readonly params: z.ZodType<P>;
  readonly ports: Ports<In, Out> | ((params: JsonObject) => Ports<In, Out>);
}

/** Checks a spec's types and closes over its params type. Params that it has parsed itself are not parsed again. */
export function defineKind<
  P extends JsonObject,
  Id extends string,
  const In extends PortList,
  const Out extends PortList,
>(given: KindSpec<P, Id, In> & GivenPorts<P, In, Out>): Kind<P, Id, In, Out> {
  const { inputs, outputs, ports: portsWith, ...spec } = given;
  const parsedHere = new WeakMap<JsonObject, P>();
  const typed = (params: JsonObject): P => parsedHere.get(params) ?? spec.params.parse(params);
  const form: Record<string, FormField<JsonObject>> = {};
  for (const [name, field] of Object.entries<FormField<P>>(spec.form)) {
    const { when, ...rest } = field;
    form[name] = when === undefined ? rest : { ...rest, when: (params) => when(typed(params)) };
  }
  const defaults = spec.params.parse({});
  const ports = portsWith === undefined ? { inputs, outputs } : (params: JsonObject) => portsWith(typed(params));
  return {
    ...spec,
    form,
    defaults,
    ports,
    parseParams: (params) => {
      const parsed = spec.params.safeParse(params);
      if (parsed.success) {
        parsedHere.set(parsed.data, parsed.data);
        return { ok: true, params: parsed.data };
      }
      return { ok: false, issues: issuesOf(params, parsed.error) };
    },
    summary: (params) => spec.summary(typed(params)),
    infer: (inputs, params, at) => {
      assertArrives<KnownInputs<In>>(portsOf({ ports, defaults }, { ok: true, params }).inputs, inputs, 'known');
      return spec.infer(inputs, typed(params), at);
    },
  };
}

/** The table on a port, or undefined where it is unconnected, unknown or of another type. */
export function tableAt(inputs: InputSchemas, port: string): TableSchema | undefined {
  const schema = inputs[port];
  return schema?.type === 'table' ? schema : undefined;
}
