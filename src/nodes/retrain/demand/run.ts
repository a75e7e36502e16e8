import { liveOnly } from '../../contract/live-only';
import { demandParams } from './spec';

export const demandRunner = liveOnly('retrain.demand', demandParams);
