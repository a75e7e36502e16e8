import { liveOnly } from '../../contract/live-only';
import { distributionSpec } from './spec';

export const distributionRunner = liveOnly(distributionSpec);
