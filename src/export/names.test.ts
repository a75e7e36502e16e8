import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PipelineDocument } from '../graph/document';
import type { WireSchema } from '../graph/schema-types';
import type { Json } from '../lib/json';
import { createRandom, type Random } from '../lib/random';
import { catalog } from '../nodes/catalog';
import type { SchemasByNode } from '../nodes/check-pipeline';
import { codes } from '../nodes/codes';
import type { Field } from '../table/table';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { playPrograms, python } from '../testing/python/play-programs';
import { notebookOf } from './notebook';
import { indexCodes } from './program';
import { scriptOf } from './script';
import { writeProgram } from './write-program';

/** What names are made of: what ends a string or a comment, what is code, and what only looks like something. */
const PIECES: readonly string[] = [
  ...['"', "'", '"""', "'''", '\\', '\\"', '\\n', '\n', '\r\n', '\r', '\t', '\0', '\u2028', '\u2029', '\u0085', '\f'],
  ...[
    '#',
    '# %%',
    '#!',
    ';',
    ':',
    '=',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '{x}',
    '{{',
    '%s',
    '%(x)s',
    '$x',
    '`',
    '@',
    '\\N{BULLET}',
  ],
  ...[
    '"); import os; os.system("x")',
    '"]); eval("1")',
    "'''\nimport os\n'''",
    '\nimport os\n',
    '\\"\nprint(1)#',
    '__import__("os")',
  ],
  ...['import', 'lambda', 'None', 'class', 'def f():', 'return', 'np', 'pd', 'rows', 'data', 'os', 'self', '__proto__'],
  ...[
    '키',
    '나이',
    '서울 (강남)',
    'é',
    'e\u0301',
    '東京',
    '😀',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udfff',
  ],
  ...[
    ' ',
    '  ',
    'a',
    'B',
    '0',
    '-1',
    '1e9',
    'NaN',
    '.',
    '..',
    '<script>',
    'f"{x}"',
    'r"',
    'b"',
    'utf-8',
    '\u007f',
    '\u001b[31m',
  ],
];

function drawn(random: Random): string {
  if (random.next() < 0.02) return (PIECES[random.integer(PIECES.length)] ?? '').repeat(100).slice(0, 180);
  return Array.from({ length: 1 + random.integer(4) }, () => PIECES[random.integer(PIECES.length)] ?? '').join('');
}

/** Gives one name after the other, no two of which are spellings of one. */
type Names = () => string;

function fuzzed(random: Random): Names {
  const known = new Set<string>(['']);
  return () => {
    for (;;) {
      const name = drawn(random);
      const folded = name.normalize('NFKC').trim().toLowerCase();
      if (known.has(folded) || /^(?:true|false|[\d.e+-]+)$/i.test(folded)) continue;
      known.add(folded);
      return name;
    }
  };
}

/** As many harmless names; those end in a null character that take the place of one that does, for it is written otherwise. */
function harmless(names: readonly string[]): Names {
  let n = 0;
  return () => {
    const ending = names[n]?.endsWith('\0') === true ? '\0' : '';
    return `name ${n++}${ending}`;
  };
}

interface Written {
  readonly document: PipelineDocument;
  readonly schemas: SchemasByNode;
  readonly seen: ReadonlyMap<string, Json>;
}

const tableOf = (fields: readonly Field[]): WireSchema => ({
  type: 'table',
  fields,
  complete: true,
  partitioned: false,
  fittedBeforeSplit: [],
});
const field = (
  name: string,
  type: Field['type'],
  role: Field['role'] = null,
  categories?: readonly string[],
): Field => ({
  name,
  type,
  role,
  ...(categories && { categories: [...categories] }),
});

