import { liveOnly } from '../../live-only';
import { gateParams } from './spec';

export const gateRunner = liveOnly('retrain.gate', gateParams);
