import { liveOnly } from '../../contract/live-only';
import { distributionParams } from './spec';

export const distributionRunner = liveOnly('retrain.distribution', distributionParams);