/** A file, a lake and a loop; answers by groups. */
function served(name: Names): Written {
  const [x, y, when, flag, group, word, target] = [name(), name(), name(), name(), name(), name(), name()];
  const classes = [name(), name()].sort();
  const fields = [
    field(x, 'number'),
    field(y, 'number'),
    field(when, 'date', 'time'),
    field(flag, 'boolean', 'sensitive'),
    field(group, 'category', 'sensitive'),
    field(word, 'text', 'id'),
    field(target, 'category', 'target', classes),
  ];
  const file = { name: name().replaceAll(/[/\\]/g, ''), hash: 'a'.repeat(64), bytes: 1 };
  const nodes = [
    exampleNode('read', 'ingest.file', { label: name(), params: { file } }),
    exampleNode('lake', 'ingest.lake', { params: { name: name() } }),
    exampleNode('scale', 'prepare.scale', { label: name() }),
    exampleNode('near', 'train.neighbours'),
    exampleNode('rule', 'train.threshold', {
      params: {
        method: 'measure',
        positiveClass: classes[0] ?? '',
        groupColumn: group,
        groups: { [name()]: 0.25, [name()]: 0.75 },
      },
    }),
    exampleNode('measure', 'train.evaluate'),
    exampleNode('answer', 'serve.predict', { label: name() }),
    exampleNode('serve', 'serve.deploy', { label: name(), params: { name: name() } }),
    exampleNode('stream', 'retrain.stream', { params: { order: 'time', timeColumn: when, target, follow: name() } }),
    exampleNode('watch', 'retrain.monitor', { label: name(), params: { columns: [x, name()], sensitive: name() } }),
    exampleNode('drift', 'retrain.distribution', { params: { columns: [y, name()] } }),
    exampleNode('clock', 'retrain.schedule', { params: { every: 'cron', cron: name() } }),
    exampleNode('gate', 'retrain.gate', { label: name(), params: { sensitive: name(), favourable: name() } }),
    exampleNode('again', 'retrain.train', { label: name() }),
  ];
  const wires = exampleWires(
    'read.table > scale.table',
    'scale.table > near.table',
    'near.model > rule.model',
    'scale.table > rule.table',
    'rule.model > measure.model',
    'scale.table > measure.table',
    'rule.model > serve.model',
    'serve.model > answer.model',
    'lake.table > answer.table',
    'lake.table > stream.table',
  );
  const table = tableOf(fields);
  const later = tableOf([field(x, 'number'), field(group, 'integer'), field(name(), 'text')]);
  const model: WireSchema = { type: 'model', task: 'binary', target, classes };
  const columns = [
    {
      as: 'dates',
      name: when,
      formats: ['%Y-%m-%d'],
      one: true,
      strip: true,
      halves: false,
      zoned: true,
      floor: false,
      serial: false,
    },
    { as: 'flag', name: flag, words: { yes: [name()], no: [name()] } },
    { as: 'dressed', name: x, decimal: ',' },
    { as: 'coerced', name: y },
    { as: 'words', name: word, strip: true, compose: true },
  ];
  const looked: Json = {
    alike: true,
    delimiter: ';',
    encoding: 'utf-8',
    skip: 2,
    header: true,
    names: fields.map((each) => each.name),
    decimal: ',',
    thousands: true,
    backslash: false,
    text: [word, x],
    missing: { besides: false, words: [], byColumn: [{ column: group, words: [name(), name()] }] },
    roundTrip: true,
    columns,
  };
  return {
    document: { ...exampleDocument(nodes, wires), name: name() },
    schemas: {
      read: { table },
      lake: { table: later },
      scale: { table },
      near: { model },
      rule: { model },
      serve: { model },
      measure: { predictions: table },
      answer: {
        predictions: tableOf([...fields, field(name(), 'category'), field(name(), 'number'), field(name(), 'number')]),
      },
      stream: { table: later },
    },
    seen: new Map([['read', looked]]),
  };
}

/** Steps of preparation, and every trainer of rows of numbers. */
function prepared(name: Names): Written {
  const [x, word, other, part, renamed, target] = [name(), name(), name(), name(), name(), name()];
  const classes = [name(), name(), name()].sort();
  const words = [name(), name()].sort();
  const trainers = ['train.linear', 'train.bayes', 'train.dense', 'train.neighbours'];
  const fields = [
    field(x, 'number'),
    field(word, 'category', null, words),
    field(other, 'text', 'id'),
    field(part, 'category', 'id'),
    field(target, 'category', null, classes),
  ];
  const chosen = fields.map((each) => {
    if (each.name === target) return { ...each, role: 'target' as const };
    return each.name === other ? { ...each, name: renamed } : each;
  });
  const encoded = chosen.flatMap((each) =>
    each.name === word ? words.map((category) => field(`${word}_${category}`, 'number')) : [each],
  );
  const nodes = [
    exampleNode('read', 'ingest.synthetic'),
    exampleNode('choose', 'prepare.columns', {
      label: name(),
      params: { target, drop: [], settings: { [other]: { rename: renamed, role: 'id' } } },
    }),
    exampleNode('gaps', 'prepare.missing', { params: { categorical: 'constant', word: name(), indicator: false } }),
    exampleNode('split', 'prepare.split', {
      params: {
        method: 'column',
        partColumn: part,
        trainWords: [name()],
        validationWords: [name()],
        testWords: [name()],
      },
    }),
    exampleNode('encode', 'prepare.encode', { label: name() }),
    exampleNode('scale', 'prepare.scale'),
    ...trainers.map((kind, k) => exampleNode(`t${k}`, kind, { label: name() })),
    ...trainers.map((_, k) => exampleNode(`m${k}`, 'train.evaluate')),
  ];
  const wires = exampleWires(
    'read.table > choose.table',
    'choose.table > gaps.table',
    'gaps.table > split.table',
    'split.table > encode.table',
    'encode.table > scale.table',
    ...trainers.flatMap((_, k) => [
      `scale.table > t${k}.table`,
      `t${k}.model > m${k}.model`,
      `scale.table > m${k}.table`,
    ]),
  );
  const model: WireSchema = { type: 'model', task: 'multiclass', target, classes };
  const table = tableOf(encoded);
  return {
    document: { ...exampleDocument(nodes, wires), name: name() },
    schemas: {
      read: { table: tableOf(fields) },
      choose: { table: tableOf(chosen) },
      gaps: { table: tableOf(chosen) },
      split: { table: tableOf(chosen) },
      encode: { table },
      scale: { table },
      ...Object.fromEntries(
        trainers.flatMap((_, k) => [
          [`t${k}`, { model }],
          [`m${k}`, { predictions: table }],
        ]),
      ),
    },
    seen: new Map(),
  };
}

