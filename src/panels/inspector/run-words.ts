import './words';
import type { MessageKey } from '../../i18n/catalogue';
import type { LiveLevel } from '../../nodes/contract/live-events';
import type { NodeStatus } from '../../store/run/run-state';

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

export const levelWord: Readonly<Record<LiveLevel, MessageKey>> = {
  ok: 'loop.levelOk',
  busy: 'loop.levelBusy',
  warning: 'loop.levelWarning',
  alarm: 'loop.levelAlarm',
};
