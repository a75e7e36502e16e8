import './words';
import type { Task } from '../../graph/schema-types';
import { useT } from '../../i18n/use-t';
import type { Interval } from '../../stats/metrics/intervals';
import type { PartEvaluation } from '../../stats/metrics/report';
import { cx } from '../../ui/cx';
import { Tooltip } from '../../ui/Tooltip';
import { HEADLINES, isInTargetsUnit, METRIC_ORDER, metricWords, writeMetric } from '../metric-words';
import { INTERVAL, INTERVAL_HELP, INTERVAL_METHODS } from './interval-words';

/** Each figure of a part beside the baseline's; an undefined one says why. */
export function MetricTable({ evaluation, task, target }: { evaluation: PartEvaluation; task: Task; target: string }) {
  const { t, say, language } = useT();
  const names = [
    ...METRIC_ORDER.filter((name) => name in evaluation.metrics),
    ...Object.keys(evaluation.metrics).filter((name) => !METRIC_ORDER.includes(name)),
  ];
  const [headline] = names.filter((name) => HEADLINES.includes(name));
  const hasIntervals = Object.keys(evaluation.intervals).length > 0;
  return (
    <table className="tabular text-right">
      <thead className="text-sm text-quiet">
        <tr>
          <th className="pb-1 text-left font-normal">{t('panels.metric')}</th>
          <th className="pl-5 font-normal">{t('panels.model')}</th>
          {hasIntervals && (
            <th className="pl-5 font-normal">
              <Tooltip content={say(INTERVAL_HELP)}>
                <span className="border-b border-dotted border-line-strong">{say(INTERVAL)}</span>
              </Tooltip>
            </th>
          )}
          <th className="pl-5 font-normal">
            <Tooltip content={t(task === 'regression' ? 'panels.baselineMean' : 'panels.baselineClass')}>
              <span className="border-b border-dotted border-line-strong">{t('panels.baseline')}</span>
            </Tooltip>
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const words = metricWords(name);
          const value = evaluation.metrics[name] ?? null;
          const baseline = evaluation.baseline[name] ?? null;
          const better =
            words && value !== null && baseline !== null && (words.larger ? value > baseline : value < baseline);
          const why = evaluation.undefinedBecause[name];
          return (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-0.5 pr-4 text-left font-normal">
                {words ? (
                  <Tooltip content={t(words.help)} side="right">
                    <span>{t(words.title)}</span>
                  </Tooltip>
                ) : (
                  name
                )}
                {isInTargetsUnit(name) && (
                  <span className="ml-1.5 text-sm text-quiet">{t('panels.inUnitOf', { target })}</span>
                )}
              </th>
              <td className={cx('pl-5', name === headline ? 'text-xl font-semibold' : 'font-medium')}>
                {value === null ? (
                  <Tooltip content={t('panels.undefinedBecause', { why: why === undefined ? '–' : say(why) })}>
                    <span className="font-normal text-quiet">{t('panels.undefined')}</span>
                  </Tooltip>
                ) : (
                  writeMetric(language, name, value)
                )}
              </td>
              {hasIntervals && (
                <td className="pl-5 whitespace-nowrap text-quiet">
                  <IntervalCell name={name} interval={evaluation.intervals[name]} />
                </td>
              )}
              <td className={cx('pl-5', better === false ? 'text-warning' : 'text-quiet')}>
                {baseline === null ? '–' : writeMetric(language, name, baseline)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function IntervalCell({ name, interval }: { name: string; interval: Interval | undefined }) {
  const { say, language } = useT();
  if (interval === undefined) return '–';
  const method = INTERVAL_METHODS[name];
  const range = interval.map((end) => writeMetric(language, name, end)).join(' – ');
  return method === undefined ? (
    range
  ) : (
    <Tooltip content={say(method)}>
      <span>{range}</span>
    </Tooltip>
  );
}
