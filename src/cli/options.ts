import type { Json } from '../lib/json';
import { type Text, text } from '../lib/text';
import type { BackendChoice } from '../nodes/contract/runner';
import type { CsvReader } from '../table/to-csv';
import type { DocumentSource, LiveCommandLine, PredictCommand, PythonCommand } from './command';
import { parseRequirement } from './requirements';

/** Everything that options may set, of whichever command. */
export type Given = {
  -readonly [K in keyof Omit<LiveCommandLine, 'type' | 'file'>]: LiveCommandLine[K];
};

/** What options may set of a document. */
type SourceGiven = { -readonly [K in keyof Omit<DocumentSource, 'file'>]: DocumentSource[K] };

/** Graphics cards are a browser's. */
const BACKENDS: readonly BackendChoice[] = ['auto', 'wasm', 'cpu'];
const FORMATS = ['csv', 'ndjson'] as const;
const CLOCKS = ['virtual', 'wall'] as const;

/** Stores an option's value, or that it was given; says why where the value does not fit. */
type Option<G> =
  | { readonly type: 'boolean'; readonly take: (given: G) => void }
  | { readonly type: 'string'; readonly take: Take<G> };

/** The options of a command, by name. */
export type Options<G> = Readonly<Record<string, Option<G>>>;

type Take<G> = (given: G, value: string, option: string) => Text | null;

const valued = <G>(takes: Readonly<Record<string, Take<G>>>): Options<G> =>
  Object.fromEntries(Object.entries(takes).map(([name, take]) => [name, { type: 'string', take }]));

const backend: Take<{ backend: BackendChoice }> = (given, value, option) => {
  const backend = BACKENDS.find((candidate) => candidate === value);
  if (backend === undefined) return shape(option, BACKENDS.join(' | '));
  given.backend = backend;
  return null;
};

const registry: Take<{ registry?: string }> = (given, value, option) => {
  if (value === '') return shape(option, 'DIR');
  given.registry = value;
  return null;
};

const lake: Take<{ lake?: string }> = (given, value, option) => {
  if (value === '') return shape(option, 'DIR');
  given.lake = value;
  return null;
};

/** What every command takes that works on a document. */
const SOURCE: Readonly<Record<string, Take<SourceGiven>>> = {
  input: (given, value, option) => {
    const equals = value.indexOf('=');
    if (equals < 1 || equals === value.length - 1) return shape(option, 'NODE=PATH');
    given.inputs = [...given.inputs, { nodeId: value.slice(0, equals), path: value.slice(equals + 1) }];
    return null;
  },
  set: (given, value, option) => {
    const match = /^([^.=]+)(?:\.([^=]+))?=(.*)$/s.exec(value);
    const [, name, param, json] = match ?? [];
    if (name === undefined || json === undefined) return shape(option, 'NODE.PARAM=JSON | NAME=JSON');
    const own = jsonOrWord(json);
    given.overrides = [
      ...given.overrides,
      param === undefined ? { name, value: own } : { nodeId: name, param, value: own },
    ];
    return null;
  },
  seed: (given, value) => {
    const seed = Number(value);
    if (!/^\d+$/.test(value) || seed > 0xffff_ffff) {
      return text(
        '--seed takes a whole number from 0 to 4294967295.',
        '--seed에는 0 이상 4294967295 이하의 정수를 쓰세요.',
      );
    }
    given.seed = seed;
    return null;
  },
  backend,
  registry,
  lake,
};

/** What `run` takes besides. */
const RUN: Readonly<Record<string, Take<Given>>> = {
  output: (given, value, option) => {
    const match = /^([^.=]+)\.([^.=]+)=(.+)$/s.exec(value);
    const [, nodeId, port, path] = match ?? [];
    if (nodeId === undefined || port === undefined || path === undefined) return shape(option, 'NODE.PORT=PATH');
    given.outputs = [...given.outputs, { nodeId, port, path }];
    return null;
  },
  require: (given, value, option) => {
    const requirement = parseRequirement(value);
    if (requirement === undefined) return shape(option, "'NODE.FIGURE>=VALUE' (>=, <=, >, <, =)");
    given.requirements = [...given.requirements, requirement];
    return null;
  },
  report: (given, value) => {
    given.report = value;
    return null;
  },
};

