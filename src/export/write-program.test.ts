import { expect, it } from 'vitest';
import { text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import { type AnyCode, defineCode } from '../nodes/contract/code';
import { sampleSpec } from '../nodes/ingest/sample/spec';
import { call, helper, line, py } from '../nodes/python/py';
import { exampleDocument, exampleNode } from '../testing/graph/example-catalog';
import { indexCodes, type WholeProgram } from './program';
import { scriptOf } from './script';
import { writeProgram } from './write-program';

const sample = exampleDocument([exampleNode('read', 'ingest.sample', { params: { name: 'wine' } })]);

const programOf = (code: AnyCode): WholeProgram => {
  const pipeline = catalog.compile(sample);
  return writeProgram({ pipeline, schemas: {}, codes: indexCodes([code]) });
};

it('gives a variable another name than what the program brings along', () => {
  const wine = helper({ name: 'wine', why: text('Rows.', '행이에요.'), source: 'def wine():\n    return 1', uses: [] });
  const code = defineCode(sampleSpec, {
    python({ name }) {
      const frame = name('wine');
      const schema = { type: 'table', fields: [], complete: true, partitioned: false, fittedBeforeSplit: [] } as const;
      const table = {
        type: 'table',
        schema,
        frame,
        parts: null,
        raw: frame,
        source: [],
        steps: [],
        images: new Map(),
      } as const;
      return { writes: 'lines', lines: [line(py`${frame} = ${call(wine, [])}`)], outputs: { table } };
    },
  });
  const program = programOf(code);
  expect(program.variables.get('read.table')).toBe('wine_2');
  expect(scriptOf(program, 'en')).toContain('wine_2 = wine()');
});

it('says why a kind writes nothing', () => {
  const why = text('It is a secret.', '비밀이에요.');
  const program = programOf(defineCode(sampleSpec, { python: () => ({ writes: 'nothing', why }) }));
  expect(program.leftOut).toEqual([why]);
  expect(scriptOf(program, 'ko')).toContain('# 비밀이에요.');
});
