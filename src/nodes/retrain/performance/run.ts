import { liveOnly } from '../../live-only';
import { performanceParams } from './spec';

export const performanceRunner = liveOnly('retrain.performance', performanceParams);
