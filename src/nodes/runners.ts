import type { Runner } from './contract/runner';
import { fileRunner } from './ingest/file/run';
import { lakeRunner } from './ingest/lake/run';
import { sampleRunner } from './ingest/sample/run';
import { syntheticRunner } from './ingest/synthetic/run';
import { columnsRunner } from './prepare/columns/run';
import { encodeRunner } from './prepare/encode/run';
import { imageRunner } from './prepare/image/run';
import { missingRunner } from './prepare/missing/run';
import { scaleRunner } from './prepare/scale/run';
import { splitRunner } from './prepare/split/run';
import { combineRunner } from './retrain/combine/run';
import { demandRunner } from './retrain/demand/run';
import { distributionRunner } from './retrain/distribution/run';
import { gateRunner } from './retrain/gate/run';
import { monitorRunner } from './retrain/monitor/run';
import { newDataRunner } from './retrain/new-data/run';
import { performanceRunner } from './retrain/performance/run';
import { scheduleRunner } from './retrain/schedule/run';
import { streamRunner } from './retrain/stream/run';
import { trainRunner } from './retrain/train/run';
import { deployRunner } from './serve/deploy/run';
import { predictRunner } from './serve/predict/run';
import { bayesRunner } from './train/bayes/run';
import { cnnRunner } from './train/cnn/run';
import { denseRunner } from './train/dense/run';
import { evaluateRunner } from './train/evaluate/run';
import { linearRunner } from './train/linear/run';
import { neighboursRunner } from './train/neighbours/run';
import { savedRunner } from './train/saved/run';
import { thresholdRunner } from './train/threshold/run';

/** Every kind's runner, by kind id: one line a kind. Loaded in the engine only. */
export const runners: readonly Runner[] = [
  sampleRunner,
  syntheticRunner,
  fileRunner,
  lakeRunner,
  columnsRunner,
  splitRunner,
  missingRunner,
  encodeRunner,
  scaleRunner,
  imageRunner,
  denseRunner,
  linearRunner,
  neighboursRunner,
  bayesRunner,
  cnnRunner,
  savedRunner,
  thresholdRunner,
  evaluateRunner,
  predictRunner,
  deployRunner,
  streamRunner,
  monitorRunner,
  demandRunner,
  scheduleRunner,
  newDataRunner,
  performanceRunner,
  distributionRunner,
  combineRunner,
  trainRunner,
  gateRunner,
];
