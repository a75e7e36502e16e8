import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { metricWords, writeMetric } from '../metric-words';
import { useLiveView } from './live-view';

/** Champion and challenger side by side, on the same rows. */
export function GateEvidence({ event: { figures } }: { event: LiveEvent }) {
  const { t, say, language } = useT();
  const { live } = useLiveView();
  const { measure, championFigure, challengerFigure, rows, champion, challenger } = figures;
  if (typeof measure !== 'string' || typeof championFigure !== 'number' || typeof challengerFigure !== 'number') {
    return null;
  }
  const { history } = live.getState();
  const called = (version: typeof champion): string =>
    typeof version === 'string' ? ` · ${say(history.called(version))}` : '';
  const words = metricWords(measure);
  const sides = [
    [t('timeline.champion') + called(champion), championFigure, 'var(--stage-ingest)'],
    [t('timeline.challenger') + called(challenger), challengerFigure, 'var(--stage-train)'],
  ] as const;
  const most = Math.max(Math.abs(championFigure), Math.abs(challengerFigure), words?.share === true ? 1 : 0);
  return (
    <table className="tabular w-full text-sm">
      <caption className="pb-1 text-left text-quiet">
        {t('timeline.compared', {
          measure: words === undefined ? measure : t(words.title),
          rows: formatNumber(language, typeof rows === 'number' ? rows : 0),
        })}
      </caption>
      <tbody>
        {sides.map(([name, value, colour]) => (
          <tr key={name}>
            <th scope="row" className="py-0.5 pr-3 text-left font-medium whitespace-nowrap">
              {name}
            </th>
            <td className="w-full">
              <span
                aria-hidden
                className="block h-3 rounded-sm"
                style={{ width: `${most === 0 ? 0 : (100 * Math.abs(value)) / most}%`, background: colour }}
              />
            </td>
            <td className="pl-3 text-right">{writeMetric(language, measure, value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
