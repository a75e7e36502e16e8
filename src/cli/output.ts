import type { Problem } from '../graph/problem';
import type { FailureDetail } from '../lib/failure';
import type { Language, Text } from '../lib/text';

/** Where the command line writes, and in which language. */
export interface Output {
  readonly language: Language;
  out(line: string): void;
  err(line: string): void;
}

/** The language of a POSIX environment: LC_ALL, then LC_MESSAGES, then LANG. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** A sentence in the language of the output. */
export const say = (output: Output, sentence: Text): string => sentence[output.language];

/** A problem as two lines: what is wrong and where, then what to do. */
export function problemLines(output: Output, problem: Problem): readonly string[] {
  const mark = problem.severity === 'error' ? '✕' : '!';
  const where = problem.nodeId === undefined ? '' : `${problem.nodeId}: `;
  return [`${mark} ${where}${say(output, problem.message)}`, `    → ${say(output, problem.hint)}`];
}

/** A failure as two lines, likewise; `where` stands before what is wrong. */
export function failureLines(output: Output, { message, hint }: FailureDetail, where = ''): readonly string[] {
  return [`✕ ${where}${say(output, message)}`, `    → ${say(output, hint)}`];
}
