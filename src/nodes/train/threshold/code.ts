import { korean } from '../../../lib/korean';
import { type Text, text } from '../../../lib/text';
import { defineCode, type PyModel, type PyRule, type PyTable } from '../../contract/code';
import { probabilitiesOf } from '../../python/answers';
import { targetValues } from '../../python/estimators';
import { groupThresholds, thresholdOfRows } from '../../python/group-thresholds';
import { call, comment, helper, type Line, line, np, type Py, py } from '../../python/py';
import { rowsOf } from '../../python/tables';
import { MEASURE_NAMES, type ThresholdParams, thresholdSpec } from './spec';

export const thresholdCode = defineCode(thresholdSpec, {
  python({ params, inputs: { model, table }, name }) {
    const [, second] = model.schema.classes ?? [];
    if (model.schema.classes?.length !== 2 || second === undefined) {
      return { writes: 'lines', lines: [comment(NOT_TWO)], outputs: { model } };
    }
    const positive = params.positiveClass === '' ? second : params.positiveClass;
    const threshold = name('threshold');
    const grouped = groupsOf(params, table, threshold, name);
    const lines =
      params.method === 'manual' || table === undefined
        ? [line(py`${threshold} = ${params.threshold}`, saidFrom(positive))]
        : measured(threshold, model, table, positive, params, name);
    return {
      writes: 'lines',
      lines: [...lines, ...grouped.lines],
      outputs: { model: { ...model, rule: { positive, from: () => threshold, ...grouped.rule } } },
    };
  },
});

const NOT_TWO = text(
  'The model does not decide between two classes and stays as it is.',
  '두 클래스를 가르는 모델이 아니어서 그대로예요.',
);

const saidFrom = (positive: string): Text =>
  text(`“${positive}” is said from this probability on.`, korean`확률이 이 값 이상이면 “${positive}”(이)라고 답해요.`);

export const bestThreshold = helper({
  name: 'best_threshold',
  why: text(
    'Tries every threshold between two scores; of equals it takes the closest to one half, then the lower.',
    '점수 사이의 임계값을 모두 대 봐요. 똑같이 좋으면 0.5에 가까운 값을, 그다음에는 낮은 값을 골라요.',
  ),
  source: `def best_threshold(is_positive, score, measure):
    order = np.argsort(-score, kind="stable")
    is_positive, score = is_positive[order], score[order]
    last = np.append(score[1:] != score[:-1], True)
    hit, wrong = np.cumsum(is_positive)[last], np.cumsum(~is_positive)[last]
    positives, negatives = hit[-1], wrong[-1]
    value = {
        "f1": 2 * hit / (hit + wrong + positives),
        "balancedAccuracy": (hit / positives + (negatives - wrong) / negatives) / 2,
        "accuracy": (hit + negatives - wrong) / (positives + negatives),
    }[measure]
    score = score[last]
    threshold = score / 2 + np.append(score[1:], score[-1]) / 2
    best = np.lexsort((threshold, np.abs(threshold - 0.5), -value))[0]
    return float(threshold[best])`,
  uses: np.uses,
});

/** The best on validation rows, or on training rows where there are none. */
function measured(
  threshold: Py,
  model: PyModel,
  table: PyTable,
  positive: string,
  { measure }: ThresholdParams,
  name: (word: string) => Py,
): readonly Line[] {
  const rows = name('rows');
  const named = MEASURE_NAMES[measure];
  const { schema } = model;
  const { classes = [] } = schema;
  const score = py`${probabilitiesOf(model, classes, rows)}[:, ${classes.indexOf(positive)}]`;
  const truth = py`${targetValues(table, schema, rows)} == ${positive}`;
  return [
    ...rowsToMeasure(rows, table, name),
    line(
      py`${rows} = ${rows}[${rows}[${schema.target}].notna()]`,
      text('Rows without an answer tell nothing.', '정답이 없는 행은 빼요.'),
    ),
    line(
      py`${threshold} = ${call(bestThreshold, [py`(${truth}).to_numpy()`, score, measure])}`,
      text(
        `“${positive}” is said from the probability on that gives the best “${named.en}” there.`,
        korean`그 행에서 “${named.ko}”이(가) 가장 좋은 확률부터 “${positive}”(이)라고 답해요.`,
      ),
    ),
  ];
}

function rowsToMeasure(rows: Py, table: PyTable, name: (word: string) => Py): readonly Line[] {
  const { frame, parts } = table;
  if (parts === null) return [line(py`${rows} = ${frame}`, text('Chosen on all rows.', '모든 행으로 골라요.'))];
  const part = name('part');
  const has = py`(${parts}.loc[${frame}.index] == ${'validation'}).any()`;
  return [
    line(
      py`${part} = ${'validation'} if ${has} else ${'train'}`,
      text(
        'Chosen on the validation rows, or on the training rows where there are none.',
        '검증 행으로 고르고, 검증 행이 없으면 학습 행으로 골라요.',
      ),
    ),
    line(py`${rows} = ${rowsOf(table, part)}`),
  ];
}

/** Thresholds of the groups of a column, over the one for all. */
function groupsOf(
  { groupColumn, groups }: ThresholdParams,
  table: PyTable | undefined,
  threshold: Py,
  name: (word: string) => Py,
): { readonly lines: readonly Line[]; readonly rule: Partial<PyRule> } {
  if (groupColumn === '' || Object.keys(groups).length === 0) return { lines: [], rule: {} };
  const type = table?.schema.fields.find((field) => field.name === groupColumn)?.type;
  const thresholds = name('thresholds');
  return {
    lines: [
      line(
        py`${thresholds} = ${groupThresholds(groups, type)}`,
        text(
          `Groups of “${groupColumn}” with thresholds of their own.`,
          `“${groupColumn}” 집단마다 따로 둔 임계값이에요.`,
        ),
      ),
    ],
    rule: {
      groups: groupColumn,
      from: (frame) => (frame === null ? threshold : thresholdOfRows(frame, groupColumn, thresholds, threshold)),
    },
  };
}
