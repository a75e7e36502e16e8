import type { LiveRunner } from './contract/live';
import { combineLive } from './retrain/combine/live';
import { demandLive } from './retrain/demand/live';
import { distributionLive } from './retrain/distribution/live';
import { gateLive } from './retrain/gate/live';
import { monitorLive } from './retrain/monitor/live';
import { newDataLive } from './retrain/new-data/live';
import { performanceLive } from './retrain/performance/live';
import { scheduleLive } from './retrain/schedule/live';
import { streamLive } from './retrain/stream/live';
import { trainLive } from './retrain/train/live';
import { deployLive } from './serve/deploy/live';

/** The live half of every kind that has one: one line a kind. Loaded in the engine only. */
export const liveRunners: readonly LiveRunner[] = [
  streamLive,
  deployLive,
  monitorLive,
  demandLive,
  scheduleLive,
  newDataLive,
  performanceLive,
  distributionLive,
  combineLive,
  trainLive,
  gateLive,
];
