import type { MessageKey } from '../../i18n/catalogue';
import type { Translator } from '../../i18n/use-t';
import type { MetricPoint } from '../../nodes/contract/runner';
import type { Point } from '../../ui/charts/nearest';

/** A measure drawn on one chart, over the parts it was measured on. */
export interface Curve {
  readonly measure: string;
  readonly train: readonly Point[];
  readonly validation: readonly Point[];
}

const ORDER = ['loss', 'accuracy', 'rmse', 'learningRate'];

/** Splits a model's points into one curve a measure; `validationLoss` joins `loss`. A learning rate that never changed is left out. */
export function curvesOf(points: readonly MetricPoint[]): readonly Curve[] {
  const train = new Map<string, Point[]>();
  const validation = new Map<string, Point[]>();
  for (const point of points) {
    for (const [name, value] of Object.entries(point.values)) {
      if (!Number.isFinite(value)) continue;
      const validated = /^validation[A-Z]/.test(name);
      const measure = validated ? name.charAt(10).toLowerCase() + name.slice(11) : name;
      const side = validated ? validation : train;
      const known = side.get(measure);
      if (known) known.push([point.epoch, value]);
      else side.set(measure, [[point.epoch, value]]);
    }
  }
  const measures = [...new Set([...train.keys(), ...validation.keys()])];
  const place = (measure: string) => (ORDER.includes(measure) ? ORDER.indexOf(measure) : ORDER.length);
  return measures
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((measure) => ({ measure, train: train.get(measure) ?? [], validation: validation.get(measure) ?? [] }))
    .filter((curve) => curve.measure !== 'learningRate' || new Set(curve.train.map((point) => point[1])).size > 1);
}

/** How a model was trained, as far as its curves are concerned. */
interface Course {
  readonly trainer: string;
  readonly rounds?: { readonly history: Readonly<Record<string, readonly number[]>> };
}

/** Whether it went by iterations over all rows to an optimum, and not by epochs. */
export const wentByIterations = ({ trainer }: Pick<Course, 'trainer'>): boolean => trainer === 'lbfgs';

/** The points of a finished model's history, one an epoch or iteration. */
export function pointsOfHistory(training: Course): readonly MetricPoint[] {
  const history = training.rounds?.history ?? {};
  const rounds = Math.max(0, ...Object.values(history).map((values) => values.length));
  return Array.from({ length: rounds }, (_, index) => ({
    epoch: index + 1,
    epochs: wentByIterations(training) ? null : rounds,
    values: Object.fromEntries(
      Object.entries(history).flatMap(([name, values]) => {
        const value = values[index];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  }));
}

/** What the curves of several models go by. */
export function roundOf(models: readonly (readonly MetricPoint[])[]): MessageKey {
  const iterations = models.filter((points) => points.at(-1)?.epochs === null).length;
  return iterations === 0 ? 'panels.epoch' : iterations === models.length ? 'panels.iteration' : 'panels.round';
}

/** The title of the chart of a measure. */
export function chartTitle(
  { t, language }: Pick<Translator, 't' | 'language'>,
  measure: string,
  round: MessageKey,
): string {
  const key = titles[measure];
  const by = { round: t(round).toLocaleLowerCase(language) };
  return key === undefined ? t('panels.otherTitle', { name: measure, ...by }) : t(key, by);
}

const titles: Readonly<Record<string, MessageKey>> = {
  loss: 'panels.lossTitle',
  accuracy: 'panels.accuracyTitle',
  rmse: 'panels.rmseTitle',
  learningRate: 'panels.learningRateTitle',
};

/** The epoch with the smallest validation loss so far; null where nothing is validated. */
export function bestEpochOf(curves: readonly Curve[]): number | null {
  const loss = curves.find((curve) => curve.measure === 'loss')?.validation ?? [];
  let best: Point | null = null;
  for (const point of loss) if (best === null || point[1] < best[1]) best = point;
  return best === null ? null : best[0];
}
