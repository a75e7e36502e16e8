import type { PredictContext } from './estimator';
import { estimatorOf } from './estimators';
import { invalidModelFile } from './invalid-model-file';
import type { ModelValue } from './model';

/**
 * Refuses a model that is well formed and cannot work, whatever its family. Throws a Failure `model-file-invalid`.
 */
export async function checkModel(model: ModelValue, ctx: PredictContext): Promise<void> {
  const { task, target, decision } = model;
  const classes = target.classes?.length ?? 0;
  if (task === 'binary' && classes !== 2) throw invalidModelFile('two classes are needed');
  if (task === 'multiclass' && classes < 3) throw invalidModelFile('three classes or more are needed');
  if (task === 'regression' && classes > 0) throw invalidModelFile('a quantity has no classes');
  if (decision !== null && !target.classes?.includes(decision.positive)) {
    throw invalidModelFile(`its rule speaks of “${decision.positive}”, which is none of its classes`);
  }
  await estimatorOf(model.body).check(model, ctx);
}
