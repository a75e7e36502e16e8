import { text } from '../../../lib/text';
import { freeName, predictionFields } from '../../../table/prediction-fields';
import { defineCode, type PyModel, type PyReport, type PyTable } from '../../contract/code';
import { askModel, whyClass } from '../../python/answers';
import { targetValues } from '../../python/estimators';
import { block, call, dict, type Line, line, list, type Py, pd, py } from '../../python/py';
import { rowsOf } from '../../python/tables';
import { binaryFigures, multiclassFigures, regressionFigures } from './python-figures';
import { type EvaluateParams, evaluateSpec, PART_COLUMN, PART_WORDS } from './spec';

export const evaluateCode = defineCode(evaluateSpec, {
  python({ params: { parts }, inputs: { model, table }, output, name }) {
    const schema = output('predictions');
    if (schema?.type !== 'table') throw new Error('the columns of predictions are known');
    const { classes } = model.schema;
    const columns = namesOf(table, classes);
    const predictions = name('predictions');
    const groups = table.schema.fields.some((field) => field.name === model.rule?.groups) ? predictions : null;
    const answers = askModel({ name }, model, predictions, groups);
    const measured = parts === 'all' ? table.frame : rowsOf(table, parts);
    const figures = (rows: Py): Py => figuresOf(model, table, columns, rows);
    const report = name('report');
    return {
      writes: 'lines',
      lines: [
        line(
          py`${predictions} = ${measured}.copy()`,
          text('The rows that are measured, with what the model says of them.', '측정할 행에 모델의 답을 붙여요.'),
        ),
        ...answers.lines,
        line(py`${predictions}[${columns.predicted}] = ${answers.predicted}`, whyClass(model)),
        ...(answers.probabilities === null
          ? []
          : [line(py`${predictions}[${list(columns.probabilities)}] = ${answers.probabilities}`, BESIDE)]),
        line(partLine(predictions, columns.part, table), PART),
        ...reportLines(
          report,
          predictions,
          figures,
          { parts, part: columns.part, isSplit: table.parts !== null },
          name,
        ),
        line(
          py`print(${call(py`${pd}.DataFrame`, [report])}.astype(float).round(4))`,
          text('The figures by part.', '부분별 지표예요.'),
        ),
      ],
      outputs: {
        report: asReport(report),
        predictions: { ...table, schema, frame: predictions },
      },
    };
  },
});

const BESIDE = text('The probabilities beside it.', '그 옆에 확률을 적어요.');
const PART = text('The part that each row is in.', '행마다 어느 부분에 있는지 적어요.');

const asReport = (figures: Py): PyReport => ({ type: 'report', figures });

interface Names {
  readonly predicted: string;
  readonly probabilities: readonly string[];
  readonly part: string;
}

function namesOf({ schema }: PyTable, classes: readonly string[] | undefined): Names {
  const taken = schema.fields.map((field) => field.name);
  const [predicted = '', ...probabilities] = predictionFields(taken, classes).map((field) => field.name);
  return { predicted, probabilities, part: freeName(PART_COLUMN, new Set([...taken, predicted, ...probabilities])) };
}

const partLine = (predictions: Py, column: string, { parts }: PyTable): Py =>
  parts === null
    ? py`${predictions}[${column}] = ${'train'}`
    : py`${predictions}[${column}] = ${parts}.loc[${predictions}.index]`;

function figuresOf(model: PyModel, table: PyTable, columns: Names, rows: Py): Py {
  const { classes } = model.schema;
  const truth = targetValues(table, model.schema, rows);
  const predicted = py`${rows}[${columns.predicted}]`;
  if (classes === undefined) return call(regressionFigures, [truth, predicted]);
  const probabilities = py`${rows}[${list(columns.probabilities)}]`;
  const [, second = ''] = classes;
  return classes.length === 2
    ? call(binaryFigures, [truth, predicted, probabilities, list(classes), model.rule?.positive ?? second])
    : call(multiclassFigures, [truth, predicted, probabilities, list(classes)]);
}

function reportLines(
  report: Py,
  predictions: Py,
  figures: (rows: Py) => Py,
  {
    parts,
    part,
    isSplit,
  }: { readonly parts: EvaluateParams['parts']; readonly part: string; readonly isSplit: boolean },
  name: (word: string) => Py,
): readonly Line[] {
  const why = text('How good the model is, measured in each part by itself.', '부분마다 따로 모델의 성능을 재요.');
  if (!isSplit || parts !== 'all') {
    const only = parts === 'all' ? 'train' : parts;
    return [line(py`${report} = ${dict([[only, figures(predictions)]])}`, why)];
  }
  const [each, rows] = [name('part'), name('rows')];
  return [
    line(py`${report} = {}`, why),
    block(py`for ${each} in ${list(PART_WORDS)}:`, [
      line(py`${rows} = ${predictions}[${predictions}[${part}] == ${each}]`),
      block(py`if len(${rows}) > 0:`, [line(py`${report}[${each}] = ${figures(rows)}`)]),
    ]),
  ];
}
