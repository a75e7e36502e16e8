import type { MessageKey } from '../../i18n/catalogue';
import { formatFigure, formatNumber } from '../../i18n/format';
import type { Translator } from '../../i18n/use-t';
import type { Json } from '../../lib/json';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { LiveHistory } from '../../store/live/live-types';
import { metricWords, writeMetric } from '../metric-words';

/** What is known of an event, a name and a value each. */
export type Fact = readonly [name: string, value: string];

const NAMES: Readonly<Record<string, MessageKey>> = {
  version: 'timeline.figVersion',
  former: 'timeline.figFormer',
  base: 'timeline.figBase',
  rows: 'timeline.rows',
  answered: 'timeline.figAnswered',
  refused: 'timeline.refused',
  warned: 'timeline.figWarned',
  decision: 'timeline.figDecision',
  rowsSince: 'timeline.figRowsSince',
  minRows: 'timeline.figMinRows',
  batchesSince: 'timeline.figBatchesSince',
  coolDown: 'timeline.figCoolDown',
  holds: 'timeline.figHolds',
  batchesToWait: 'timeline.figBatchesToWait',
  sinceTick: 'timeline.figSinceTick',
  newRows: 'timeline.figNewRows',
  every: 'timeline.figEvery',
  lastDrift: 'timeline.figLastDrift',
  phase: 'timeline.figPhase',
  mode: 'timeline.figMode',
  ticks: 'timeline.figTicks',
  firedAt: 'timeline.figFiredAt',
  begunAt: 'timeline.figBegunAt',
  replayedRows: 'timeline.figReplayed',
  verdict: 'timeline.figDecision',
  champion: 'timeline.champion',
  challenger: 'timeline.challenger',
  gain: 'timeline.figGain',
  minGain: 'timeline.figMinGain',
  test: 'timeline.figTest',
  statistic: 'timeline.statistic',
  pValue: 'timeline.pValue',
  difference: 'timeline.figDifference',
  level: 'timeline.figLevel',
  testSays: 'timeline.figTestSays',
  guardRailsBroken: 'timeline.figGuardRails',
  parameters: 'timeline.figParameters',
  worstGroup: 'timeline.figWorstGroup',
  worstGroupBefore: 'timeline.figWorstBefore',
  worstGroupAfter: 'timeline.figWorstAfter',
  method: 'timeline.figMethod',
  before: 'timeline.figBefore',
  threshold: 'timeline.threshold',
  effect: 'timeline.figEffect',
  referenceRows: 'timeline.figReferenceRows',
  column: 'timeline.column',
  value: 'timeline.figValue',
  limit: 'timeline.figLimit',
  bound: 'timeline.figLimit',
  reference: 'timeline.referenceLine',
  share: 'timeline.figShare',
  measure: 'timeline.measure',
  metric: 'timeline.measure',
};

const WORDS: Readonly<Record<string, MessageKey>> = {
  promote: 'timeline.wordPromote',
  hold: 'timeline.wordHold',
  keep: 'timeline.wordKeep',
  rollback: 'timeline.wordRollback',
  ask: 'timeline.wordAsk',
  fired: 'timeline.wordFired',
  'not-fired': 'timeline.wordNotFired',
  'too-few-rows': 'timeline.wordTooFewRows',
  'cool-down': 'timeline.wordCoolDown',
  'backed-off': 'timeline.wordBackedOff',
  full: 'timeline.wordFull',
  incremental: 'timeline.wordIncremental',
  begin: 'timeline.wordBegin',
  end: 'timeline.wordEnd',
  better: 'timeline.wordBetter',
  worse: 'timeline.wordWorse',
  same: 'timeline.wordSame',
  ks: 'timeline.ks',
  'chi-square': 'timeline.chiSquare',
  psi: 'timeline.psi',
  wasserstein: 'timeline.wasserstein',
  'jensen-shannon': 'timeline.jensenShannon',
};
const DETECTORS: Readonly<Record<string, string>> = { adwin: 'ADWIN', pageHinkley: 'Page-Hinkley', ddm: 'DDM' };

/** Shown in tables and sentences of their own, or of use to programs alone. */
const ELSEWHERE = new Set(['championFigure', 'challengerFigure', 'what', 'columns', 'strongest', 'sinceRow', 'job']);
const VERSIONS = new Set(['version', 'former', 'base', 'champion', 'challenger']);
const WORDED = new Set(['decision', 'verdict', 'mode', 'phase', 'testSays', 'method']);

/** An event's figures with their names in the reader's language; those without a name of their own stay out. */
export function factsOf(
  { figures }: LiveEvent,
  { t, language }: Translator,
  { numberOf }: Pick<LiveHistory, 'numberOf'>,
): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [name, value] of Object.entries(figures)) {
    if (ELSEWHERE.has(name)) continue;
    const metric = metricWords(name);
    const key = metric?.title ?? NAMES[name];
    if (key === undefined) continue;
    const written =
      metric !== undefined && typeof value === 'number' ? writeMetric(language, name, value) : write(name, value);
    if (written !== null) facts.push([t(key), written]);
  }
  const range = (label: MessageKey, from: Json | undefined, to: Json | undefined): void => {
    if (typeof from !== 'number' || typeof to !== 'number' || to <= from) return;
    facts.push([t(label), `${formatNumber(language, from + 1)}–${formatNumber(language, to)}`]);
  };
  range('timeline.figBatchRows', figures.from, figures.to);
  range('timeline.figBatchRows', figures.rowsFrom, figures.rowsTo);
  range('timeline.figTrained', figures.trainedFrom, figures.trainedTo);
  if (typeof figures.low === 'number' && typeof figures.high === 'number') {
    facts.push([
      t('timeline.figInterval'),
      `${formatFigure(language, figures.low)} … ${formatFigure(language, figures.high)}`,
    ]);
  }
  return facts;

  function write(name: string, value: Json): string | null {
    if (value === null || typeof value === 'object') return null;
    if (typeof value === 'boolean') return t(value ? 'timeline.wordYes' : 'timeline.wordNo');
    if (typeof value === 'number') return formatFigure(language, value);
    if (VERSIONS.has(name)) {
      const number = numberOf(value);
      return number === undefined ? value : `v${number}`;
    }
    if (name === 'measure' || name === 'metric') {
      const words = metricWords(value);
      return words === undefined ? value : t(words.title);
    }
    const word = WORDED.has(name) ? WORDS[value] : undefined;
    return word !== undefined ? t(word) : (DETECTORS[value] ?? value);
  }
}

/** What a person can do about an alert. */
export function remedyOf({ figures }: LiveEvent): MessageKey {
  if (figures.what === 'quality') return 'timeline.remedyQuality';
  if (figures.what === 'degraded') return 'timeline.remedyDegraded';
  if (figures.what === 'fairness') return 'timeline.remedyFairness';
  if (figures.cause === 'retrain-failed') return 'timeline.remedyRetrain';
  return 'timeline.remedyOther';
}
