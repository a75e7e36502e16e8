import { parseArgs } from 'node:util';
import { type Text, text } from '../lib/text';
import type { Command, LiveCommandLine } from './command';
import { isCommand } from './help';
import {
  type Given,
  type KeptGiven,
  LAKE_OPTIONS,
  LIVE_OPTIONS,
  MODELS_OPTIONS,
  type Options,
  PREDICT_OPTIONS,
  type PredictGiven,
  PYTHON_OPTIONS,
  type PythonGiven,
  RUN_OPTIONS,
} from './options';

export type Parsed = { readonly ok: true; readonly command: Command } | Refused;

interface Refused {
  readonly ok: false;
  readonly why: Text;
  /** The command that was asked for, where there is one of that name. */
  readonly command?: string;
}

/** Reads the arguments after the program's name. */
export function parseArguments(argv: readonly string[]): Parsed {
  const [name, ...rest] = argv;
  if (name === undefined || isHelp(name)) return { ok: true, command: { type: 'help' } };
  if (!isCommand(name)) return refuse(`There is no command “${name}”.`, `“${name}” 명령은 없어요.`);
  if (rest.some(isHelp)) return helpOn([name]);
  const parsed = parseCommand(name, rest);
  return parsed.ok || name === 'help' ? parsed : { ...parsed, command: name };
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

function helpOn([of, extra]: readonly string[]): Parsed {
  if (of === undefined) return { ok: true, command: { type: 'help' } };
  if (!isCommand(of)) return refuse(`There is no command “${of}”.`, `“${of}” 명령은 없어요.`);
  return extra === undefined ? { ok: true, command: { type: 'help', of } } : unexpected(extra);
}

function parseCommand(name: Command['type'], rest: readonly string[]): Parsed {
  switch (name) {
    case 'schema': {
      const read = readWords(rest, {}, {});
      if (!read.ok) return read;
      return read.words[0] === undefined ? { ok: true, command: { type: name } } : unexpected(read.words[0]);
    }
    case 'validate': {
      const read = readWords(rest, {}, {});
      return read.ok ? withFile(name, read.words, (file) => ({ ok: true, command: { type: name, file } })) : read;
    }
    case 'run': {
      const read = readWords(rest, RUN_OPTIONS, nothingGiven());
      if (!read.ok) return read;
      const { watch: _watch, clock: _clock, every: _every, fresh: _fresh, ...given } = read.given;
      return withFile(name, read.words, (file) => ({ ok: true, command: { type: name, file, ...given } }));
    }
    case 'live': {
      const read = readWords(rest, LIVE_OPTIONS, nothingGiven());
      if (!read.ok) return read;
      return withFile(name, read.words, (file) => checkedLive({ type: name, file, ...read.given }));
    }
    case 'export-python': {
      const given: PythonGiven = { inputs: [], overrides: [], backend: 'auto', notebook: false, fitted: false };
      const read = readWords(rest, PYTHON_OPTIONS, given);
      if (!read.ok) return read;
      return withFile(name, read.words, (file) => ({ ok: true, command: { type: name, file, ...given } }));
    }
    case 'predict': {
      const read = readWords(rest, PREDICT_OPTIONS, { input: '-', csvFor: 'program', backend: 'auto' });
      return read.ok ? parsePredict(read) : read;
    }
    case 'models': {
      const read = readWords(rest, MODELS_OPTIONS, { json: false });
      return read.ok ? parseModels(read) : read;
    }
    case 'lake': {
      const read = readWords(rest, LAKE_OPTIONS, { json: false });
      return read.ok ? parseLake(read) : read;
    }
    case 'disk':
      return parseDisk(rest);
    case 'help':
      return helpOn(rest);
  }
}

function parseDisk(argv: readonly string[]): Parsed {
  const unknown = argv.find((word) => word.startsWith('-') && word !== '--free');
  if (unknown !== undefined) return refuse(`There is no option ${unknown}.`, `${unknown} 옵션은 없어요.`);
  const pipelines = argv.filter((word) => word !== '--free');
  return { ok: true, command: { type: 'disk', free: argv.includes('--free'), pipelines } };
}

function parsePredict({ words: [extra], given: { model, ...given } }: Words<PredictGiven>): Parsed {
  if (extra !== undefined) return unexpected(extra);
  if (model === undefined) return wants('predict', '--model LINE|VERSION|FILE');
  return { ok: true, command: { type: 'predict', model, ...given } };
}

function parseModels({ words, given: { registry, json } }: Words<KeptGiven>): Parsed {
  if (registry === undefined) return wants('models', '--registry DIR');
  const [does, first, second] = words;
  const base = { type: 'models', registry, json } as const;
  switch (does) {
    case 'list':
      return only(words, 1, { ...base, does });
    case 'show':
      if (first === undefined) return wants('models show', '[LINE] VERSION');
      return only(words, 3, {
        ...base,
        does,
        ...(second === undefined ? { version: first } : { line: first, version: second }),
      });
    case 'promote':
      if (first === undefined || second === undefined) return wants('models promote', 'LINE VERSION');
      return only(words, 3, { ...base, does, line: first, version: second });
    case 'rollback':
      if (first === undefined) return wants('models rollback', 'LINE');
      return only(words, 3, { ...base, does, line: first, ...(second === undefined ? {} : { version: second }) });
    default:
      return wants('models', 'list | show | promote | rollback');
  }
}

function parseLake({ words, given: { lake, json } }: Words<KeptGiven>): Parsed {
  if (lake === undefined) return wants('lake', '--lake DIR');
  const [does, set, version] = words;
  const base = { type: 'lake', lake, json } as const;
  switch (does) {
    case 'list':
      return only(words, 1, { ...base, does });
    case 'show':
      if (set === undefined) return wants('lake show', 'SET');
      return only(words, 3, { ...base, does, set, ...(version === undefined ? {} : { version }) });
    case 'rollback':
      return refuse(
        'A version of a data set never changes, so there is no going back: pin the node that reads it instead, with --set NODE.version=HASH.',
        '데이터 세트의 버전은 바뀌지 않아서 되돌리는 명령이 없어요. 대신 --set 노드.version=해시로 읽는 노드를 고정하세요.',
      );
    default:
      return wants('lake', 'list | show');
  }
}

/** A command with so many words and no more. */
function only(words: readonly string[], most: number, command: Command): Parsed {
  const extra = words[most];
  return extra === undefined ? { ok: true, command } : unexpected(extra);
}

interface Words<G> {
  readonly ok: true;
  readonly words: readonly string[];
  readonly given: G;
}

const nothingGiven = (): Given => ({
  inputs: [],
  overrides: [],
  outputs: [],
  requirements: [],
  csvFor: 'program',
  backend: 'auto',
  events: false,
  notes: false,
  watch: [],
  clock: 'virtual',
  every: 1,
  fresh: false,
});

/** Gives each option to what takes it; what is left are the words that stand alone. */
function readWords<G>(argv: readonly string[], options: Options<G>, given: G): Words<G> | Refused {
  // Not strict: Node words what is wrong in English alone.
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined || rawName !== `--${name}` || (option.type === 'boolean' && value !== undefined)) {
      return refuse(`There is no option ${rawName}.`, `${rawName} 옵션은 없어요.`);
    }
    if (option.type === 'boolean') {
      option.take(given);
      continue;
    }
    if (value === undefined) return refuse(`${rawName} needs a value.`, `${rawName} 뒤에 값이 필요해요.`);
    const why = option.take(given, value, rawName);
    if (why !== null) return { ok: false, why };
  }
  return { ok: true, words, given };
}

/** The one file that a command works on. */
function withFile(command: string, [file, extra]: readonly string[], then: (file: string) => Parsed): Parsed {
  if (file === undefined) {
    return refuse(`${command} needs a pipeline file.`, `${command} 뒤에 파이프라인 파일이 필요해요.`);
  }
  return extra === undefined ? then(file) : unexpected(extra);
}

/** Refuses what can only be asked for together. */
function checkedLive(command: LiveCommandLine): Parsed {
  if (command.watch.length > 0 && command.lake === undefined) {
    return refuse(
      '--watch appends to a data lake: name its folder with --lake DIR.',
      '--watch는 데이터 레이크에 추가해요. --lake DIR로 폴더를 알려 주세요.',
    );
  }
  return { ok: true, command };
}

const refuse = (en: string, ko: string): Refused => ({ ok: false, why: text(en, ko) });
const wants = (command: string, what: string): Refused =>
  refuse(`${command} needs ${what}.`, `${command} 뒤에 ${what} 꼴의 값이 필요해요.`);
const unexpected = (word: string): Parsed =>
  refuse(`“${word}” is one argument too many.`, `“${word}” 인수는 쓸 수 없어요.`);
