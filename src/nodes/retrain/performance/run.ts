import { liveOnly } from '../../contract/live-only';
import { performanceParams } from './spec';

export const performanceRunner = liveOnly('retrain.performance', performanceParams);
