import { liveOnly } from '../../contract/live-only';
import { gateParams } from './params';

export const gateRunner = liveOnly('retrain.gate', gateParams);
