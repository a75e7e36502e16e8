import type { LiveRunner } from './live';
import { gateLive } from './retrain/gate/live';
import { monitorLive } from './retrain/monitor/live';
import { performanceLive } from './retrain/performance/live';
import { streamLive } from './retrain/stream/live';
import { trainLive } from './retrain/train/live';
import { deployLive } from './serve/deploy/live';

/** The live half of every kind that has one: one line a kind. Loaded in the engine only. */
export const liveRunners: readonly LiveRunner[] = [
  streamLive,
  deployLive,
  monitorLive,
  performanceLive,
  trainLive,
  gateLive,
];