/** What `live` takes besides. */
const LIVE: Readonly<Record<string, Take<Given>>> = {
  ticks: (given, value) => {
    if (!/^[1-9]\d{0,8}$/.test(value)) {
      return text('--ticks takes a whole number from 1.', '--ticks에는 1 이상의 정수를 쓰세요.');
    }
    given.ticks = Number(value);
    return null;
  },
  watch: (given, value, option) => {
    const equals = value.indexOf('=');
    if (equals < 1 || equals === value.length - 1) return shape(option, 'NODE=FOLDER, SET=FOLDER');
    given.watch = [...given.watch, { to: value.slice(0, equals), folder: value.slice(equals + 1) }];
    return null;
  },
  clock: (given, value, option) => {
    const clock = CLOCKS.find((candidate) => candidate === value);
    if (clock === undefined) return shape(option, CLOCKS.join(' | '));
    given.clock = clock;
    return null;
  },
  every: (given, value) => {
    const seconds = Number(value);
    if (value.trim() === '' || !(seconds > 0) || seconds > 86_400) {
      return text(
        '--every takes seconds: more than 0, at most 86400.',
        '--every에는 0보다 크고 86400 이하인 초를 쓰세요.',
      );
    }
    given.every = seconds;
    return null;
  },
  webhook: (given, value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
      return text('--webhook takes an http or https address.', '--webhook에는 http 또는 https 주소를 쓰세요.');
    }
    given.webhook = value;
    return null;
  },
};

const spreadsheet: Option<{ csvFor: CsvReader }> = {
  type: 'boolean',
  take: (given) => {
    given.csvFor = 'spreadsheet';
  },
};

export const RUN_OPTIONS: Options<Given> = {
  ...valued<Given>({ ...SOURCE, ...RUN }),
  spreadsheet,
  notes: {
    type: 'boolean',
    take: (given) => {
      given.notes = true;
    },
  },
  events: {
    type: 'boolean',
    take: (given) => {
      given.events = true;
    },
  },
};

export const LIVE_OPTIONS: Options<Given> = {
  ...RUN_OPTIONS,
  ...valued(LIVE),
  fresh: {
    type: 'boolean',
    take: (given) => {
      given.fresh = true;
    },
  },
};

/** What `export-python` may be given. */
export type PythonGiven = { -readonly [K in keyof Omit<PythonCommand, 'type' | 'file'>]: PythonCommand[K] };

export const PYTHON_OPTIONS: Options<PythonGiven> = {
  ...valued<PythonGiven>({
    ...SOURCE,
    output: (given, value, option) => {
      if (value === '') return shape(option, 'DIR');
      given.folder = value;
      return null;
    },
  }),
  notebook: {
    type: 'boolean',
    take: (given) => {
      given.notebook = true;
    },
  },
  fitted: {
    type: 'boolean',
    take: (given) => {
      given.fitted = true;
    },
  },
};

/** What `predict` may be given. */
export type PredictGiven = { -readonly [K in keyof Omit<PredictCommand, 'type' | 'model'>]: PredictCommand[K] } & {
  model?: string;
};

export const PREDICT_OPTIONS: Options<PredictGiven> = {
  spreadsheet,
  ...valued<PredictGiven>({
    backend,
    registry,
    model: (given, value, option) => {
      if (value === '') return shape(option, 'LINE, VERSION, FILE');
      given.model = value;
      return null;
    },
    input: (given, value, option) => {
      if (value === '') return shape(option, 'PATH, -');
      given.input = value;
      return null;
    },
    output: (given, value, option) => {
      if (value === '') return shape(option, 'PATH');
      given.output = value;
      return null;
    },
    format: (given, value, option) => {
      const format = FORMATS.find((candidate) => candidate === value);
      if (format === undefined) return shape(option, FORMATS.join(' | '));
      given.format = format;
      return null;
    },
  }),
};

/** What `models` and `lake` may be given. */
export interface KeptGiven {
  registry?: string;
  lake?: string;
  json: boolean;
}

const json: Option<KeptGiven> = {
  type: 'boolean',
  take: (given) => {
    given.json = true;
  },
};

export const MODELS_OPTIONS: Options<KeptGiven> = { ...valued<KeptGiven>({ registry }), json };
export const LAKE_OPTIONS: Options<KeptGiven> = { ...valued<KeptGiven>({ lake }), json };

/** What is not JSON is a word: a shell eats the quotes that JSON would need. */
function jsonOrWord(source: string): Json {
  try {
    const value: Json = JSON.parse(source);
    return value;
  } catch {
    return source;
  }
}

const shape = (option: string, wanted: string): Text =>
  text(`${option} takes ${wanted}.`, `${option}에는 ${wanted} 꼴의 값을 쓰세요.`);
