import { liveOnly } from '../../contract/live-only';
import { gateSpec } from './spec';

export const gateRunner = liveOnly(gateSpec);
