import { expect, it } from 'vitest';
import { Cancelled, Failure } from '../../../lib/failure';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { fileRunner } from './run';
import { fileSpec, MAX_FILE_BYTES } from './spec';

const hash = 'a'.repeat(64);
const file = (bytes: number) => ({ name: 'people.csv', hash, bytes });
const utf8 = (csv: string) => new TextEncoder().encode(csv);
const contextOf = (bytes: Uint8Array) => fakeContext({ readFile: () => Promise.resolve(bytes) });

const codeOf = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run;
  } catch (error) {
    if (error instanceof Failure) return error.detail.code;
    throw error;
  }
  return 'no failure';
};

it('reads the file of its hash into a table whose recipe starts at its own columns', async () => {
  const asked: string[] = [];
  const ctx = fakeContext({
    readFile: async (wanted, name) => {
      asked.push(wanted, name);
      return utf8('age,city\n31,Seoul\nabc,Busan\n40,Seoul\n22,Busan\n');
    },
  });
  const { table: value } = await fileRunner.run({}, { file: file(20) }, ctx);
  if (value?.type !== 'table') throw new Error('no table');
  expect(asked).toEqual([hash, 'people.csv']);
  expect(value.table.rows).toBe(4);
  expect(value.table.recipe).toMatchObject({
    source: [
      { name: 'age', type: 'text', role: null },
      { name: 'city', type: 'category', role: null, categories: ['Busan', 'Seoul'], typical: 'Busan' },
    ],
    steps: [],
  });
  expect(value.notes?.map(({ code }) => code)).toContain('mostly-numbers');
});

it('takes what the person says over what it finds', async () => {
  const params = { file: file(20), delimiter: 'semicolon', header: 'no', decimal: 'comma', missing: ['weg'] };
  const { table: value } = await fileRunner.run({}, params, contextOf(utf8('1,5;NA\n2,5;weg\n3;NA\n')));
  if (value?.type !== 'table') throw new Error('no table');
  const [first, second] = value.table.columns;
  expect(first).toMatchObject({ name: 'column_1', type: 'number', values: Float64Array.of(1.5, 2.5, 3) });
  expect(second).toMatchObject({ dictionary: ['NA'], codes: Int32Array.of(0, -1, 0) });
});

it.each([
  ['empty-file', new Uint8Array(0)],
  ['no-data', utf8('\n\r\n\n')],
  ['binary-file', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0)],
  ['binary-file', Uint8Array.of(97, 44, 98, 10, 1, 0, 0, 0, 2, 10, 9, 9, 9)],
])('fails with %s, in words', async (code, bytes) => {
  expect(await codeOf(fileRunner.run({}, { file: file(bytes.length) }, contextOf(bytes)))).toBe(code);
});

it('refuses a file beyond 512 MB before reading it', async () => {
  expect(await codeOf(fileRunner.run({}, { file: file(MAX_FILE_BYTES + 1) }, fakeContext()))).toBe('file-too-large');
  const { problems } = fileSpec.infer({}, { file: file(MAX_FILE_BYTES + 1) }, { nodeId: 'a' });
  expect(problems).toMatchObject([{ code: 'file-too-large', severity: 'error', param: 'file' }]);
});

it('passes on that the file has vanished, and that the run was cancelled', async () => {
  expect(await codeOf(fileRunner.run({}, { file: file(3) }, fakeContext()))).toBe('file-vanished');
  const cancelled = fakeContext({
    readFile: () => Promise.resolve(utf8('a,b\n1,2\n')),
    yieldIfDue: () => Promise.reject(new Cancelled()),
  });
  await expect(fileRunner.run({}, { file: file(3) }, cancelled)).rejects.toBeInstanceOf(Cancelled);
});

it('asks for a file before any run, and knows nothing of its columns', () => {
  expect(fileSpec.infer({}, {}, { nodeId: 'a' })).toMatchObject({
    outputs: { table: { type: 'table', fields: [], complete: false } },
    problems: [{ code: 'no-file', severity: 'error', param: 'file' }],
  });
  expect(fileSpec.infer({}, { file: file(3) }, { nodeId: 'a' }).problems).toEqual([]);
});
