import type { AnyCode } from './contract/code';
import { fileCode } from './ingest/file/code';
import { lakeCode } from './ingest/lake/code';
import { sampleCode } from './ingest/sample/code';
import { syntheticCode } from './ingest/synthetic/code';
import { columnsCode } from './prepare/columns/code';
import { encodeCode } from './prepare/encode/code';
import { imageCode } from './prepare/image/code';
import { missingCode } from './prepare/missing/code';
import { scaleCode } from './prepare/scale/code';
import { splitCode } from './prepare/split/code';
import { combineCode } from './retrain/combine/code';
import { demandCode } from './retrain/demand/code';
import { distributionCode } from './retrain/distribution/code';
import { gateCode } from './retrain/gate/code';
import { monitorCode } from './retrain/monitor/code';
import { newDataCode } from './retrain/new-data/code';
import { performanceCode } from './retrain/performance/code';
import { scheduleCode } from './retrain/schedule/code';
import { streamCode } from './retrain/stream/code';
import { trainCode } from './retrain/train/code';
import { deployCode } from './serve/deploy/code';
import { predictCode } from './serve/predict/code';
import { bayesCode } from './train/bayes/code';
import { cnnCode } from './train/cnn/code';
import { denseCode } from './train/dense/code';
import { evaluateCode } from './train/evaluate/code';
import { linearCode } from './train/linear/code';
import { neighboursCode } from './train/neighbours/code';
import { savedCode } from './train/saved/code';
import { thresholdCode } from './train/threshold/code';

/** How every kind is written in Python: one line a kind. Loaded when somebody asks for it. */
export const codes: readonly AnyCode[] = [
  sampleCode,
  syntheticCode,
  fileCode,
  lakeCode,
  columnsCode,
  splitCode,
  missingCode,
  encodeCode,
  scaleCode,
  imageCode,
  denseCode,
  linearCode,
  neighboursCode,
  bayesCode,
  cnnCode,
  savedCode,
  thresholdCode,
  evaluateCode,
  predictCode,
  deployCode,
  streamCode,
  monitorCode,
  demandCode,
  scheduleCode,
  newDataCode,
  performanceCode,
  distributionCode,
  combineCode,
  trainCode,
  gateCode,
];
