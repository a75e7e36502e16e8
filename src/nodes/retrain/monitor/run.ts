import { liveOnly } from '../../contract/live-only';
import { monitorParams } from './spec';

export const monitorRunner = liveOnly('retrain.monitor', monitorParams);
