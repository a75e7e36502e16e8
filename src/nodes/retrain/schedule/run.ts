import { liveOnly } from '../../contract/live-only';
import { scheduleParams } from './spec';

export const scheduleRunner = liveOnly('retrain.schedule', scheduleParams);
