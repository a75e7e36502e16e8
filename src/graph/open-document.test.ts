import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDocument } from '../testing/graph/arbitrary-documents';
import {
  exampleCatalog,
  exampleDocument,
  exampleLine,
  exampleNode,
  exampleWires,
} from '../testing/graph/example-catalog';
import type { PipelineNode } from './document';
import { emptyDocument } from './empty-document';
import { openDocument } from './open-document';
import { saveDocument } from './save-document';

const open = (source: string) => openDocument(source, exampleCatalog);
const codes = (source: string) => open(source).problems.map((problem) => problem.code);
const changed = (change: (raw: ReturnType<typeof plain>) => void): string => {
  const raw = plain();
  change(raw);
  return JSON.stringify(raw);
};
const plain = () => JSON.parse(saveDocument(exampleLine()));

describe('opening a pipeline', () => {
  it('gives back, byte for byte, what saving wrote', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const saved = saveDocument(document);
        const opened = open(saved);
        expect(opened.ok && saveDocument(opened.document)).toBe(saved);
        expect(opened.ok && opened.document).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order in which keys were written', () => {
    const document = exampleDocument([exampleNode('a', 'prepare.scale', { params: { b: 1, a: { d: 1, c: 2 } } })]);
    const shuffled = exampleDocument([exampleNode('a', 'prepare.scale', { params: { a: { c: 2, d: 1 }, b: 1 } })]);
    expect(saveDocument(shuffled)).toBe(saveDocument(document));
  });

  it('never throws and always explains, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ format: 'millrace/pipeline', version: 1, nodes: value })),
        ),
        (source) => {
          const opened = open(source);
          expect(opened.ok || opened.problems.length > 0).toBe(true);
          for (const problem of opened.problems) expect(problem.hint.ko).toMatch(/[가-힣]/);
        },
      ),
    );
  });

  it('says where a torn file breaks off', () => {
    const torn = open('{\n  "format": "millrace/pipeline",\n  oops\n}');
    expect(torn.problems[0]).toMatchObject({ code: 'not-json' });
    expect(torn.problems[0]?.message.en).toMatch(/line 3, column 3/);
    expect(codes(saveDocument(exampleLine()).slice(0, -40))).toEqual(['not-json']);
    expect(codes('')).toEqual(['empty-file']);
  });

  it.each([
    ['{"a": [1, 2,]}', 'line 1, column 13'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
    ['{\n  // no comments\n}', 'line 2, column 3'],
    ['{"a": 01}', 'line 1, column 8'],
    ['{"a": tru}', 'line 1, column 7'],
    ["{'a': 1}", 'line 1, column 2'],
    ['{}\n{}', 'line 2, column 1'],
    ['{"a": "\\x"}', 'line 1, column 7'],
    ['{\n"a": {\n', 'ends too early, in line 3'],
  ])('says where %j is wrong, whichever browser reads it', (source, where) => {
    expect(open(source).problems).toMatchObject([
      { code: 'not-json', message: { en: expect.stringContaining(where) } },
    ]);
  });

  it('refuses a key that stands twice, naming it and both lines', () => {
    const twice = saveDocument(exampleLine())
      .replace('"seed": ', '"seed": 1,\n"seed": ')
      .replace('"standard"', '"standard",\n"method": "none"');
    const lines = (key: string): string =>
      twice
        .split('\n')
        .flatMap((line, at) => (line.includes(`"${key}": `) ? [`in line ${at + 1}`] : []))
        .join(' and ');
    const opened = open(twice);
    expect(opened.ok).toBe(false);
    expect(opened.problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['duplicate-key', `The key "seed" stands twice: ${lines('seed')}.`],
      ['duplicate-key', `The key "method" of nodes[1].params stands twice: ${lines('method')}.`],
    ]);
    expect(codes('{"format":"millrace/pipeline","seed":1,"\\u0073eed":2}')).toEqual(['duplicate-key']);
  });

  it('takes the same words in different objects for no twins', () => {
    expect(codes('{"a": {"a": [{"a": 1}, {"a": 1}]}}')).toEqual(['not-a-pipeline']);
  });

  it('reads and refuses the same texts as JSON.parse', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '1e5',
      '0.',
      'null',
      'tru',
      ' ',
      '\n',
      '\\',
      '/',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(token, { maxLength: 8 }).map((tokens) => tokens.join('')),
        ),
        (source) => {
          const refused = ['not-json', 'empty-file'].includes(codes(source)[0] ?? '');
          let parses = true;
          try {
            JSON.parse(source);
          } catch {
            parses = false;
          }
          expect(refused).toBe(!parses);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(open(`\uFEFF${saveDocument(exampleLine())}`).ok).toBe(true);
  });

  it('refuses a file above 20 MB without parsing it', () => {
    const started = performance.now();
    expect(codes(' '.repeat(200 * 1024 * 1024))).toEqual(['pipeline-too-large']);
    expect(codes(`"${'한'.repeat(7 * 1024 * 1024)}"`)).toEqual(['pipeline-too-large']);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('refuses nesting that would overflow the stack', () => {
    const deep = `{"format":"millrace/pipeline","version":1,"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(codes(deep)).toEqual(['too-deep']);
  });

  it('refuses keys that reach prototypes and numbers beyond all bounds', () => {
    const saved = saveDocument(exampleLine());
    expect(codes(saved.replace('"method": "standard"', '"__proto__": { "polluted": true }'))).toEqual([
      'forbidden-key',
    ]);
    expect(codes(saved.replace('"standard"', '1e999'))).toEqual(['number-too-large']);
    expect(codes(saved.replace('"x": 0', '"x": 1e300'))).toEqual(['bad-document']);
    expect({}).not.toHaveProperty('polluted');
  });

  it('keeps a param named like a member of Object', () => {
    const document = exampleDocument([
      exampleNode('a', 'prepare.scale', { params: { constructor: 1, toString: 'x' } }),
    ]);
    const opened = open(saveDocument(document));
    expect(opened.ok && opened.document.nodes[0]?.params).toEqual({ constructor: 1, toString: 'x' });
  });

  it('tells a foreign JSON and copied nodes from a pipeline', () => {
    expect(codes('[1, 2]')).toEqual(['not-a-pipeline']);
    expect(open('{"format":"millrace/clip"}').problems[0]?.hint.en).toMatch(/Paste/);
  });

  it('names each field that does not fit or is not known by node, path and remedy', () => {
    const source = changed((raw) => {
      raw.nodes[1].mode = 'maybe';
      raw.nodes[2].lable = 1;
      delete raw.nodes[3].label;
      raw.edges[0].from = 'nowhere';
      raw.seed = -1;
    });
    const { ok, problems } = open(source);
    expect(ok).toBe(false);
    const named = (path: string) => problems.find(({ message }) => message.en.includes(path));
    expect(problems.map((problem) => problem.nodeId)).toEqual([undefined, 'scale1', 'evaluate1', undefined, 'dense1']);
    expect(named('nodes[1].mode')?.hint.en).toContain('"bypassed"');
    expect(named('label')?.nodeId).toBe('evaluate1');
    expect(named('lable')).toMatchObject({ code: 'unknown-field', severity: 'warning', nodeId: 'dense1' });
  });

  it('refuses two nodes, or a node and a note, of one id', () => {
    const twin = exampleDocument([exampleNode('a', 'prepare.scale'), exampleNode('a', 'train.dense')]);
    expect(open(saveDocument(twin))).toMatchObject({ ok: false, problems: [{ code: 'duplicate-id', nodeId: 'a' }] });
    const note = { id: 'a', text: '', position: { x: 0, y: 0 }, size: { width: 1, height: 1 } };
    const shared = { ...emptyDocument(), nodes: [exampleNode('a', 'prepare.scale')], notes: [note] };
    expect(open(saveDocument(shared)).ok).toBe(false);
  });

  it('keeps an unknown kind as it is and warns of it', () => {
    const document = exampleDocument(
      [exampleNode('source1', 'ingest.source'), exampleNode('x', 'train.later', { params: { keep: ['me'] } })],
      exampleWires('source1.table > x.anything'),
    );
    const opened = open(saveDocument(document));
    expect(opened).toMatchObject({ ok: true, problems: [{ code: 'unknown-kind', severity: 'warning', nodeId: 'x' }] });
    expect(opened.ok && saveDocument(opened.document)).toBe(saveDocument(document));
  });

  it('opens a cyclic file with an error on each node of the circle, and loses nothing', () => {
    const document = exampleDocument(
      [exampleNode('a', 'prepare.scale'), exampleNode('b', 'prepare.scale'), exampleNode('c', 'train.dense')],
      exampleWires('a.table > b.table', 'b.table > a.table', 'b.table > c.table'),
    );
    const opened = open(saveDocument(document));
    expect(opened.problems.map(({ code, nodeId }) => [code, nodeId])).toEqual([
      ['cycle', 'a'],
      ['cycle', 'b'],
    ]);
    expect(opened.ok && saveDocument(opened.document)).toBe(saveDocument(document));
  });

  it('opens dangling, mistyped and doubly wired inputs with an error on the node they end at', () => {
    const document = exampleDocument(
      [
        exampleNode('a', 'ingest.source'),
        exampleNode('b', 'ingest.source'),
        exampleNode('c', 'train.dense'),
        exampleNode('d', 'train.evaluate'),
      ],
      exampleWires(
        'gone.table > c.table',
        'a.table > d.model',
        'a.table > d.table',
        'b.table > d.table',
        'a.nothing > c.extra',
      ),
    );
    const opened = open(saveDocument(document));
    expect(opened.problems.map(({ code, nodeId, port }) => [code, nodeId, port])).toEqual([
      ['dangling-wire', 'c', 'table'],
      ['wire-type', 'd', 'model'],
      ['input-taken', 'd', 'table'],
      ['port-not-found', 'c', 'extra'],
    ]);
    expect(opened.ok && saveDocument(opened.document)).toBe(saveDocument(document));
  });

  it('keeps unknown fields where they are, at every level, and says so', () => {
    const raw = JSON.parse(saveDocument(exampleLine()));
    raw.owner = 'team';
    raw.nodes[1].colour = { hue: 3 };
    raw.edges[0].weight = 2;
    raw.extra = 'a field of that very name';
    const source = JSON.stringify(raw);
    const opened = open(source);
    expect(opened.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      Array.from({ length: 4 }, () => 'warning unknown-field'),
    );
    const saved = opened.ok ? saveDocument(opened.document) : '';
    expect(JSON.parse(saved)).toEqual(raw);
    const again = open(saved);
    expect(again.ok && again.document).toEqual(opened.ok && opened.document);
  });

  it('holds a group with ports, parameters and a group within, and gives it back to the byte', () => {
    const inner: PipelineNode = {
      ...exampleNode('group1', 'group'),
      group: {
        nodes: [exampleNode('scale1', 'prepare.scale')],
        edges: [],
        notes: [],
        inputs: [{ name: 'table', end: 'scale1.table' }],
        outputs: [{ name: 'table', end: 'scale1.table' }],
        parameters: [{ name: 'method', label: 'Method', targets: ['scale1.method'] }],
      },
    };
    const outer: PipelineNode = {
      ...inner,
      group: {
        nodes: [inner],
        edges: [],
        notes: [],
        inputs: [{ name: 'in', end: 'group1.table' }],
        outputs: [{ name: 'out', end: 'group1.table' }],
        parameters: [{ name: 'how', label: '', targets: ['group1.method'] }],
      },
    };
    const document = {
      ...emptyDocument(),
      nodes: [outer],
      parameters: [{ name: 'scaling', label: 'Scaling', targets: ['group1.how'] }],
    };
    const saved = saveDocument(document);
    const opened = open(saved);
    expect(opened.ok && opened.document).toEqual(document);
    expect(opened.ok && saveDocument(opened.document)).toBe(saved);
  });

  it('keeps a wire that is written twice once', () => {
    const document = exampleDocument(
      [exampleNode('a', 'ingest.source'), exampleNode('b', 'prepare.scale')],
      exampleWires('a.table > b.table', 'a.table > b.table'),
    );
    const opened = open(saveDocument(document));
    expect(opened.ok && opened.document.edges).toHaveLength(1);
    expect(opened.problems).toMatchObject([{ code: 'wires-merged', severity: 'warning' }]);
  });
});
