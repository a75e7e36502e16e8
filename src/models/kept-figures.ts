import { decidesAsUsual } from './decision';
import type { ModelValue } from './model';

type Figures = Readonly<Record<string, number | null>>;

/** The curves' values at the round that was kept, by series; none of what is fitted in one go. */
export function keptRound({ training: { rounds } }: ModelValue): Figures {
  if (rounds === undefined) return {};
  return Object.fromEntries(
    Object.entries(rounds.history).map(([series, values]) => [series, values[rounds.best - 1] ?? null]),
  );
}

/** Those that follow from how a model decides: training measures them by the usual rule. */
const BY_RULE = new Set(['accuracy', 'validationAccuracy']);

/**
 * The same as figures of a version: of the validation part where there was one, else named as of the training part.
 * Without those that another rule would have made otherwise.
 */
export function keptFigures(model: ModelValue): Figures {
  const usual = decidesAsUsual(model);
  const entries = Object.entries(keptRound(model)).filter(
    ([name]) => name !== 'learningRate' && (usual || !BY_RULE.has(name)),
  );
  const validated = entries.filter(([name]) => name.startsWith('validation'));
  if (validated.length > 0) return Object.fromEntries(validated);
  return Object.fromEntries(
    entries.map(([name, value]) => [`train${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, value]),
  );
}
