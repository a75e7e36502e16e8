import { liveOnly } from '../../contract/live-only';
import { combineSpec } from './spec';

export const combineRunner = liveOnly(combineSpec);
