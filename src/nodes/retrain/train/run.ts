import { liveOnly } from '../../contract/live-only';
import { trainParams } from './params';

export const trainRunner = liveOnly('retrain.train', trainParams);
