import { beforeEach, describe, expect, it } from 'vitest';
import { useDocument } from '../../store/document/document-store';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { judgeFile, watchMissingFiles } from './missing-files';

const file = (digit: string, name = `${digit}.csv`) => ({ name, hash: digit.repeat(64), bytes: 5 });
const reading = (...digits: readonly string[]) =>
  exampleDocument(digits.map((digit) => exampleNode(digit, 'ingest.file', { params: { file: file(digit) } })));
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a file that is given for one that is missing', () => {
  const missing = [file('a', 'rows.csv'), file('b', 'more.csv')];
  it('is told by its content, whatever it is called', () =>
    expect(judgeFile(missing, file('b', 'copy of more.csv'))).toEqual({ is: 'it', file: missing[1] }));
  it('of its name with other content is another state of it', () =>
    expect(judgeFile(missing, file('c', 'Rows.CSV'))).toEqual({ is: 'other', file: missing[0] }));
  it('of another name and content is none of them', () => {
    expect(judgeFile(missing, file('c', 'third.csv'))).toEqual({ is: 'none' });
    expect(judgeFile([], file('c'))).toEqual({ is: 'none' });
  });
  it('may stand for the only one that is missing, whatever it is called', () =>
    expect(judgeFile([file('a')], file('c', 'third.csv'))).toEqual({ is: 'other', file: file('a') }));
});

describe('files that a document names and that are not here', () => {
  const told: string[][] = [];
  let here = new Set<string>();
  const watch = (hasFile = async (hash: string) => here.has(hash)) =>
    watchMissingFiles({ hasFile }, (files) => void told.push(files.map(({ name }) => name)));
  beforeEach(() => {
    told.length = 0;
    here = new Set();
    useDocument.getState().open(exampleDocument([]));
  });

  it('are told by name once it is opened, and none of those that are here', async () => {
    const stop = watch();
    here.add(file('a').hash);
    useDocument.getState().open(reading('a', 'b', 'c'));
    await settled();
    expect(told).toEqual([['b.csv', 'c.csv']]);
    useDocument.getState().open(reading('a'));
    await settled();
    expect(told).toHaveLength(1);
    stop();
    useDocument.getState().open(reading('d'));
    await settled();
    expect(told).toHaveLength(1);
  });

  it('are not told of a document that has gone meanwhile, nor by a disk that cannot say', async () => {
    let answer: (held: boolean) => void = () => undefined;
    const stop = watch(() => new Promise((resolve) => (answer = resolve)));
    useDocument.getState().open(reading('a'));
    useDocument.getState().open(exampleDocument([]));
    answer(false);
    await settled();
    stop();
    const stopFailing = watch(async () => Promise.reject(new Error('gone')));
    useDocument.getState().open(reading('b'));
    await settled();
    stopFailing();
    expect(told).toEqual([]);
  });
});
