import { liveOnly } from '../../live-only';
import { trainParams } from './spec';

export const trainRunner = liveOnly('retrain.train', trainParams);
