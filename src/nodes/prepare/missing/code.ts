import { type Text, text } from '../../../lib/text';
import type { ColumnType, Field } from '../../../table/table';
import { chosenFields } from '../../contract/chosen-columns';
import { defineCode } from '../../contract/code';
import { toDates, toMilliseconds } from '../../python/moments';
import { type OnColumns, onColumns } from '../../python/on-columns';
import { call, dict, helper, imported, list, np, type Py, pd, py, usesOf } from '../../python/py';
import { functionTransformer, onFrame, unfitted } from '../../python/sklearn';
import { textOf } from '../../sql/sql';
import { FILLABLE, type Filling, fillingOf, indicatorOf, type MissingParams, missingSpec } from './spec';
import { missingSql } from './sql';
import { type Fill, missingState } from './state';

export const missingCode = defineCode(missingSpec, {
  python({ params, inputs: { table }, fitted }) {
    const { fields } = chosenFields(table.schema, params.columns, FILLABLE, 'columns');
    const target = table.schema.fields.find(({ role }) => role === 'target');
    const others = fields.filter(({ role }) => role !== null);
    const refused = new Set(
      [target, ...(params.method === 'drop' ? others : [])].flatMap((field) => field?.name ?? []),
    );
    const base = {
      writes: 'step',
      name: 'missing',
      ...(refused.size > 0 && {
        only: { rows: (frame: Py) => withoutMissing(frame, [...refused]), why: unlabelled([...refused]) },
      }),
    } as const;
    if (params.method === 'drop') {
      const features = fields.filter(({ role }) => role === null).map(({ name }) => name);
      if (features.length === 0) return { ...base, transformer: null, why: DROPPED, learns: false };
      return { ...base, ...unfitted(['dropna', { subset: list(features) }]), why: DROPPED };
    }
    const rest = fields.filter(({ role }) => role !== 'target');
    if (fitted !== null) return { ...base, transformer: filled(fitted.state, rest), why: FILLED };
    const entries = [...imputers(rest, params), ...(params.indicator ? marks(rest, params) : [])];
    return { ...base, transformer: entries.length === 0 ? null : onColumns(entries), why: whyOf(params) };
  },
  sql({ params, inputs: { table }, output }) {
    const { fields } = chosenFields(table.schema, params.columns, FILLABLE, 'columns');
    const behind = output('table');
    const made = new Set(behind?.type === 'table' ? behind.fields.map(({ name }) => name) : []);
    const had = new Set(table.schema.fields.map(({ name }) => name));
    const isMarked = ({ name }: Field): boolean => made.has(indicatorOf(name)) && !had.has(indicatorOf(name));
    const marked = params.method === 'fill' && params.indicator ? fields.filter(isMarked) : [];
    return textOf(missingSql(table, fields, params, marked));
  },
});

const withoutMissing = (frame: Py, names: readonly string[]): Py =>
  call(py`${frame}.dropna`, [], { subset: list(names) });

/** Columns that one imputer can take together. */
const GROUPS: readonly { readonly name: string; readonly types: readonly ColumnType[] }[] = [
  { name: 'numbers', types: ['number', 'integer'] },
  { name: 'dates', types: ['date'] },
  { name: 'flags', types: ['boolean'] },
  { name: 'words', types: ['category', 'text'] },
];

function imputers(fields: readonly Field[], params: MissingParams): readonly OnColumns[] {
  return GROUPS.flatMap(({ name, types }) => {
    const columns = fields.filter(({ type }) => types.includes(type));
    const [first] = columns;
    const filling = first === undefined ? null : fillingOf(first.type, params);
    if (filling === null) return [];
    const constant = name === 'words' ? params.word : params.numericValue;
    const imputer = simpleImputer(filling, constant);
    const transformer = name === 'dates' ? onDates(imputer) : imputer;
    return [{ name, transformer, columns: columns.map((each) => each.name) }];
  });
}

const simpleImputer = (strategy: Exclude<Filling, null>, constant: string | number): Py =>
  call(imported('sklearn.impute', 'SimpleImputer'), [], {
    strategy,
    // Without it, later versions drop a column of which nothing is known.
    ...(strategy === 'constant' && { fill_value: constant, keep_empty_features: true }),
  });

