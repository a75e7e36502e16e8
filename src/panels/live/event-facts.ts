import type { MessageKey } from '../../i18n/catalogue';
import { formatFigure, formatMoment, formatNumber } from '../../i18n/format';
import type { Translator } from '../../i18n/use-t';
import type { Json, JsonObject } from '../../lib/json';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { LiveHistory } from '../../store/live/live-types';
import { metricWords, writeMetric } from '../metric-words';
import { DETECTORS, ELSEWHERE, MOMENTS, NAMES, VERSIONS, WORDED, WORDS } from './figure-words';

/** What is known of an event, a name and a value each. */
export type Fact = readonly [name: string, value: string];

/** Figures of an event, or of a node, with their names in the reader's language; those without a name of their own stay out. */
export function factsOf(
  figures: JsonObject,
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
    if (isWords(value)) return value.length === 0 ? null : value.join(', ');
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
    if (MOMENTS.has(name)) return formatMoment(language, Date.parse(value));
    const word = WORDED.has(name) ? WORDS[value] : undefined;
    return word !== undefined ? t(word) : (DETECTORS[value] ?? value);
  }
}

const isWords = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What a person can do about an alert. */
export function remedyOf({ figures }: LiveEvent): MessageKey {
  if (figures.what === 'quality') return 'timeline.remedyQuality';
  if (figures.what === 'degraded') return 'timeline.remedyDegraded';
  if (figures.what === 'fairness') return 'timeline.remedyFairness';
  if (figures.cause === 'retrain-failed') return 'timeline.remedyRetrain';
  return 'timeline.remedyOther';
}
