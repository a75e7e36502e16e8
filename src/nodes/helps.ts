import type { KindHelp } from './contract/help';
import { fileHelp } from './ingest/file/help';
import { lakeHelp } from './ingest/lake/help';
import { sampleHelp } from './ingest/sample/help';
import { syntheticHelp } from './ingest/synthetic/help';
import { columnsHelp } from './prepare/columns/help';
import { encodeHelp } from './prepare/encode/help';
import { imageHelp } from './prepare/image/help';
import { missingHelp } from './prepare/missing/help';
import { scaleHelp } from './prepare/scale/help';
import { splitHelp } from './prepare/split/help';
import { combineHelp } from './retrain/combine/help';
import { demandHelp } from './retrain/demand/help';
import { distributionHelp } from './retrain/distribution/help';
import { gateHelp } from './retrain/gate/help';
import { monitorHelp } from './retrain/monitor/help';
import { newDataHelp } from './retrain/new-data/help';
import { performanceHelp } from './retrain/performance/help';
import { scheduleHelp } from './retrain/schedule/help';
import { streamHelp } from './retrain/stream/help';
import { trainHelp } from './retrain/train/help';
import { deployHelp } from './serve/deploy/help';
import { predictHelp } from './serve/predict/help';
import type { KindId } from './specs';
import { bayesHelp } from './train/bayes/help';
import { cnnHelp } from './train/cnn/help';
import { denseHelp } from './train/dense/help';
import { evaluateHelp } from './train/evaluate/help';
import { linearHelp } from './train/linear/help';
import { neighboursHelp } from './train/neighbours/help';
import { savedHelp } from './train/saved/help';
import { thresholdHelp } from './train/threshold/help';

/** What each kind says of itself: one line a kind. Too much for the first paint, so the page fetches it afterwards. */
export const helps: Readonly<Record<string, KindHelp>> = {
  'ingest.sample': sampleHelp,
  'ingest.synthetic': syntheticHelp,
  'ingest.file': fileHelp,
  'ingest.lake': lakeHelp,
  'prepare.columns': columnsHelp,
  'prepare.split': splitHelp,
  'prepare.missing': missingHelp,
  'prepare.encode': encodeHelp,
  'prepare.scale': scaleHelp,
  'prepare.image': imageHelp,
  'train.dense': denseHelp,
  'train.linear': linearHelp,
  'train.neighbours': neighboursHelp,
  'train.bayes': bayesHelp,
  'train.cnn': cnnHelp,
  'train.saved': savedHelp,
  'train.threshold': thresholdHelp,
  'train.evaluate': evaluateHelp,
  'serve.predict': predictHelp,
  'serve.deploy': deployHelp,
  'retrain.stream': streamHelp,
  'retrain.monitor': monitorHelp,
  'retrain.demand': demandHelp,
  'retrain.schedule': scheduleHelp,
  'retrain.new-data': newDataHelp,
  'retrain.performance': performanceHelp,
  'retrain.distribution': distributionHelp,
  'retrain.combine': combineHelp,
  'retrain.train': trainHelp,
  'retrain.gate': gateHelp,
} satisfies Readonly<Record<KindId, KindHelp>>;
