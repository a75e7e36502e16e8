import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { text } from '../lib/text';
import type { Table } from '../table/table';
import type { ModelValue } from './model';

/** Fails with `feature-not-found` where the table lacks a column that the model reads. */
export function requireFeatures(model: ModelValue, table: Table): void {
  const names = new Set(table.columns.map((column) => column.name));
  const absent = model.features.filter((name) => !names.has(name));
  const [first] = absent;
  if (first === undefined) return;
  const more = absent.length - 1;
  throw new Failure({
    code: 'feature-not-found',
    column: first,
    port: 'table',
    message: text(
      `The model reads column “${first}”${more > 0 ? ` and ${more} more` : ''}, which this table does not have.`,
      korean`모델이 읽는 “${first}” 열${more > 0 ? ` 외 ${more}개` : ''}이(가) 이 표에 없어요.`,
    ),
    hint: text(
      'Connect the table that the model was trained on, or one prepared by the same steps.',
      '모델을 학습시킨 표나 같은 단계로 준비한 표를 연결하세요.',
    ),
  });
}
