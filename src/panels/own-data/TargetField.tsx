import { useId } from 'react';
import { formatFigure } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { DataLook } from '../../nodes/own-data/data-look';
import { classesIn, guessTarget } from '../../nodes/own-data/guess-target';
import type { Proposal } from '../../nodes/own-data/propose';
import { TYPE_NAMES } from '../../table/type-names';
import { Select } from '../../ui/Select';

interface TargetFieldProps {
  readonly look: DataLook;
  readonly proposal: Proposal;
  readonly onChange: (target: string) => void;
}

/** The column that is to be predicted, why it was guessed, and what it holds. */
export function TargetField({ look, proposal: { target, targets }, onChange }: TargetFieldProps) {
  const { t, say } = useT();
  const id = useId();
  if (targets.length === 0) {
    return (
      <div role="alert">
        <p className="font-medium">{t('own.noTarget')}</p>
        <p className="text-quiet">{t('own.noTargetHelp')}</p>
      </div>
    );
  }
  const options = look.columns
    .filter(({ name }) => targets.includes(name))
    .map(({ name, type }) => ({ value: name, label: t('own.typeOf', { name, type: say(TYPE_NAMES[type]) }) }));
  const unchosen = target === null ? [{ value: '', label: t('own.chooseTarget') }] : [];
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {t('own.target')}
      </label>
      <Select
        id={id}
        value={target ?? ''}
        options={[...unchosen, ...options]}
        onChange={onChange}
        aria-describedby={`${id}-why`}
      />
      <p id={`${id}-why`} className="text-sm text-quiet">
        <Why look={look} target={target} />
      </p>
    </div>
  );
}

function Why({ look, target }: { look: DataLook; target: string | null }) {
  const { t, say, language } = useT();
  const column = look.columns.find(({ name }) => name === target);
  if (column === undefined) return null;
  const guess = guessTarget(look);
  const classes = classesIn(column);
  const { numeric } = column;
  const parts = [
    ...(guess?.column === target ? [say(guess.because)] : []),
    ...(classes !== null
      ? [t('own.holdsClasses', { n: classes })]
      : numeric
        ? [
            t('own.holdsQuantity', {
              min: formatFigure(language, numeric.min),
              max: formatFigure(language, numeric.max),
            }),
          ]
        : []),
  ];
  return parts.join(' ');
}
