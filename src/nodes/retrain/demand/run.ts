import { liveOnly } from '../../contract/live-only';
import { demandSpec } from './spec';

export const demandRunner = liveOnly(demandSpec);
