import { liveOnly } from '../../contract/live-only';
import { newDataParams } from './spec';

export const newDataRunner = liveOnly('retrain.new-data', newDataParams);
