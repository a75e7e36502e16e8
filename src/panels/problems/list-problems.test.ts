import { expect, it } from 'vitest';
import type { Problem } from '../../graph/problem';
import { text } from '../../lib/text';
import { listProblems } from './list-problems';

const words = (en: string) => ({ message: text(en, en), hint: text('Mend it.', '고치세요.') });
const problem = (code: string, column?: string): Problem => ({
  code,
  severity: 'error',
  nodeId: 'learn1',
  ...(column === undefined ? {} : { column }),
  ...words(`known: ${code}`),
});
const failing = (code: string, column?: string) => ({
  failures: { learn1: { code, ...(column === undefined ? {} : { column }), ...words(`failed: ${code}`) } },
  notes: {},
});
const listed = (problems: readonly Problem[], said: Parameters<typeof listProblems>[1]) =>
  listProblems(problems, said).map(({ message }) => message.en);

it('a matter that the document shows and the run failed of is listed once, as the document has it', () => {
  expect(listed([problem('column-not-numeric', 'x')], failing('column-not-numeric', 'x'))).toEqual([
    'known: column-not-numeric',
  ]);
  expect(listed([problem('date-among-features', 'x')], failing('column-not-numeric', 'x'))).toEqual([
    'known: date-among-features',
  ]);
});

it('a failure of another matter, or of another node, is listed beside it', () => {
  expect(listed([problem('column-not-numeric', 'x')], failing('one-class', 'y'))).toHaveLength(2);
  const elsewhere = { ...problem('one-class'), nodeId: 'learn2' };
  expect(listed([elsewhere], failing('one-class'))).toHaveLength(2);
  expect(listed([{ ...problem('one-class'), severity: 'warning' }], failing('one-class'))).toHaveLength(2);
});

it('notes with a remedy come after the errors', () => {
  const note = { code: 'ids', severity: 'warning' as const, count: 1, ...words('note') };
  const { hint: _none, ...bare } = note;
  expect(listed([], { ...failing('one-class'), notes: { read1: [note, bare] } })).toEqual([
    'failed: one-class',
    'note',
  ]);
});
