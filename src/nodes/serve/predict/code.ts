import { text } from '../../../lib/text';
import type { ColumnType, Field } from '../../../table/table';
import { type AnyCodeNode, defineCode, type PyModel, type PyStep, type PyTable } from '../../contract/code';
import { askModel, whyClass } from '../../python/answers';
import { asWords } from '../../python/estimators';
import { block, call, dict, type Line, line, list, type Py, pd, py } from '../../python/py';
import { readTable } from '../../python/read-rows';
import { predictSpec } from './spec';

export const predictCode = defineCode(predictSpec, {
  python({ inputs: { model, table }, output, name }) {
    const schema = output('predictions');
    if (schema?.type !== 'table') throw new Error('the columns of predictions are known');
    if (model.source === null && isRaw(table)) return { writes: 'nothing', why: NOT_PREPARED };
    const answered = schema.fields.slice(-1 - (model.schema.classes?.length ?? 0)).map((field) => field.name);
    const predict = name('predict');
    const predictions = name('predictions');
    const define = block(
      py`def ${predict}(rows):`,
      bodyOf(model, table, answered, { name }),
      table === undefined || table.steps.length === 0 ? RAW : PREPARED,
    );
    if (table === undefined) {
      const none = line(
        py`${predictions} = ${call(py`${pd}.DataFrame`, [], { columns: list(schema.fields.map((field) => field.name)) })}`,
        text('No rows are connected, so none are asked here.', '연결된 행이 없어 여기서는 아무것도 예측하지 않아요.'),
      );
      return { writes: 'lines', lines: [define, none], outputs: { predictions: readTable(schema, predictions) } };
    }
    const { frame } = table;
    const ask = line(
      py`${predictions} = ${frame}.join(${predict}(${frame}))`,
      text(
        'Each row with its answer; a row that the preparation drops has none.',
        '행마다 답을 붙여요. 준비 과정에서 빠지는 행에는 답이 없어요.',
      ),
    );
    return {
      writes: 'lines',
      lines: [define, ask],
      outputs: { predictions: { ...table, schema, frame: predictions } },
    };
  },
});

const NOT_PREPARED = text(
  'Predictions of a saved model are left out: how its rows are prepared is not written in Python.',
  '저장된 모델의 예측은 뺐어요. 그 모델의 데이터 준비 단계는 파이썬으로 쓰지 않아요.',
);
const RAW = text(
  'Answers raw rows: prepared by what was fitted on the training rows, then asked of the model.',
  '원본 행에 답해요. 학습 행에 맞춘 준비 단계를 그대로 거친 뒤 모델에 물어요.',
);
const PREPARED = text(
  'Answers rows that are prepared already, or in part.',
  '이미 준비되었거나 일부만 준비된 행에 답해요.',
);
const ALIGNED = text('The columns of the training data, in its order.', '학습 데이터의 열을 그 순서대로 맞춰요.');

const AS_TRAINED = text('Prepared as the training rows were.', '학습 행과 똑같이 준비해요.');
const GROUPS = text('Where the groups of each row are told.', '행마다 어느 집단인지 알려 주는 표예요.');

const ROWS = py`rows`;

const isRaw = (table: PyTable | undefined): boolean => table === undefined || table.steps.length === 0;

function bodyOf(
  model: PyModel,
  table: PyTable | undefined,
  answered: readonly string[],
  node: Pick<AnyCodeNode, 'name'>,
): readonly Line[] {
  const steps = rest(model.steps, table?.steps ?? []);
  const aligned = isRaw(table) ? aligning(model.source ?? [], table?.schema.fields) : null;
  const ready = steps.length === 0 && aligned === null ? ROWS : node.name('ready');
  const lines: Line[] = aligned === null ? [] : aligned(ready);
  for (const [at, step] of steps.entries()) {
    const transformed = line(
      py`${ready} = ${step}.transform(${at === 0 && aligned === null ? ROWS : ready})`,
      at === 0 ? AS_TRAINED : undefined,
    );
    lines.push(transformed);
  }
  const told = groupsIn(model, ready, node);
  const asked = askModel(node, model, ready, told?.groups ?? null);
  const answers = node.name('answers');
  const [predicted = 'predicted', ...probabilities] = answered;
  const frame = py`${pd}.DataFrame`;
  lines.push(...(told?.lines ?? []), ...asked.lines);
  if (asked.probabilities === null) {
    lines.push(line(py`return ${call(frame, [dict([[predicted, asked.predicted]])], { index: py`${ready}.index` })}`));
    return lines;
  }
  return [
    ...lines,
    line(
      py`${answers} = ${call(frame, [asked.probabilities], { index: py`${ready}.index`, columns: list(probabilities) })}`,
    ),
    line(py`${call(py`${answers}.insert`, [0, predicted, asked.predicted])}`, whyClass(model)),
    line(py`return ${answers}`),
  ];
}

/** Of a model's steps those that a table has not been through; of a `Pipeline` that it has been through in part, its end. */
function rest(steps: readonly PyStep[], done: readonly PyStep[]): readonly Py[] {
  let left = done.reduce((sum, { links = 1 }) => sum + links, 0);
  return steps.flatMap((step): readonly Py[] => {
    const { links = 1 } = step;
    const passed = Math.min(left, links);
    left -= passed;
    if (passed === links) return [];
    return [passed === 0 ? step : py`${step}[${passed}:]`];
  });
}

/** From raw rows to the columns that the training data had: their order, and words where they were words; null where that is so. */
function aligning(source: readonly Field[], given: readonly Field[] | undefined): ((ready: Py) => Line[]) | null {
  const columns = source.map(({ name }) => name);
  const composed = new Map((given ?? source).map((field) => [field.name.normalize('NFC'), field]));
  const found = source.flatMap((field) => {
    const own = composed.get(field.name.normalize('NFC'));
    return own === undefined ? [] : [{ field, own }];
  });
  const renamed = found.filter(({ field, own }) => field.name !== own.name);
  const changed = found.flatMap(({ field, own }) => retyped(field, own.type));
  const inOrder =
    given !== undefined && given.length === source.length && found.every(({ own }, at) => own === given[at]);
  if (inOrder && renamed.length === 0 && changed.length === 0) return null;
  const names = dict(renamed.map(({ field, own }) => [own.name, field.name]));
  const from = renamed.length === 0 ? ROWS : call(py`${ROWS}.rename`, [], { columns: names });
  return (ready) => [
    line(py`${ready} = ${call(py`${from}.reindex`, [], { columns: list(columns) })}`, ALIGNED),
    ...changed.map((change) => line(change(ready))),
  ];
}

/** Words that all look like numbers are read as numbers in another file; a category has no spaces around its words. */
function retyped({ name, type }: Field, given: ColumnType): readonly ((ready: Py) => Py)[] {
  if (type !== 'category' && type !== 'text') return [];
  if (given === 'text' && type === 'category')
    return [(ready) => py`${ready}[${name}] = ${ready}[${name}].str.strip()`];
  if (given === 'category' || given === 'text') return [];
  return [(ready) => py`${ready}[${name}] = ${asWords(py`${ready}[${name}]`, given)}`];
}

function groupsIn({ rule }: PyModel, ready: Py, node: Pick<AnyCodeNode, 'name'>) {
  if (rule?.groups === undefined) return null;
  if (ready === ROWS) return { groups: ROWS, lines: [] };
  const groups = node.name('groups');
  const raw = py`${ROWS}.loc[${ready}.index]`;
  const told = line(py`${groups} = ${ready} if ${rule.groups} in ${ready} else ${raw}`, GROUPS);
  return { groups, lines: [told] };
}
