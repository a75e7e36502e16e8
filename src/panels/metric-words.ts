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
  accuracy: share('panels.accuracy', 'panels.accuracyHelp'),
  balancedAccuracy: share('panels.balancedAccuracy', 'panels.balancedAccuracyHelp'),
  macroF1: share('panels.macroF1', 'panels.macroF1Help'),
  macroPrecision: share('panels.macroPrecision', 'panels.macroPrecisionHelp'),
  macroRecall: share('panels.macroRecall', 'panels.macroRecallHelp'),
  rocAuc: share('panels.rocAuc', 'panels.rocAucHelp'),
  averagePrecision: share('panels.averagePrecision', 'panels.averagePrecisionHelp'),
  logLoss: { title: 'panels.logLoss', help: 'panels.logLossHelp', larger: false, share: true },
  brier: { title: 'panels.brier', help: 'panels.brierHelp', larger: false, share: true },
  rmse: error('panels.rmse', 'panels.rmseHelp'),
  mae: error('panels.mae', 'panels.maeHelp'),
  r2: share('panels.r2', 'panels.r2Help'),
  mape: error('panels.mape', 'panels.mapeHelp'),
  kappa: share('panels.kappa', 'panels.kappaHelp'),
  mcc: share('panels.mcc', 'panels.mccHelp'),
  ece: { title: 'panels.ece', help: 'panels.eceHelp', larger: false, share: true },
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
