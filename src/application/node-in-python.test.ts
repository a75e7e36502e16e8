import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../lib/json';
import { wineDocument } from '../testing/export/example-programs';
import { askingWorkspace, blocksOf, pythonOf } from '../testing/export/shown-nodes';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';

/* How a page shows nodes in Python: by what the engine read and learned, as the export does. */

const HASH = 'a'.repeat(64);

function readingOf(bytes: Uint8Array, columns: JsonObject, params = {}) {
  const file = { name: 'my rows.csv', hash: HASH, bytes: bytes.length };
  const document = exampleDocument(
    [
      exampleNode('read', 'ingest.file', { params: { file, ...params } }),
      exampleNode('aim', 'prepare.columns', { params: columns }),
      exampleNode('scale', 'prepare.scale'),
      exampleNode('measured', 'prepare.missing'),
      exampleNode('knn', 'train.neighbours'),
    ],
    exampleWires(
      'read.table > aim.table',
      'aim.table > scale.table',
      'scale.table > measured.table',
      'measured.table > knn.table',
    ),
  );
  return askingWorkspace(document, new Map([[HASH, bytes]]));
}

const AIM = { keep: ['column_2', 'column_4'], target: 'column_4' };

/** No names, semicolons, commas in numbers, days as they are written in Germany, and a letter that is no ASCII. */
const rows = Array.from({ length: 60 }, (_, i) => [
  `${(i % 28) + 1}.03.2024`,
  `${i},5`,
  ['-', 'k.A.', '7'][i % 3],
  i % 2 === 0 ? 'J' : 'N',
]);
const german = rows.map((cells) => cells.join(';')).join('\r\n');
const latin = Uint8Array.from(german.replaceAll('J', 'Jä'), (letter) => letter.charCodeAt(0));
/** 예 and 무 in EUC-KR. */
const korean = Uint8Array.from(german.replaceAll('J', '\u00bf\u00b9').replaceAll('N', '\u00b9\u00ab'), (letter) =>
  letter.charCodeAt(0),
);

describe.each([
  ['windows-1252', latin, 'cp1252'],
  ['EUC-KR', korean, 'cp949'],
])('a person’s own file in %s', (_, bytes, codec) => {
  it('is shown at its node, at each wire behind it and in the export by the same statements', async () => {
    const asking = readingOf(bytes, AIM);
    await asking.run();
    const { program, files } = await asking.exported();
    const exported = blocksOf(program).map(pythonOf);
    const read = exported[0] ?? '';
    expect(read).toContain('pd.read_csv(');
    for (const option of ['"my rows.csv"', 'sep=";"', `encoding="${codec}"`, 'header=None', 'names=[', 'decimal=","'])
      expect(read).toContain(option);
    expect(read).toContain('to_datetime');
    expect(new TextDecoder().decode(files.get('pipeline.py'))).toContain(read);
    const { alone, whole } = await asking.shown('read');
    expect(blocksOf(alone).map(pythonOf)).toEqual([read]);
    expect(blocksOf(whole).map(pythonOf)).toEqual([read]);
    for (const id of ['aim', 'scale', 'knn']) {
      const behind = await asking.shown(id);
      expect(blocksOf(behind.whole).map(pythonOf)[0]).toBe(read);
    }
    expect(blocksOf((await asking.shown('knn')).whole).map(pythonOf)).toEqual(exported);
  });
});

it('shows a node within a group as it is run', async () => {
  const { nodes, edges } = wineDocument;
  const group = { nodes, edges, notes: [], inputs: [], outputs: [], parameters: [] };
  const asking = askingWorkspace(exampleDocument([exampleNode('g', 'group', { group })]));
  const { alone } = await asking.shown('g/scale1');
  expect(blocksOf(alone).map(({ nodeIds }) => nodeIds)).toEqual([['g/wine1'], ['g/scale1']]);
});

it('says of a file that was not read yet that its columns are not known', async () => {
  const asking = readingOf(latin, AIM);
  expect(await asking.nodeInPython('read')).toMatchObject({ ok: false, failure: { code: 'columns-unknown' } });
  expect(await asking.nodeInPython('knn')).toMatchObject({ ok: false, failure: { code: 'columns-unknown' } });
});

it('shows the rows of a file that pandas reads otherwise as they lie beside the program', async () => {
  const bytes = new TextEncoder().encode(`a,b,c\n${'1,2,x\n4,5,y\n'.repeat(5)}6,7,x,z\n`);
  const asking = readingOf(bytes, { keep: ['a', 'c'], target: 'c' });
  await asking.run();
  const [block] = blocksOf((await asking.shown('read')).alone);
  expect(block && pythonOf(block)).toContain('"data/data.csv"');
  expect(block && pythonOf(block)).toContain('its rows are uneven');
});

it('knows what a step learned of the rows, as the export does', async () => {
  const cells = Array.from({ length: 600 }, (_, i) => `${i % 3 ? `about ${i}` : `${i},5`};${i % 2 ? 'yes' : 'no'}`);
  const bytes = new TextEncoder().encode(`a;b\n${cells.join('\n')}\n`);
  const asking = readingOf(bytes, { settings: { a: { type: 'number' } }, target: 'b', unreadable: 'missing' });
  await asking.run();
  const exported = blocksOf((await asking.exported()).program).map(pythonOf);
  expect(exported[1]).toContain('partial(read_numbers, decimal=",")');
  expect(blocksOf((await asking.shown('scale')).whole).map(pythonOf)).toEqual(exported.slice(0, 2));
});
