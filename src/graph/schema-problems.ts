import type { z } from 'zod';
import { type Json, valueAt } from '../lib/json';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import type { Problem } from './problem';

/** More problems than this are counted, not listed. */
const MAX_LISTED = 50;

/** What keeps a file from being a pipeline, each with its place, its node and a remedy. */
export function schemaProblems(raw: Json, error: z.ZodError): Problem[] {
  const problems = error.issues.slice(0, MAX_LISTED).map((issue) => problemOf(raw, issue));
  const rest = error.issues.length - problems.length;
  if (rest > 0) {
    problems.push({
      code: 'more-problems',
      severity: 'error',
      message: text(`${rest} more like these.`, `이와 비슷한 문제가 ${rest}개 더 있어요.`),
      hint: text('Mend the first ones and open the file again.', '앞의 문제부터 고친 뒤 다시 열어 주세요.'),
    });
  }
  return problems;
}

function problemOf(raw: Json, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : before === '' ? String(part) : `${before}.${String(part)}`,
    '',
  );
  const [list, index] = issue.path;
  const id = list === 'nodes' && index !== undefined ? valueAt(raw, ['nodes', index, 'id']) : undefined;
  const nodeId = typeof id === 'string' ? id : undefined;
  const where = nodeId === undefined ? path || 'document' : `${path} (${nodeId})`;
  const { message, hint } = explain(issue, where, valueAt(raw, issue.path));
  return { code: 'bad-document', severity: 'error', ...(nodeId === undefined ? {} : { nodeId }), message, hint };
}

/** What a field has to be, for people. */
const TYPES: Readonly<Partial<Record<string, Text>>> = {
  string: text('a text in quotes', '따옴표 안의 글자여야 해요.'),
  number: text('a number', '숫자여야 해요.'),
  int: text('a whole number', '정수여야 해요.'),
  boolean: text('true or false', 'true 또는 false여야 해요.'),
  array: text('a list in [ ]', '[ ] 안의 목록이어야 해요.'),
  object: text('an object in { }', '{ } 안의 객체여야 해요.'),
  record: text('an object in { }', '{ } 안의 객체여야 해요.'),
};

function explain(issue: z.core.$ZodIssue, where: string, value: Json | undefined): { message: Text; hint: Text } {
  const given = value === undefined ? '' : JSON.stringify(value).slice(0, 60);
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPES[issue.expected] ?? text('of another type', '다른 형식이어야 해요.');
      return value === undefined
        ? {
            message: text(`${where} is missing.`, `${where} 항목이 없어요.`),
            hint: text(`Add it; it must be ${wanted.en}.`, `추가해 주세요. ${wanted.ko}`),
          }
        : {
            message: text(`${where} is ${given}.`, korean`${where} 값이 ${given}이에요(예요).`),
            hint: text(`It must be ${wanted.en}.`, wanted.ko),
          };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.map((key) => `"${key}"`).join(', ');
      return {
        message: text(
          `${where} has fields that do not belong there: ${keys}.`,
          `${where}에 알 수 없는 항목이 있어요: ${keys}.`,
        ),
        hint: text(
          'Remove them, or open the file in a newer Millrace.',
          '항목을 지우거나 새 버전의 Millrace에서 열어 주세요.',
        ),
      };
    }
    case 'invalid_value': {
      const values = issue.values.map((allowed) => JSON.stringify(allowed)).join(', ');
      return {
        message: text(
          `${where} is ${given || 'missing'}.`,
          given === '' ? `${where} 항목이 없어요.` : korean`${where} 값이 ${given}이에요(예요).`,
        ),
        hint: text(`It must be one of: ${values}.`, `다음 중 하나여야 해요: ${values}.`),
      };
    }
    case 'too_big':
    case 'too_small': {
      const limit = String(issue.code === 'too_big' ? issue.maximum : issue.minimum);
      const counted = issue.origin === 'array' || issue.origin === 'string';
      const [en, ko] =
        issue.code === 'too_big' ? [`at most ${limit}`, `${limit} 이하`] : [`at least ${limit}`, `${limit} 이상`];
      return counted
        ? {
            message: text(`${where} has the wrong length.`, `${where}의 길이가 맞지 않아요.`),
            hint: text(`Its length must be ${en}.`, `길이가 ${ko}여야 해요.`),
          }
        : {
            message: text(`${where} is ${given}.`, korean`${where} 값이 ${given}이에요(예요).`),
            hint: text(`It must be ${en}.`, `${ko}여야 해요.`),
          };
    }
    case 'invalid_format':
      return {
        message: text(`${where} is ${given}.`, korean`${where} 값이 ${given}이에요(예요).`),
        hint: where.startsWith('edges')
          ? text('A wire end is written NODE.PORT.', '연결선의 끝은 NODE.PORT처럼 적어야 해요.')
          : text('An id is 1 to 64 letters, digits, - or _.', 'id는 영문자, 숫자, -, _로 1~64자여야 해요.'),
      };
    default:
      return {
        message: text(`${where} does not fit.`, `${where} 값이 올바르지 않아요.`),
        hint: text(
          'Mend it, or choose a file that Millrace saved.',
          '값을 고치거나, Millrace에서 저장한 파일을 골라 주세요.',
        ),
      };
  }
}
