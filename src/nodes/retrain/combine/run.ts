import { liveOnly } from '../../contract/live-only';
import { combineParams } from './spec';

export const combineRunner = liveOnly('retrain.combine', combineParams);
