import { formatFigure } from '../../i18n/format';
import { type Translator, useT } from '../../i18n/use-t';
import type { Json, JsonObject } from '../../lib/json';
import { metricWords, writeMetric } from '../metric-words';

/** A node's latest figures, under the names that reports and exports give them too. */
export function LiveFigures({ figures }: { figures: JsonObject }) {
  const words = useT();
  const { t } = words;
  const flat = Object.entries(figures).flatMap(([name, value]) => flatten(name, value));
  if (flat.length === 0) return null;
  return (
    <details>
      <summary className="hit cursor-pointer text-sm text-quiet hover:text-ink">{t('loop.figures')}</summary>
      <dl className="tabular mt-1.5 flex flex-col text-sm">
        {flat.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-3 border-b border-line py-1 last:border-b-0">
            <dt className="min-w-0 text-quiet [overflow-wrap:anywhere]">{nameOf(words, name)}</dt>
            <dd className="max-w-[60%] text-right [overflow-wrap:anywhere]">{write(words, name, value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type Scalar = string | number | boolean | null;

/** Figures inside figures stand under `outer.inner`; lists are written in one line, lists of records not at all. */
function flatten(name: string, value: Json): readonly (readonly [string, Scalar])[] {
  if (Array.isArray(value)) {
    const records = value.some((one) => typeof one === 'object' && one !== null);
    return records || value.length === 0 ? [] : [[name, value.join(', ')]];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([inner, one]) => flatten(`${name}.${inner}`, one));
  }
  return [[name, value]];
}

function nameOf({ t }: Translator, name: string) {
  const words = metricWords(name);
  return words === undefined ? <code className="font-mono text-xs">{name}</code> : t(words.title);
}

function write({ language }: Translator, name: string, value: Scalar): string {
  if (value === null) return '–';
  return typeof value === 'number'
    ? metricWords(name) === undefined
      ? formatFigure(language, value)
      : writeMetric(language, name, value)
    : String(value);
}
