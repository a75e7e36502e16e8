import { liveOnly } from '../../contract/live-only';
import { performanceSpec } from './spec';

export const performanceRunner = liveOnly(performanceSpec);
