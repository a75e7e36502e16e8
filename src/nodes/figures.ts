import type { FigureWords } from './contract/figure-words';
import { combineFigures } from './retrain/combine/figures';
import { demandFigures } from './retrain/demand/figures';
import { distributionFigures } from './retrain/distribution/figures';
import { gateFigures } from './retrain/gate/figures';
import { monitorFigures } from './retrain/monitor/figures';
import { newDataFigures } from './retrain/new-data/figures';
import { performanceFigures } from './retrain/performance/figures';
import { scheduleFigures } from './retrain/schedule/figures';
import { streamFigures } from './retrain/stream/figures';
import { trainFigures } from './retrain/train/figures';
import { deployFigures } from './serve/deploy/figures';

/** What the figures of each live kind are called: one line a kind. */
const FIGURES: Readonly<Record<string, FigureWords>> = {
  'retrain.combine': combineFigures,
  'retrain.demand': demandFigures,
  'retrain.distribution': distributionFigures,
  'retrain.gate': gateFigures,
  'retrain.monitor': monitorFigures,
  'retrain.new-data': newDataFigures,
  'retrain.performance': performanceFigures,
  'retrain.schedule': scheduleFigures,
  'retrain.stream': streamFigures,
  'retrain.train': trainFigures,
  'serve.deploy': deployFigures,
};

/** What the figures of a kind are called; none of a kind that says none. */
export const figureWords = (kind: string): FigureWords => FIGURES[kind] ?? {};
