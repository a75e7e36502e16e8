import { text } from '../../lib/text';
import type { TrainingNode } from '../python/estimators';
import { block, type Line, line, np, type Py, py } from '../python/py';
import type { TrainingParams } from './training-params';

/** The learning rate by epoch and by how often a plateau has lowered it: a function, and the lines that define it. */
export function rateCode(
  node: TrainingNode,
  params: TrainingParams,
): { readonly rate: Py; readonly lines: readonly Line[] } {
  const { learningRate, warmUp } = params;
  if (params.schedule === 'constant' && warmUp === 0)
    return { rate: py`lambda epoch, drops: ${learningRate}`, lines: [] };
  const rate = node.name('learning_rate');
  const rising = block(py`if epoch < ${warmUp}:`, [line(py`return ${learningRate} * (epoch + 0.001) / ${warmUp}`)]);
  return {
    rate,
    lines: [
      block(
        py`def ${rate}(epoch, drops):`,
        [...(warmUp > 0 ? [rising] : []), line(py`return ${scheduled(params)}`)],
        text('The learning rate, which changes while training goes on.', '학습이 진행되면서 바뀌는 학습률이에요.'),
      ),
    ],
  };
}

function scheduled({ schedule, learningRate, scheduleFactor, scheduleEvery, warmUp, epochs }: TrainingParams): Py {
  const since = warmUp > 0 ? py`(epoch - ${warmUp})` : py`epoch`;
  const span = Math.max(epochs - warmUp, 1);
  switch (schedule) {
    case 'constant':
      return py`${learningRate}`;
    case 'step':
      return py`${learningRate} * ${scheduleFactor} ** (${since} // ${scheduleEvery})`;
    case 'cosine':
      return py`${learningRate} * (1 + ${np}.cos(${np}.pi * ${since} / ${span})) / 2`;
    case 'exponential':
      return py`${learningRate} * ${scheduleFactor} ** (${since} / ${span})`;
    case 'plateau':
      return py`${learningRate} * ${scheduleFactor} ** drops`;
  }
}
