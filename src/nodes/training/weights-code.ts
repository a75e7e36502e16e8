import { text } from '../../lib/text';
import { type Examples, type TrainingNode, targetValues } from '../python/estimators';
import { call, imported, type Line, line, type Py, py } from '../python/py';

const sampleWeight = imported('sklearn.utils.class_weight', 'compute_sample_weight');

/** The name of the column that says how much each row counts, or null. */
export const weightColumn = ({ schema }: Examples['table']): string | null =>
  schema.fields.find(({ role }) => role === 'weight')?.name ?? null;

/**
 * How much each training row counts, with mean 1, and the lines that say so; null where all count alike. Balanced
 * classes count alike in sum, by their numbers of rows.
 */
export function rowWeightsCode(
  node: TrainingNode,
  { table, schema, train }: Examples,
  balanced: boolean,
): { readonly weights: Py; readonly lines: readonly Line[] } | null {
  const column = weightColumn(table);
  const balances = balanced && schema.task !== 'regression';
  if (column === null && !balances) return null;
  const weights = node.name('weights');
  const balance = balances ? call(sampleWeight, ['balanced', targetValues(table, schema, train)]) : null;
  const given = column === null ? null : py`${train}[${column}]`;
  const both = given !== null && balance !== null ? py`${given} * ${balance}` : (given ?? balance ?? weights);
  return {
    weights,
    lines: [
      line(py`${weights} = ${both}`, balances ? BALANCED : COUNTED),
      ...(column === null ? [] : [line(py`${weights} = ${weights} / ${weights}.mean()`)]),
    ],
  };
}

const COUNTED = text(
  'How much each row counts, as its column says, on average 1.',
  '열에 적힌 대로 행마다 중요도를 주고, 평균이 1이 되게 해요.',
);
const BALANCED = text('Rare classes count as much as common ones.', '드문 클래스도 흔한 클래스만큼 중요하게 봐요.');
