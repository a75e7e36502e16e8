import { type Text, text } from '../../../lib/text';
import { MOST_INTEGER_CLASSES } from '../../../table/class-column';
import type { Field } from '../../../table/table';
import { defineCode, type PyTable } from '../../contract/code';
import { block, call, dict, type Line, line, list, type Py, py } from '../../python/py';
import { WORDS_OF } from '../../python/words';
import { groupParts, randomParts, stratifiedParts, timeParts } from './part-helpers';
import { type SplitParams, splitSpec } from './spec';

export const splitCode = defineCode(splitSpec, {
  python(node) {
    const { table } = node.inputs;
    const schema = node.output('table');
    if (schema?.type !== 'table') throw new Error('a split gives a table');
    const parts = node.name('parts');
    return {
      writes: 'lines',
      lines: partLines(parts, table, node.params, node.seed),
      outputs: {
        table: { ...table, schema, parts, validates: node.params.method !== 'column' && node.params.validation > 0 },
      },
    };
  },
});

function partLines(parts: Py, { frame, schema }: PyTable, params: SplitParams, seed: number): readonly Line[] {
  const { validation, test } = params;
  const shares = { validation, test };
  const roled = (role: Field['role']): Field | undefined => schema.fields.find((field) => field.role === role);
  const series = (name = ''): Py => py`${frame}[${name}]`;
  const atRandom = line(py`${parts} = ${call(randomParts, [py`${frame}.index`], { ...shares, seed })}`, RANDOM);
  const target = roled('target');
  const stratified = (): Line => {
    const classes =
      target?.categories === undefined ? py`${series(target?.name)}.dropna().unique()` : list(target.categories);
    const made = call(stratifiedParts, [series(target?.name), classes], { ...shares, seed });
    return line(py`${parts} = ${made}`, STRATIFIED);
  };
  switch (params.method) {
    case 'random':
      return [atRandom];
    case 'stratified':
      return [stratified()];
    case 'auto':
      if (target?.type === 'integer') {
        return [
          block(py`if ${series(target.name)}.nunique() <= ${MOST_INTEGER_CLASSES}:`, [stratified()], FEW),
          block(py`else:`, [atRandom]),
        ];
      }
      return [target === undefined || target.type === 'number' || target.type === 'date' ? atRandom : stratified()];
    case 'time': {
      const times = series(params.timeColumn === '' ? roled('time')?.name : params.timeColumn);
      return [line(py`${parts} = ${call(timeParts, [times], shares)}`, TIME)];
    }
    case 'group':
      return [line(py`${parts} = ${call(groupParts, [series(params.groupColumn)], { ...shares, seed })}`, GROUP)];
    case 'column':
      return [line(py`${parts} = ${namedParts(series(params.partColumn), schema.fields, params)}`, COLUMN)];
  }
}

function namedParts(series: Py, fields: readonly Field[], params: SplitParams): Py {
  const wordsOf = WORDS_OF[fields.find(({ name }) => name === params.partColumn)?.type ?? 'text'];
  const words = wordsOf === undefined ? series : call(wordsOf, [series]);
  const parts = new Map([
    ...params.trainWords.map((word) => [folded(word), 'train'] as const),
    ...params.validationWords.map((word) => [folded(word), 'validation'] as const),
    ...params.testWords.map((word) => [folded(word), 'test'] as const),
  ]);
  return py`${words}.str.strip().str.lower().map(${dict([...parts])})`;
}

const folded = (word: string): string => word.trim().toLowerCase();

const RANDOM: Text = text(
  'At random, the same rows for the same seed.',
  '무작위로 나눠요. 시드가 같으면 같은 행이 나와요.',
);
const STRATIFIED: Text = text(
  'At random, with the classes in the same shares in every part.',
  '모든 부분의 클래스 비율을 같게 하면서 무작위로 나눠요.',
);
const FEW: Text = text('Whole numbers of few values are classes.', '값이 몇 가지뿐인 정수는 클래스로 봐요.');
const TIME: Text = text('Trains on the past, tests on the future.', '과거로 학습하고 미래로 테스트해요.');
const GROUP: Text = text('No group is in two parts.', '한 그룹이 두 부분에 나뉘지 않아요.');
const COLUMN: Text = text('A column says which part each row belongs to.', '각 행이 속할 부분이 열에 적혀 있어요.');
