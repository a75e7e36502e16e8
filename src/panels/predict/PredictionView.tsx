import { TriangleAlert } from 'lucide-react';
import { formatFigure, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Skeleton } from '../../ui/Progress';
import type { OutputPreview, ShownAnswer } from '../../worker/protocol';
import { ProblemNotice } from '../ProblemNotice';
import type { Latest } from './use-latest';

interface PredictionViewProps {
  readonly predicted: Latest<ShownAnswer>;
  readonly preview: Extract<OutputPreview, { type: 'model' }>;
}

/** What the model says of the row, with the probability of every class. */
export function PredictionView({ predicted, preview }: PredictionViewProps) {
  const { t, say, language } = useT();
  if (predicted.state === 'waiting') return <Skeleton className="h-16" />;
  if (predicted.state === 'failed') {
    return <ProblemNotice severity="error" message={predicted.failure.message} hint={predicted.failure.hint} />;
  }
  const { value, probabilities, notes = [] } = predicted.value;
  const number = Number(value);
  const written = preview.task === 'regression' && Number.isFinite(number) ? formatFigure(language, number, 5) : value;
  const classes = preview.classes ?? [];
  const order = classes.map((_, index) => index);
  if (classes.length > 10) order.sort((a, b) => (probabilities?.[b] ?? 0) - (probabilities?.[a] ?? 0));
  return (
    <div aria-live="polite">
      <p className="text-sm text-quiet">{t('panels.predicts', { target: preview.target })}</p>
      <p className="tabular text-xl font-semibold break-words">{written}</p>
      {preview.decision && (
        <p className="text-sm text-quiet">
          {t('panels.decision')}: {say(preview.decision)}
        </p>
      )}
      {notes.map((note) => (
        <p key={note.en} className="mt-1 flex gap-1.5 text-sm text-quiet">
          <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0 text-warning" />
          {say(note)}
        </p>
      ))}
      {probabilities && classes.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1.5" aria-label={t('panels.probabilities')}>
          {order.map((index) => {
            const name = classes[index] ?? '';
            const probability = probabilities[index] ?? 0;
            return (
              <li key={name}>
                <div className="flex justify-between gap-3">
                  <span className={name === value ? 'truncate font-medium' : 'truncate'}>{name}</span>
                  <span className="tabular">{formatPercent(language, probability)}</span>
                </div>
                <div className="h-1.5 overflow-hidden rounded-full bg-sunken">
                  <div
                    className={
                      name === value
                        ? 'h-full origin-left bg-stage-serve transition-transform'
                        : 'h-full origin-left bg-line-strong transition-transform'
                    }
                    style={{ transform: `scaleX(${probability})` }}
                  />
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
