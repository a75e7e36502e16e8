import type { MessageKey } from '../../i18n/catalogue';
import type { NodeStatus } from '../../store/types';

export const statusWord: Readonly<Record<NodeStatus, MessageKey>> = {
  idle: 'inspector.stateIdle',
  waiting: 'inspector.stateWaiting',
  running: 'inspector.stateRunning',
  completed: 'inspector.stateCompleted',
  cached: 'inspector.stateCached',
  failed: 'inspector.stateFailed',
  skipped: 'inspector.stateSkipped',
  cancelled: 'inspector.stateCancelled',
  stale: 'inspector.stateStale',
};
