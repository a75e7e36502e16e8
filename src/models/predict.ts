import { Failure, throwIfCancelled } from '../lib/failure';
import { text } from '../lib/text';
import { createYielder } from '../lib/yielding';
import type { Table } from '../table/table';
import type { PredictContext, Scores } from './estimator';
import { estimatorOf } from './estimators';
import { featureMatrix } from './matrix';
import type { ModelValue } from './model';

/** Numbers of input that are scored at once. */
const BATCH_NUMBERS = 1 << 18;
const BATCH_ROWS = 4_096;

/** A model kept open between predictions. */
export interface Predictor {
  /** As {@link predictTable}, to the bit. One at a time. */
  predict(table: Table, rows: Uint32Array): Promise<Scores>;
  /** Frees what was opened; it is opened anew should another prediction be asked for. */
  dispose(): void;
}

/**
 * Scores the rows of a prepared table (its columns are the model's features), whatever the model's family.
 * `rows` are row numbers of the table; the scores come in their order, every one finite. Throws a Failure naming the
 * column and row where a feature is absent or missing, and `model-diverged` where the model answers with something
 * that is no number.
 */
export async function predictTable(
  model: ModelValue,
  table: Table,
  rows: Uint32Array,
  ctx: PredictContext,
): Promise<Scores> {
  const predictor = openPredictor(model, ctx);
  try {
    return await predictor.predict(table, rows);
  } finally {
    predictor.dispose();
  }
}

/** Opens a model. `dispose` it after the last prediction. */
export function openPredictor(model: ModelValue, ctx: PredictContext): Predictor {
  const estimator = estimatorOf(model.body);
  const scorer = estimator.open(model, ctx);
  const gather = (table: Table, rows: Uint32Array) => featureMatrix(table, model.features, rows, estimator.precision);
  return {
    dispose: scorer.dispose,
    async predict(table, rows) {
      const { shape } = gather(table, new Uint32Array(0));
      const size = shape.reduce((product, n) => product * n, 1);
      const batch = Math.max(1, Math.min(BATCH_ROWS, Math.floor(BATCH_NUMBERS / size)));
      const outputs = model.target.classes?.length ?? 1;
      const scores = new Float64Array(rows.length * outputs);
      const yielder = createYielder(ctx.signal, () => performance.now());
      for (let at = 0; at < rows.length; at += batch) {
        throwIfCancelled(ctx.signal);
        const part = await scorer.score(gather(table, rows.subarray(at, at + batch)));
        scores.set(part.scores, at * outputs);
        if (yielder.due()) await yielder.pause();
      }
      if (!scores.every(Number.isFinite)) throw diverged();
      return { scores, outputs };
    },
  };
}

/** A model whose training blew up, or a row far beyond what it was trained on. */
function diverged(): Failure {
  return new Failure({
    code: 'model-diverged',
    port: 'model',
    message: text('The model answers with values that are not numbers.', '모델이 수가 아닌 값을 답해요.'),
    hint: text(
      'Look for values far out of range; a network may need a lower learning rate.',
      '범위를 크게 벗어난 값이 있는지 확인해 주세요. 신경망이라면 학습률을 낮추어 다시 학습해 주세요.',
    ),
  });
}
