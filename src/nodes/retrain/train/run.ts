import { liveOnly } from '../../contract/live-only';
import { trainSpec } from './spec';

export const trainRunner = liveOnly(trainSpec);