const PIPELINES = [served, prepared];

const notebookSchema = z.object({
  cells: z.array(z.object({ cell_type: z.string(), id: z.string(), source: z.array(z.string()) })),
});

/** What a pipeline is written as: its scripts, and the code of its notebook; and how the notebook is cut into cells. */
function writtenOf({ document, schemas, seen }: Written) {
  const program = writeProgram({ pipeline: catalog.compile(document), schemas, seen, codes: indexCodes(codes) });
  expect(program.leftOut).toEqual([]);
  const { cells } = notebookSchema.parse(JSON.parse(notebookOf(program, 'ko')));
  const inCells = cells.filter((cell) => cell.cell_type === 'code').map(({ source }) => source.join(''));
  return {
    sources: [scriptOf(program, 'en'), scriptOf(program, 'ko'), inCells.join('\n')],
    cells: cells.map(({ cell_type, id, source }) => ({
      cell_type,
      id,
      lines: cell_type === 'code' ? 0 : source.length,
    })),
  };
}

/** What a program is but for its words: its tree with every string emptied. A comment that ended early would be in it. */
const CHECK = `
import ast
import json


def shape(source):
    tree = ast.parse(source)
    words = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.append(node.value)
            node.value = ""
    calls = sorted({ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)})
    return {"tree": ast.dump(tree), "calls": calls, "words": words}


def differences(given, plain):
    try:
        mine = shape(given)
    except (SyntaxError, ValueError) as error:
        return [f"cannot be parsed: {error}"]
    other = shape(plain)
    return [part for part in ("calls", "tree") if mine[part] != other[part]]


with open("sources.json", encoding="utf-8") as file:
    pairs = json.load(file)
found = [differences(*pair) for pair in pairs]
words = [] if any(found) else [shape(given)["words"] for given, _ in pairs]
`;

/** What no line of source may hold as it is: what cannot be seen, and what ends a line elsewhere. */
const UNSEEN = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

describe.skipIf(python === null)('names of people’s things', () => {
  it('are never more than words: 2,000 of them leave each program the program that it was', () => {
    const pairs: (readonly [string, string])[] = [];
    const given: string[][] = [];
    let names = 0;
    for (let seed = 0; names < 2_000; seed++) {
      for (const make of PIPELINES) {
        const own: string[] = [];
        const next = fuzzed(createRandom(seed));
        const mine = writtenOf(
          make(() => {
            const name = next();
            own.push(name);
            names++;
            return name;
          }),
        );
        const plain = writtenOf(make(harmless(own)));
        expect(mine.cells).toEqual(plain.cells);
        for (const [k, source] of mine.sources.entries()) {
          pairs.push([source, plain.sources[k] ?? '']);
          given.push(own);
          expect(source).not.toMatch(UNSEEN);
        }
      }
    }
    const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
    const files = new Map([
      ['pipeline.py', encode(CHECK)],
      ['sources.json', encode(JSON.stringify(pairs))],
    ]);
    const [played] = playPrograms([{ files, variables: ['found', 'words'] }]);
    if (played?.ok !== true) throw new Error(played?.why);
    const { found } = played.variables;
    if (!Array.isArray(found)) throw new Error('the differences are a list');
    expect(found.flatMap((different, at) => (different.length === 0 ? [] : [{ different, of: given[at] }]))).toEqual(
      [],
    );
    const { words } = played.variables;
    if (!Array.isArray(words)) throw new Error('the words are a list');
    // Seven columns at least are in every program as they are.
    for (const [at, own] of given.entries()) {
      const known = new Set<unknown>(words[at]);
      expect(own.filter((name) => known.has(name)).length).toBeGreaterThan(5);
    }
  }, 60_000);
});
