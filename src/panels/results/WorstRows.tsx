import { formatFigure, formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { WorstRow } from '../../stats/metrics/report';
import { Button } from '../../ui/Button';
import { WORST_WORDS } from './worst-words';

interface WorstRowsProps {
  readonly worst: readonly WorstRow[];
  /** Shows these rows with all their columns; left out where they cannot be shown. */
  readonly onLook: ((rows: readonly number[]) => void) | undefined;
}

/** So many are read at a glance; all are shown in the data. */
const SHOWN = 8;

/** The rows that a model is most wrong about, with the way to look at them whole. */
export function WorstRows({ worst, onLook }: WorstRowsProps) {
  const { t, say, language } = useT();
  const value = (one: string | number) => (typeof one === 'string' ? one : formatFigure(language, one, 4));
  const isNumeric = worst.some(({ predicted }) => typeof predicted === 'number');
  return (
    <section>
      <h3 className="mb-1 font-medium">{say(WORST_WORDS.title)}</h3>
      <table className="tabular text-right">
        <thead className="text-sm text-quiet">
          <tr>
            <th scope="col" className="pb-1 text-left font-normal">
              {t('panels.row')}
            </th>
            <th scope="col" className="pl-5 font-normal">
              {t('panels.truth')}
            </th>
            <th scope="col" className="pl-5 font-normal">
              {t('panels.predicted')}
            </th>
            <th scope="col" className="pl-5 font-normal">
              {say(isNumeric ? WORST_WORDS.off : WORST_WORDS.probability)}
            </th>
          </tr>
        </thead>
        <tbody>
          {worst.slice(0, SHOWN).map(({ at, source, truth, predicted, probability }) => (
            <tr key={at} className="border-t border-line">
              <th scope="row" className="py-0.5 text-left font-normal text-quiet">
                {formatNumber(language, source + 1)}
              </th>
              <td className="max-w-40 truncate pl-5">{value(truth)}</td>
              <td className="max-w-40 truncate pl-5 font-medium">{value(predicted)}</td>
              <td className="pl-5 text-quiet">
                {probability !== undefined
                  ? formatPercent(language, probability)
                  : typeof truth === 'number' &&
                    typeof predicted === 'number' &&
                    signed(predicted - truth, formatFigure(language, predicted - truth, 3))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {onLook && (
        <Button small className="mt-2" onClick={() => onLook(worst.map(({ at }) => at))}>
          {say(WORST_WORDS.look)}
        </Button>
      )}
    </section>
  );
}

const signed = (value: number, written: string): string => (value > 0 ? `+${written}` : written);
