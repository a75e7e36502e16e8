import type { TrainingSettings } from '../../models/network/trainer';
import type { TrainingParams } from './training-params';

/** The trainer's settings from a kind's parameters. */
export function trainingSettings(params: TrainingParams): TrainingSettings {
  const { epochs, batchSize, optimizer, learningRate, clipNorm, patience, minDelta, warmUp } = params;
  return {
    epochs,
    batchSize,
    optimizer,
    learningRate,
    clipNorm,
    schedule: { type: params.schedule, factor: params.scheduleFactor, every: params.scheduleEvery, warmUp },
    earlyStopping: params.earlyStopping ? { patience, minDelta } : null,
  };
}
