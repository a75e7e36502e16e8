import { liveOnly } from '../../live-only';
import { demandParams } from './spec';

export const demandRunner = liveOnly('retrain.demand', demandParams);
