import { Failure } from '../../lib/failure';
import { counted, plural } from '../../lib/figures';
import { createRandom, deriveSeed } from '../../lib/random';
import { type Text, text } from '../../lib/text';
import { createYieldIfDue } from '../../lib/yielding';
import { PARTS, stratifiedSplit } from '../../stats/prepare/splitting';
import { roleColumn } from '../../table/columns';
import type { Table } from '../../table/table';
import type { ContinueContext, ContinueRequest } from '../estimator';
import { continuedModel, type FitContext, fittedModel, readExamples } from '../fitted-model';
import { featureMatrix } from '../matrix';
import type { ModelValue } from '../model';
import { rowsToContinue } from '../rows-to-continue';
import type { Target, TaskChoice } from '../target';
import { mostRows, type NeighboursBody } from './neighbours-value';

/** Slices of a quantity's sorted values that a sample is spread over. */
const SLICES = 10;

export interface NeighboursRequest extends Pick<NeighboursBody, 'neighbours' | 'weights' | 'metric'> {
  readonly table: Table;
  readonly task: TaskChoice;
}

/**
 * Nearest neighbours: the training rows themselves, or a seeded sample of them where they are too many, each class or
 * tenth of a quantity in its share. The weight column is not used. Fails with `more-neighbours-than-rows` where there
 * are fewer rows than neighbours.
 */
export async function trainNeighbours(
  { table, task, neighbours, weights, metric }: NeighboursRequest,
  ctx: FitContext,
): Promise<ModelValue> {
  const examples = readExamples(table, task);
  const { features, target } = examples;
  const rows = sample(examples.rows, target, mostRows(features.length), ctx.seed);
  if (rows.length < neighbours) throw tooManyNeighbours(neighbours, rows.length);
  sayWeightsIgnored(table, ctx.log);
  if (rows.length < examples.rows.length) {
    ctx.log(
      text(
        `${counted(examples.rows.length, 'training row')} are more than the model may carry: a sample of ${rows.length} was kept.`,
        `학습 행 ${examples.rows.length}개는 모델에 담을 수 있는 것보다 많아 ${rows.length}개만 뽑아 담았어요.`,
      ),
    );
  }
  const body: NeighboursBody = {
    type: 'neighbours',
    neighbours,
    weights,
    metric,
    features: features.length,
    rows: await gather(table, features, rows, ctx.signal),
    targets: target.values(rows),
  };
  const model = fittedModel({ ...examples, rows }, body, ctx);
  sayCarries(model, rows.length, ctx.log);
  return model;
}

/** Takes further rows in, as {@link Estimator.continueTraining}; where they are too many, the oldest go. */
export async function continueNeighbours(
  request: ContinueRequest,
  body: NeighboursBody,
  ctx: ContinueContext,
): Promise<ModelValue> {
  const { model, table, seed } = request;
  const { rows, target } = rowsToContinue(request, ctx);
  sayWeightsIgnored(table, ctx.log);
  const { features } = body;
  const most = mostRows(features);
  const all = body.targets.length + rows.length;
  const grown: NeighboursBody = {
    ...body,
    rows: joined(body.rows, await gather(table, model.features, rows, ctx.signal), most * features),
    targets: joined(body.targets, target.values(rows), most),
  };
  if (all > most) {
    ctx.log(
      text(
        `The ${counted(all - most, 'oldest row')} ${plural(all - most, 'was', 'were')} left out, since a model carries at most ${most}.`,
        `모델에는 행을 ${most}개까지만 담을 수 있어 가장 오래된 ${all - most}개를 뺐어요.`,
      ),
    );
  }
  const next = continuedModel(model, grown, rows.length, seed);
  sayCarries(next, grown.targets.length, ctx.log);
  return next;
}

/** Rows gathered at once. */
const BLOCK = 4_096;

async function gather(
  table: Table,
  features: readonly string[],
  rows: Uint32Array,
  signal: AbortSignal,
): Promise<Float64Array> {
  const yieldIfDue = createYieldIfDue(signal, () => performance.now());
  const values = new Float64Array(rows.length * features.length);
  for (let from = 0; from < rows.length; from += BLOCK) {
    await yieldIfDue();
    values.set(
      featureMatrix(table, features, rows.subarray(from, from + BLOCK), 'double').values,
      from * features.length,
    );
  }
  return values;
}

/** The last `most` numbers of two lists, one after the other. */
function joined(first: Float64Array, second: Float64Array, most: number): Float64Array {
  const all = new Float64Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all.slice(Math.max(0, all.length - most));
}

function sample(rows: Uint32Array, target: Target, most: number, seed: number): Uint32Array {
  if (rows.length <= most) return rows;
  const values = target.values(rows);
  const classes = target.info.classes?.length ?? SLICES;
  const strata = target.info.classes === undefined ? slices(values) : Int32Array.from(values);
  const counts = { train: most, validation: rows.length - most, test: 0 };
  const parts = stratifiedSplit(strata, classes, counts, createRandom(deriveSeed(seed, 'neighbours')));
  return rows.filter((_, i) => parts[i] === PARTS.train);
}

/** Which tenth of the sorted values each is in. */
function slices(values: Float64Array): Int32Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const slice = new Int32Array(values.length);
  order.forEach((at, rank) => {
    slice[at] = Math.floor((rank * SLICES) / values.length);
  });
  return slice;
}

function sayWeightsIgnored(table: Table, log: (message: Text) => void): void {
  const column = roleColumn(table, 'weight');
  if (column === null) return;
  log(
    text(
      `The weights in “${column.name}” are not used: nearest neighbours count whole rows.`,
      `“${column.name}” 열의 가중치는 쓰지 않아요. 최근접 이웃은 행을 하나씩 세어요.`,
    ),
  );
}

/** Column names in a sentence, at most. */
const NAMED = 12;

function sayCarries({ features, target }: ModelValue, rows: number, log: (message: Text) => void): void {
  const columns = [...features, target.name];
  const names = columns.slice(0, NAMED).join(', ');
  const more = columns.length - NAMED;
  log(
    text(
      `The model carries ${counted(rows, 'training row')} with ${counted(columns.length, 'column')}, for everyone who gets it to read: ${names}${more > 0 ? ` and ${more} more` : ''}.`,
      `모델에 학습 행 ${rows}개와 열 ${columns.length}개가 그대로 담겨 있어, 모델을 받은 사람은 누구나 읽을 수 있어요: ${names}${more > 0 ? ` 외 ${more}개` : ''}.`,
    ),
  );
}

function tooManyNeighbours(neighbours: number, rows: number): Failure {
  return new Failure({
    code: 'more-neighbours-than-rows',
    message: text(
      `There are ${counted(rows, 'training row')}, fewer than the ${counted(neighbours, 'neighbour')} to ask.`,
      `학습 행이 ${rows}개뿐이라 이웃 ${neighbours}개를 찾을 수 없어요.`,
    ),
    hint: text(
      `Lower the neighbours to ${rows} or less, or train on more rows.`,
      `이웃 수를 ${rows} 이하로 낮추거나 행을 더 넣어 주세요.`,
    ),
  });
}
