import { liveOnly } from '../../live-only';
import { trainParams } from './params';

export const trainRunner = liveOnly('retrain.train', trainParams);
