import { liveWords } from '../../engine/live/wording';
import type { PipelineDocument } from '../../graph/document';
import { openJson } from '../../graph/open-json';
import { isObject, type Json } from '../../lib/json';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { isReported, isUnread, type Line, readLine, type Unread } from './line';

/** The largest recording that is read or kept, in letters: 64 MB. */
export const MAX_RECORDING = 64 * 1024 * 1024;
/** A tick further from the one before than this is none of the same loop. */
const MOST_SKIPPED = 100_000;

/** A line and when the page heard it, in milliseconds since the recording began. */
export interface Entry {
  readonly at: number;
  readonly line: Line;
  /** What plays from here on, of a line that says so. */
  readonly document?: PipelineDocument;
}

/** What keeps a file from being replayed. */
export interface Refusal {
  readonly message: Text;
  readonly hint: Text;
}

type Reading =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Lines of files that tell no times follow one another like this, in milliseconds. */
const PACE = { tick: 200, event: 30 } as const;

const HEAD = { format: 'millrace/recording', version: 1 } as const;

/** A recording as a file. */
export const writeRecording = (lines: Iterable<{ readonly at: number; readonly text: string }>): string =>
  `${[JSON.stringify(HEAD), ...Array.from(lines, ({ at, text }) => `{"at":${at},"says":${text}}`)].join('\n')}\n`;

/** Refuses a file by its size, before it is read; null where it may be. */
export function tooLong(size: number): Refusal | null {
  if (size <= MAX_RECORDING) return null;
  const mb = Math.ceil(size / 1024 / 1024);
  return {
    message: text(
      `The file is ${mb} MB; a recording may be at most 64 MB.`,
      `파일이 ${mb} MB예요. 기록은 최대 64 MB까지 열 수 있어요.`,
    ),
    hint: text(
      'Record less: from just before what you want to show.',
      '보여 줄 일이 일어나기 직전부터 짧게 기록해 주세요.',
    ),
  };
}

/**
 * Reads a recording, what `run --events` or `live --events` printed, a loop's `events.ndjson`, or the events of a report
 * or of the timeline as JSON. Never throws: what comes out can be played without harm to the page.
 */
export function readRecording(source: string): Reading {
  const long = tooLong(source.length);
  if (long !== null) return { ok: false, refusal: long };
  const { values, torn } = valuesOf(source);
  if (torn !== null) return { ok: false, refusal: noJson(torn) };
  const read = createReader();
  const entries: Entry[] = [];
  for (const { line, value } of values) {
    if (isHead(value)) {
      if (value.version !== HEAD.version) return { ok: false, refusal: laterVersion };
      continue;
    }
    const entry = read(value, line);
    if ('message' in entry) return { ok: false, refusal: entry };
    entries.push(entry);
  }
  return entries.length === 0 ? { ok: false, refusal: nothingInIt } : { ok: true, entries };
}

/** Reads line after line, each against those before it. */
function createReader(): (value: Json, number: number) => Entry | Refusal {
  const documents = new Map<string, PipelineDocument>();
  let at = 0;
  let tick: number | null = null;
  return (value, number) => {
    const told = isObject(value) && typeof value.at === 'number' && 'says' in value ? value.at : null;
    const line = lineOf(told !== null && isObject(value) ? value.says : value);
    if (isUnread(line)) return wrongLine(number, line.wrongAt);
    if (!canBeSaid(line)) return wrongLine(number, 'message');
    const next = tickOf(line);
    if (line.type === 'pipeline') tick = null;
    if (next !== null && tick !== null && (next < tick || next > tick + MOST_SKIPPED)) return wrongLine(number, 'tick');
    at = Math.max(at, told ?? at + (next === null || next === tick ? PACE.event : PACE.tick));
    tick = next ?? tick;
    if (line.type !== 'pipeline') return { at, line };
    const source = JSON.stringify(line.document);
    const known = documents.get(source);
    if (known !== undefined) return { at, line, document: known };
    const opened = openJson(line.document, catalog);
    if (!opened.ok) return closedPipeline(number, opened.problems[0]?.message ?? text('', ''));
    documents.set(source, opened.document);
    return { at, line, document: opened.document };
  };
}

/** A line that nests without end is none. */
function lineOf(value: Json | undefined): Line | Unread {
  try {
    return readLine(value);
  } catch {
    return { wrongAt: '' };
  }
}

const isHead = (value: Json): value is typeof value & { readonly version: Json } =>
  isObject(value) && value.format === HEAD.format;

const tickOf = (line: Line): number | null => ('tick' in line && typeof line.tick === 'number' ? line.tick : null);

interface Value {
  /** 1-based, as an editor counts. */
  readonly line: number;
  readonly value: Json;
}

/** The values of the lines, or of the one list that the file is. */
function valuesOf(source: string): { readonly values: readonly Value[]; readonly torn: number | null } {
  const whole = parsed(source);
  if (whole !== undefined) {
    const list = Array.isArray(whole) ? whole : isObject(whole) && Array.isArray(whole.events) ? whole.events : [whole];
    return { values: list.map((value, index) => ({ line: index + 1, value })), torn: null };
  }
  const lines = source.split('\n');
  const values: Value[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value !== undefined) values.push({ line: index + 1, value });
    // Who was ended in the middle of a line left it torn.
    else if (index < lines.length - 1 || values.length === 0) return { values, torn: index + 1 };
  }
  return { values, torn: null };
}

function parsed(source: string): Json | undefined {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Whether the page can word what the loop says: args that a wording does not expect make it throw. */
function canBeSaid(line: Line): boolean {
  const messages = isReported(line)
    ? [line.message]
    : line.type === 'tick'
      ? [
          ...Object.values(line.statuses).map(({ message }) => message),
          ...Object.values(line.reports).flatMap(({ quality }) => quality.map(({ message }) => message)),
        ]
      : [];
  try {
    for (const message of messages) liveWords(message);
    return true;
  } catch {
    return false;
  }
}

const chooseAnother = text(
  'Choose a recording of this page, or what “millrace run --events” or “millrace live --events” printed.',
  '이 화면에서 내려받은 기록이나 ‘millrace run --events’, ‘millrace live --events’가 출력한 파일을 골라 주세요.',
);

const nothingInIt: Refusal = {
  message: text('There is no event in the file.', '파일에 이벤트가 하나도 없어요.'),
  hint: chooseAnother,
};

const laterVersion: Refusal = {
  message: text('The recording was made by a later version.', '더 새로운 버전에서 만든 기록이에요.'),
  hint: text('Open it with the version that made it.', '기록을 만든 버전에서 열어 주세요.'),
};

const noJson = (line: number): Refusal => ({
  message: text(`Line ${line} is not JSON.`, `${line}번째 줄이 JSON이 아니에요.`),
  hint: chooseAnother,
});

const closedPipeline = (line: number, why: Text): Refusal => ({
  message: text(
    `The pipeline of line ${line} cannot be opened: ${why.en}`,
    `${line}번째 줄의 파이프라인을 열 수 없어요. ${why.ko}`,
  ),
  hint: chooseAnother,
});

const wrongLine = (line: number, at: string): Refusal => ({
  message:
    at === ''
      ? text(`Line ${line} is no event of a run or a loop.`, `${line}번째 줄은 실행이나 루프의 이벤트가 아니에요.`)
      : text(
          `Line ${line} is no event of a run or a loop: “${at.slice(0, 80)}” is missing or is not what it should be.`,
          `${line}번째 줄은 실행이나 루프의 이벤트가 아니에요. ‘${at.slice(0, 80)}’ 항목이 없거나 형식이 달라요.`,
        ),
  hint: chooseAnother,
});