/** An imputer of numbers, of dates. */
const onDates = (imputer: Py): Py =>
  call(imported('sklearn.pipeline', 'make_pipeline'), [
    call(functionTransformer, [toMilliseconds], { feature_names_out: 'one-to-one' }),
    imputer,
    call(functionTransformer, [datesAgain], { feature_names_out: 'one-to-one' }),
  ]);

const datesAgain = helper({
  name: 'dates_again',
  why: text('Columns of milliseconds as dates.', '밀리초 열을 다시 날짜로 바꿔요.'),
  source: `def dates_again(frame):
    return frame.apply(to_dates)`,
  uses: toDates.uses,
});

/** The columns that say what was missing; the columns themselves go on beside them. */
function marks(fields: readonly Field[], params: MissingParams): readonly OnColumns[] {
  const names = fields.map(({ name }) => name);
  const left = fields.filter(({ type }) => fillingOf(type, params) === null).map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    ...(left.length === 0 ? [] : [{ name: 'left', transformer: 'passthrough', columns: left }]),
    { name: 'marks', transformer: call(missingMarks, []), columns: names },
  ];
}

const missingMarks = helper({
  name: 'MissingMarks',
  why: text(
    'Marks what was missing, in a column “…_missing” for each that has empty cells in training.',
    '학습 데이터에 빈 칸이 있던 열마다 “…_missing” 열을 만들어 빈 칸을 표시해요.',
  ),
  source: `class MissingMarks(TransformerMixin, BaseEstimator):
    def fit(self, X, y=None):
        self.columns_ = [name for name in X if X[name].isna().any()]
        return self

    def transform(self, X):
        return X[self.columns_].isna().astype(float).add_suffix("_missing")

    def get_feature_names_out(self, input_features=None):
        return np.array([f"{name}_missing" for name in self.columns_], dtype=object)`,
  uses: [...usesOf('sklearn.base', 'BaseEstimator', 'TransformerMixin'), ...np.uses],
});

/** What was learned, as values. */
function filled(state: unknown, fields: readonly Field[]): Py | null {
  const { fills, indicators } = missingState.parse(state);
  const columns = new Set(fields.map(({ name }) => name));
  const values = fills.flatMap((fill) =>
    fill.fill === null || !columns.has(fill.name) ? [] : [[fill.name, literalOf(fill, fill.fill)] as const],
  );
  const fillna = onFrame('fillna', { value: dict(values) });
  if (indicators.length === 0) return values.length === 0 ? null : fillna;
  const mark = onFrame(markMissing, { columns: list(indicators) });
  return values.length === 0 ? mark : call(imported('sklearn.pipeline', 'make_pipeline'), [mark, fillna]);
}

function literalOf(fill: Fill, value: number | string): Py | number | string {
  return fill.as === 'number' && fill.type === 'date'
    ? py`${call(py`${pd}.Timestamp`, [value], { unit: 'ms' })}`
    : value;
}

const markMissing = helper({
  name: 'mark_missing',
  why: text('Marks what is missing, in columns “…_missing”.', '빈 칸을 “…_missing” 열에 표시해요.'),
  source: `def mark_missing(frame, columns):
    return frame.join(frame[columns].isna().astype(float).add_suffix("_missing"))`,
  uses: [],
});

const unlabelled = (names: readonly string[]): Text => {
  const listed = names.map((name) => `“${name}”`).join(', ');
  return text(
    `Nothing is learned from rows without ${listed}; rows that are to be predicted need none.`,
    `${listed} 값이 없는 행에서는 배우지 않아요. 예측할 행에는 없어도 돼요.`,
  );
};
const DROPPED = text('Rows with an empty cell are dropped.', '빈 칸이 있는 행을 지워요.');
const FILLED = text(
  'Empty cells get the value that was learned from the training rows.',
  '빈 칸을 학습 행에서 구한 값으로 채워요.',
);

const FILLINGS: Readonly<Record<Exclude<Filling, null> | 'leave', Text>> = {
  mean: text('the mean', '평균'),
  median: text('the median', '중앙값'),
  most_frequent: text('the most frequent value', '최빈값'),
  constant: text('a constant', '상수'),
  leave: text('nothing', '채우지 않음'),
};

function whyOf({ numeric, categorical }: MissingParams): Text {
  const [numbers, words] = [FILLINGS[numeric], FILLINGS[categorical]];
  return text(
    `Empty cells get a value: of numbers ${numbers.en}, of words ${words.en}.`,
    `빈 칸을 채워요. 수: ${numbers.ko}, 글자: ${words.ko}.`,
  );
}
