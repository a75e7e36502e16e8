import type { Json } from '../lib/json';
import { type Text, text } from '../lib/text';
import type { BackendChoice } from '../nodes/runner';

/** What the command line asks for. */
export type Command =
  | { readonly type: 'help' }
  | { readonly type: 'schema' }
  | { readonly type: 'validate'; readonly file: string }
  | RunCommand;

/** `NODE.PARAM=JSON`. */
export interface ParamOverride {
  readonly nodeId: string;
  readonly param: string;
  readonly value: Json;
}

/** `NODE.PORT=PATH`. */
export interface OutputFile {
  readonly nodeId: string;
  readonly port: string;
  readonly path: string;
}

export interface RunCommand {
  readonly type: 'run';
  readonly file: string;
  readonly inputs: readonly { readonly nodeId: string; readonly path: string }[];
  readonly overrides: readonly ParamOverride[];
  readonly outputs: readonly OutputFile[];
  readonly seed?: number;
  readonly backend: BackendChoice;
  readonly report?: string;
  readonly events: boolean;
}

export type Parsed = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly why: Text };

const BACKENDS: readonly BackendChoice[] = ['auto', 'webgl', 'wasm', 'cpu', 'webgpu'];

/** Reads the arguments after the program's name. */
export function parseArguments(argv: readonly string[]): Parsed {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || rest.includes('--help') || name === '--help' || name === '-h') {
    return { ok: true, command: { type: 'help' } };
  }
  switch (name) {
    case 'schema':
      return rest.length === 0 ? { ok: true, command: { type: 'schema' } } : unexpected(rest[0] ?? '');
    case 'validate': {
      const [file, extra] = rest;
      if (file === undefined || file.startsWith('-')) return fileMissing(name);
      return extra === undefined ? { ok: true, command: { type: 'validate', file } } : unexpected(extra);
    }
    case 'run':
      return parseRun(rest);
    default:
      return refuse(`There is no command “${name}”.`, `“${name}” 명령은 없습니다.`);
  }
}

function parseRun(argv: readonly string[]): Parsed {
  const given: { -readonly [K in keyof RunCommand]: RunCommand[K] } = {
    type: 'run',
    file: '',
    inputs: [],
    overrides: [],
    outputs: [],
    backend: 'auto',
    events: false,
  };
  for (let at = 0; at < argv.length; at++) {
    const [word = '', attached] = splitOption(argv[at] ?? '');
    if (word === '--events') {
      given.events = true;
      continue;
    }
    if (!word.startsWith('-')) {
      if (given.file !== '') return unexpected(word);
      given.file = word;
      continue;
    }
    if (!OPTIONS.includes(word)) return refuse(`There is no option ${word}.`, `${word} 옵션은 없습니다.`);
    const value = attached ?? argv[++at];
    if (value === undefined) return refuse(`${word} needs a value.`, `${word} 뒤에 값이 필요합니다.`);
    const why = take(given, word, value);
    if (why !== null) return { ok: false, why };
  }
  return given.file === '' ? fileMissing('run') : { ok: true, command: given };
}

const OPTIONS = ['--input', '--set', '--output', '--seed', '--backend', '--report'];

/** `--seed=7` is `--seed 7`; the value of `--set a.b=c` is no option of its own. */
function splitOption(word: string): [string, string?] {
  const match = /^(--[a-z]+)=(.*)$/s.exec(word);
  return match?.[1] === undefined ? [word] : [match[1], match[2] ?? ''];
}

/** Stores an option's value; says why where it does not fit. */
function take(given: { -readonly [K in keyof RunCommand]: RunCommand[K] }, option: string, value: string): Text | null {
  switch (option) {
    case '--input': {
      const equals = value.indexOf('=');
      if (equals < 1 || equals === value.length - 1) return shape(option, 'NODE=PATH');
      given.inputs = [...given.inputs, { nodeId: value.slice(0, equals), path: value.slice(equals + 1) }];
      return null;
    }
    case '--set': {
      const match = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(value);
      const [, nodeId, param, json] = match ?? [];
      if (nodeId === undefined || param === undefined || json === undefined) return shape(option, 'NODE.PARAM=JSON');
      given.overrides = [...given.overrides, { nodeId, param, value: jsonOrWord(json) }];
      return null;
    }
    case '--output': {
      const match = /^([^.=]+)\.([^.=]+)=(.+)$/s.exec(value);
      const [, nodeId, port, path] = match ?? [];
      if (nodeId === undefined || port === undefined || path === undefined) return shape(option, 'NODE.PORT=PATH');
      given.outputs = [...given.outputs, { nodeId, port, path }];
      return null;
    }
    case '--seed': {
      const seed = Number(value);
      if (!/^\d+$/.test(value) || seed > 0xffff_ffff) {
        return text(
          '--seed takes a whole number from 0 to 4294967295.',
          '--seed에는 0 이상 4294967295 이하의 정수를 쓰세요.',
        );
      }
      given.seed = seed;
      return null;
    }
    case '--backend': {
      const backend = BACKENDS.find((candidate) => candidate === value);
      if (backend === undefined) return shape(option, BACKENDS.join(' | '));
      given.backend = backend;
      return null;
    }
    default:
      given.report = value;
      return null;
  }
}

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
const refuse = (en: string, ko: string): Parsed => ({ ok: false, why: text(en, ko) });
const unexpected = (word: string): Parsed =>
  refuse(`“${word}” is one argument too many.`, `“${word}” 인수는 쓸 수 없습니다.`);
const fileMissing = (command: string): Parsed =>
  refuse(`${command} needs a pipeline file.`, `${command} 뒤에 파이프라인 파일이 필요합니다.`);
