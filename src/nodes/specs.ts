import type { AnySpec } from './contract/kind';
import { fileSpec } from './ingest/file/spec';
import { lakeSpec } from './ingest/lake/spec';
import { sampleSpec } from './ingest/sample/spec';
import { syntheticSpec } from './ingest/synthetic/spec';
import { columnsSpec } from './prepare/columns/spec';
import { encodeSpec } from './prepare/encode/spec';
import { imageSpec } from './prepare/image/spec';
import { missingSpec } from './prepare/missing/spec';
import { scaleSpec } from './prepare/scale/spec';
import { splitSpec } from './prepare/split/spec';
import { combineSpec } from './retrain/combine/spec';
import { demandSpec } from './retrain/demand/spec';
import { distributionSpec } from './retrain/distribution/spec';
import { gateSpec } from './retrain/gate/spec';
import { monitorSpec } from './retrain/monitor/spec';
import { newDataSpec } from './retrain/new-data/spec';
import { performanceSpec } from './retrain/performance/spec';
import { scheduleSpec } from './retrain/schedule/spec';
import { streamSpec } from './retrain/stream/spec';
import { trainSpec } from './retrain/train/spec';
import { deploySpec } from './serve/deploy/spec';
import { predictSpec } from './serve/predict/spec';
import { bayesSpec } from './train/bayes/spec';
import { cnnSpec } from './train/cnn/spec';
import { denseSpec } from './train/dense/spec';
import { evaluateSpec } from './train/evaluate/spec';
import { linearSpec } from './train/linear/spec';
import { neighboursSpec } from './train/neighbours/spec';
import { savedSpec } from './train/saved/spec';
import { thresholdSpec } from './train/threshold/spec';

/** Every kind, in the palette's order: one line a kind. */
export const specs = [
  sampleSpec,
  syntheticSpec,
  fileSpec,
  lakeSpec,
  columnsSpec,
  splitSpec,
  missingSpec,
  encodeSpec,
  scaleSpec,
  imageSpec,
  denseSpec,
  linearSpec,
  neighboursSpec,
  bayesSpec,
  cnnSpec,
  savedSpec,
  thresholdSpec,
  evaluateSpec,
  predictSpec,
  deploySpec,
  streamSpec,
  monitorSpec,
  demandSpec,
  scheduleSpec,
  newDataSpec,
  performanceSpec,
  distributionSpec,
  combineSpec,
  trainSpec,
  gateSpec,
] as const satisfies readonly AnySpec[];

/** The id of a kind of this build. */
export type KindId = (typeof specs)[number]['id'];
