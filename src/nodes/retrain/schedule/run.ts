import { liveOnly } from '../../contract/live-only';
import { scheduleSpec } from './spec';

export const scheduleRunner = liveOnly(scheduleSpec);
