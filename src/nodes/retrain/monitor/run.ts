import { liveOnly } from '../../contract/live-only';
import { monitorSpec } from './spec';

export const monitorRunner = liveOnly(monitorSpec);
