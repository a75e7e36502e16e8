import { formatFigure } from '../../i18n/format';
import type { Translator } from '../../i18n/use-t';
import type { ModelVersion } from '../../worker/live-protocol';
import { HEADLINES, METRIC_ORDER, metricWords, writeMetric } from '../metric-words';

type Metrics = ModelVersion['metrics'];

/** A figure's name taken apart: `validationAccuracy` is the accuracy of the validation part. */
function parse(name: string): { readonly base: string; readonly part: 'validation' | 'train' | null } {
  const [, part, first, rest] = /^(validation|train)([A-Z])(.*)$/.exec(name) ?? [];
  if (part === undefined || first === undefined) return { base: name, part: null };
  return { base: `${first.toLowerCase()}${rest ?? ''}`, part: part === 'train' ? 'train' : 'validation' };
}

/** What a figure is called. */
export function figureTitle(name: string, { t }: Translator): string {
  const { base, part } = parse(name);
  const words = metricWords(base);
  const title = words !== undefined ? t(words.title) : base === 'loss' ? t('panels.loss') : base;
  if (part === null) return title;
  return t(part === 'train' ? 'models.ofTraining' : 'models.ofValidation', { name: title });
}

export function writeFigure(name: string, value: number | null, { language }: Translator): string {
  if (value === null) return '–';
  const { base } = parse(name);
  return metricWords(base) === undefined ? formatFigure(language, value, 4) : writeMetric(language, base, value);
}

/** Names of figures in the order in which a reader meets them, each once. */
export function figureNames(...metrics: readonly Metrics[]): readonly string[] {
  const place = (name: string): number => {
    const at = METRIC_ORDER.indexOf(parse(name).base);
    return at < 0 ? METRIC_ORDER.length : at;
  };
  return [...new Set(metrics.flatMap((one) => Object.keys(one)))].sort((a, b) => place(a) - place(b));
}

/** The figure that stands for a version in a list. */
export function headlineOf(metrics: Metrics): string | null {
  const names = Object.keys(metrics).filter((name) => metrics[name] !== null);
  for (const base of [...HEADLINES, 'loss']) {
    const name = names.find((candidate) => parse(candidate).base === base);
    if (name !== undefined) return name;
  }
  return names[0] ?? null;
}

/** Whether a difference is none in the digits in which the figure is written. */
export const isTooSmall = (name: string, by: number, translator: Translator): boolean =>
  writeFigure(name, Math.abs(by), translator) === writeFigure(name, 0, translator);

export interface Change {
  readonly by: number;
  /** Null where the figure has no better direction, or nothing changed. */
  readonly better: boolean | null;
}

/** From one version's figure to another's; null where either is undefined. */
export function changeOf(name: string, from: number | null | undefined, to: number | null | undefined): Change | null {
  if (from === null || from === undefined || to === null || to === undefined) return null;
  const by = to - from;
  const { base } = parse(name);
  const larger = base === 'loss' ? false : metricWords(base)?.larger;
  return { by, better: larger === undefined || by === 0 ? null : by > 0 === larger };
}
