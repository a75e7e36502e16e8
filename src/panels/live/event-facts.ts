import type { MessageKey } from '../../i18n/catalogue';
import { formatFigure, formatMoment, formatNumber } from '../../i18n/format';
import type { Translator } from '../../i18n/use-t';
import type { Json, JsonObject } from '../../lib/json';
import type { Text } from '../../lib/text';
import type { FigureWord, FigureWords } from '../../nodes/contract/figure-words';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { LiveHistory } from '../../store/live/live-types';
import { metricWords, writeMetric } from '../metric-words';

/** What is known of an event, a name and a value each. */
export type Fact = readonly [name: string, value: string];

/** Figures of an event, or of a node, with their names in the reader's language; those that their kind does not name stay out. */
export function factsOf(
  figures: JsonObject,
  words: FigureWords,
  { t, say, language }: Translator,
  { called }: Pick<LiveHistory, 'called'>,
): readonly Fact[] {
  return Object.entries(figures).flatMap(([name, value]): readonly Fact[] => {
    const word = words[name];
    const metric = metricWords(name);
    if (word === null) return [];
    const title = word === undefined ? metric && t(metric.title) : say(nameOf(word));
    if (title === undefined) return [];
    const written =
      word === undefined && typeof value === 'number' ? writeMetric(language, name, value) : write(value, word ?? null);
    return written === null ? [] : [[title, written]];
  });

  function write(value: Json, word: FigureWord | null): string | null {
    if (isWords(value)) return value.length === 0 ? null : value.join(', ');
    if (value === null || typeof value === 'object') return null;
    if (typeof value === 'boolean') return t(value ? 'timeline.wordYes' : 'timeline.wordNo');
    if (typeof value === 'number') return word === null ? formatFigure(language, value) : writeNumber(value, word);
    switch (word?.is) {
      case 'version':
        return say(called(value));
      case 'measure': {
        const measure = metricWords(value);
        return measure === undefined ? value : t(measure.title);
      }
      case 'moment':
        return formatMoment(language, Date.parse(value));
      default: {
        const said = word?.words?.[value];
        return said === undefined ? value : say(said);
      }
    }
  }

  function nameOf({ name, nameBy }: FigureWord): Text {
    const by = nameBy && figures[nameBy.figure];
    return (typeof by === 'string' ? nameBy?.names[by] : undefined) ?? name;
  }

  function writeNumber(value: number, { rowsUpTo, upTo }: FigureWord): string | null {
    const end = figures[rowsUpTo ?? upTo ?? ''];
    if (rowsUpTo === undefined && upTo === undefined) return formatFigure(language, value);
    if (typeof end !== 'number' || end <= value) return null;
    return upTo === undefined
      ? `${formatNumber(language, value + 1)}–${formatNumber(language, end)}`
      : `${formatFigure(language, value)} … ${formatFigure(language, end)}`;
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
