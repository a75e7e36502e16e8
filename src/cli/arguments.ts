import { type Text, text } from '../lib/text';
import type { Command, LiveCommandLine } from './command';
import { COMMON, COMMON_FLAGS, type Given, LIVE, LIVE_FLAGS } from './options';

export type Parsed = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly why: Text };

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
    case 'live':
      return parseDocumentCommand(name, rest);
    default:
      return refuse(`There is no command “${name}”.`, `“${name}” 명령은 없습니다.`);
  }
}

function parseDocumentCommand(type: 'run' | 'live', argv: readonly string[]): Parsed {
  const options = type === 'run' ? COMMON : { ...COMMON, ...LIVE };
  const flags = type === 'run' ? COMMON_FLAGS : { ...COMMON_FLAGS, ...LIVE_FLAGS };
  const given: Given = {
    inputs: [],
    overrides: [],
    outputs: [],
    backend: 'auto',
    events: false,
    watch: [],
    clock: 'virtual',
    every: 1,
    fresh: false,
  };
  let file = '';
  for (let at = 0; at < argv.length; at++) {
    const [word = '', attached] = splitOption(argv[at] ?? '');
    if (!word.startsWith('-')) {
      if (file !== '') return unexpected(word);
      file = word;
      continue;
    }
    const flag = Object.hasOwn(flags, word) ? flags[word] : undefined;
    if (flag !== undefined && attached === undefined) {
      flag(given);
      continue;
    }
    const option = Object.hasOwn(options, word) ? options[word] : undefined;
    if (option === undefined) return refuse(`There is no option ${word}.`, `${word} 옵션은 없습니다.`);
    const value = attached ?? argv[++at];
    if (value === undefined) return refuse(`${word} needs a value.`, `${word} 뒤에 값이 필요합니다.`);
    const why = option(given, value, word);
    if (why !== null) return { ok: false, why };
  }
  if (file === '') return fileMissing(type);
  if (type === 'live') return checkedLive({ type, file, ...given });
  const { watch: _watch, clock: _clock, every: _every, fresh: _fresh, ...common } = given;
  return { ok: true, command: { type, file, ...common } };
}

/** Refuses what can only be asked for together. */
function checkedLive(command: LiveCommandLine): Parsed {
  if (command.watch.length > 0 && command.lake === undefined) {
    return refuse(
      '--watch appends to a data lake: name its folder with --lake DIR.',
      '--watch는 데이터 레이크에 추가합니다. --lake DIR로 폴더를 알려 주세요.',
    );
  }
  return { ok: true, command };
}

/** `--seed=7` is `--seed 7`; the value of `--set a.b=c` is no option of its own. */
function splitOption(word: string): [string, string?] {
  const match = /^(--[a-z]+)=(.*)$/s.exec(word);
  return match?.[1] === undefined ? [word] : [match[1], match[2] ?? ''];
}

const refuse = (en: string, ko: string): Parsed => ({ ok: false, why: text(en, ko) });
const unexpected = (word: string): Parsed =>
  refuse(`“${word}” is one argument too many.`, `“${word}” 인수는 쓸 수 없습니다.`);
const fileMissing = (command: string): Parsed =>
  refuse(`${command} needs a pipeline file.`, `${command} 뒤에 파이프라인 파일이 필요합니다.`);
