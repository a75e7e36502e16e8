import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import { checkModel } from '../models/check-model';
import { invalidModelFile } from '../models/invalid-model-file';
import type { ModelValue } from '../models/model';
import { readModelFile } from '../models/model-file';
import { type PredictRowsContext, predictRawRows } from './predict-raw-rows';
import { predictionInputs } from './prediction-inputs';

/**
 * The model in a file from outside, tried on two rows: the usual one, and one of which nothing is known. Fails with
 * `model-file-invalid` where it is no model, or one that cannot answer; what is wrong with this machine (a backend that is
 * not there, a kind of step that is not known) is said as it is.
 */
export async function openModelFile(source: string, ctx: PredictRowsContext): Promise<ModelValue> {
  const model = readModelFile(source);
  await checkModel(model, ctx);
  const [usual] = await tried(async () => {
    const inputs = predictionInputs(model, ctx);
    // Images cannot be given as text: what answers them is tried by its family's check alone.
    if (inputs.some(({ field }) => field.type === 'image')) return [];
    const cells = inputs.map(({ field, typical }) => [field.name, typical === '' ? null : typical]);
    return predictRawRows(model, [Object.fromEntries(cells), {}], ctx);
  });
  if (usual !== undefined && 'failures' in usual && !OF_ROWS.has(usual.failures[0].code)) {
    throw invalidModelFile(ofRow(usual.failures[0].message));
  }
  return model;
}

/** Why even a usual row may go without an answer: a value that nothing is usual for. */
const OF_ROWS: ReadonlySet<string> = new Set(['row-dropped', 'raw-value-missing']);

const UNFIT = text('its steps and numbers do not fit together', '단계와 수가 서로 맞지 않아요');
const ofRow = ({ en, ko }: Text): Text =>
  text(
    `a usual row gets no answer (${en.replace(/\.$/, '')})`,
    `보통의 행에도 답하지 못해요(${ko.replace(/\.$/, '')})`,
  );

async function tried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw invalidModelFile(UNFIT);
    const { code, message } = cause.detail;
    throw OF_MACHINES.has(code) ? cause : invalidModelFile(ofRow(message));
  }
}

const OF_MACHINES: ReadonlySet<string> = new Set(['backend-unavailable', 'unknown-step']);
