import { liveOnly } from '../../contract/live-only';
import { newDataSpec } from './spec';

export const newDataRunner = liveOnly(newDataSpec);
