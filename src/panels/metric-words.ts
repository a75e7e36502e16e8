import type { MessageKey } from '../i18n/catalogue';
import { formatFigure, formatFixed, formatPercent } from '../i18n/format';
import type { Language } from '../lib/text';

interface MetricWords {
  readonly title: MessageKey;
  readonly help: MessageKey;
  /** Whether a larger figure is a better one. */
  readonly larger: boolean;
  /** Lies in 0 … 1 (or at most 1), and is written with fixed decimals. */
  readonly share: boolean;
}

const share = (title: MessageKey, help: MessageKey): MetricWords => ({ title, help, larger: true, share: true });
const error = (title: MessageKey, help: MessageKey): MetricWords => ({ title, help, larger: false, share: false });

const METRICS: Readonly<Record<string, MetricWords>> = {
  accuracy: share('panels.accuracy', 'metrics.accuracy'),
  balancedAccuracy: share('panels.balancedAccuracy', 'metrics.balancedAccuracy'),
  macroF1: share('panels.macroF1', 'metrics.macroF1'),
  macroPrecision: share('panels.macroPrecision', 'metrics.macroPrecision'),
  macroRecall: share('panels.macroRecall', 'metrics.macroRecall'),
  rocAuc: share('panels.rocAuc', 'metrics.rocAuc'),
  averagePrecision: share('panels.averagePrecision', 'metrics.averagePrecision'),
  logLoss: { title: 'panels.logLoss', help: 'metrics.logLoss', larger: false, share: true },
  brier: { title: 'panels.brier', help: 'metrics.brier', larger: false, share: true },
  rmse: error('panels.rmse', 'metrics.rmse'),
  mae: error('panels.mae', 'metrics.mae'),
  r2: share('panels.r2', 'metrics.r2'),
  mape: error('panels.mape', 'metrics.mape'),
  kappa: share('panels.kappa', 'metrics.kappa'),
  mcc: share('panels.mcc', 'metrics.mcc'),
  ece: { title: 'panels.ece', help: 'metrics.ece', larger: false, share: true },
};

export const metricWords = (name: string): MetricWords | undefined => METRICS[name];

/** The order in which a reader meets the figures. */
export const METRIC_ORDER = Object.keys(METRICS);

export function writeMetric(language: Language, name: string, value: number): string {
  if (name === 'mape') return formatPercent(language, value);
  return METRICS[name]?.share === true ? formatFixed(language, value, 3) : formatFigure(language, value, 4);
}

/** Whether a figure is measured in the unit of the target. */
export const isInTargetsUnit = (name: string): boolean => name === 'rmse' || name === 'mae';

export const HEADLINES = ['accuracy', 'macroF1', 'rocAuc', 'logLoss', 'rmse', 'mae', 'r2'];
