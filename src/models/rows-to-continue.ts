import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import type { ContinueContext, ContinueRequest } from './estimator';
import { type FrozenTarget, frozenTarget } from './frozen-target';
import { requireFeatures } from './required-features';

/**
 * The rows that a model of any family can go on learning from, with those left out told in the log. Fails with
 * `feature-not-found` where the table lacks a feature and `too-few-rows` where no row is left.
 */
export function rowsToContinue(
  { model, table, rows }: Pick<ContinueRequest, 'model' | 'table' | 'rows'>,
  { log }: Pick<ContinueContext, 'log'>,
): FrozenTarget {
  requireFeatures(model, table);
  const known = frozenTarget(model, table, rows);
  sayLeftOut(known, log);
  if (known.rows.length === 0) throw noRows(model.target.name);
  return known;
}

function sayLeftOut({ unlabelled, unknown }: FrozenTarget, log: (message: Text) => void): void {
  if (unlabelled > 0) {
    log(
      text(
        `${unlabelled} ${unlabelled === 1 ? 'row was' : 'rows were'} left out: the target is missing.`,
        `목표 값이 없는 행 ${unlabelled}개를 뺐어요.`,
      ),
    );
  }
  if (unknown.size === 0) return;
  const count = [...unknown.values()].reduce((sum, rows) => sum + rows, 0);
  const names = [...unknown.keys()].sort().slice(0, 3);
  const list = `${names.map((name) => `“${name}”`).join(', ')}${unknown.size > names.length ? ', …' : ''}`;
  log(
    text(
      `${count} ${count === 1 ? 'row was' : 'rows were'} left out: the model does not know the target ${list}.`,
      korean`모델이 모르는 목표 값(${list})(이)라 행 ${count}개를 뺐어요.`,
    ),
  );
}

function noRows(target: string): Failure {
  return new Failure({
    code: 'no-row-to-learn',
    column: target,
    message: text(
      'No row is left to learn from: none has a target that the model knows.',
      '모델이 아는 목표 값을 가진 행이 없어 학습할 수 없어요.',
    ),
    hint: text(
      'Wait for more labelled rows, or choose full retraining, which learns new classes.',
      '라벨이 더 모일 때까지 기다리거나, 새 클래스도 배우는 전체 재학습을 고르세요.',
    ),
  });
}
