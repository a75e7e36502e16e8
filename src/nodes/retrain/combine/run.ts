import { liveOnly } from '../../live-only';
import { combineParams } from './spec';

export const combineRunner = liveOnly('retrain.combine', combineParams);
