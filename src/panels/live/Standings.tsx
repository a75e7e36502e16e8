import { TriangleAlert } from 'lucide-react';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { metricWords, writeMetric } from '../metric-words';
import { useLiveView, useSampledLive } from './live-view';
import { type Standing, standingOf } from './standing';
import { BEATEN, MADE_WORDS, NOT_YET, NOW, nowWords, SIMPLE_WORDS } from './standing-words';

/** How each deployment stands just now, in a line each: its figure, the one it was made with, and the simplest answers'. */
export function Standings() {
  const { nameOf, colourOf } = useLiveView();
  const reports = useSampledLive(({ reports: told }) => told);
  const standing = Object.entries(reports).flatMap(([monitor, report]) => {
    const own = standingOf(report);
    return own === null ? [] : [{ monitor, report, own }];
  });
  if (standing.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 px-1 py-1 text-sm">
      {standing.map(({ monitor, report, own }) => (
        <li key={monitor} className="tabular flex flex-wrap items-center gap-x-4 gap-y-0.5">
          <span className="flex items-center gap-1.5 font-medium">
            <span className="size-2 rounded-full" style={{ background: `var(--${colourOf(report.deployment)})` }} />
            {nameOf(report.deployment)}
          </span>
          <StandingLine standing={own} isNumber={report.task === 'regression'} />
        </li>
      ))}
    </ul>
  );
}

function StandingLine({ standing, isNumber }: { standing: Standing; isNumber: boolean }) {
  const { t, say, language } = useT();
  const { measure, now, rows, made, madeOf, simple, isBeaten } = standing;
  const write = (value: number) => writeMetric(language, measure, value);
  const words = metricWords(measure);
  return (
    <>
      <span title={say(nowWords(formatNumber(language, rows), rows))}>
        {words === undefined ? measure : t(words.title)} {say(NOW)} <b className="font-semibold">{write(now)}</b>
      </span>
      <span className="text-quiet">
        {say(MADE_WORDS[madeOf])} {made === null ? say(NOT_YET) : write(made)}
      </span>
      {simple !== null && (
        <span className="text-quiet">
          {say(SIMPLE_WORDS[isNumber ? 'number' : 'class'][simple.by])} {write(simple.value)}
        </span>
      )}
      {isBeaten && (
        <span role="status" className="flex items-center gap-1 text-warning">
          <TriangleAlert size={13} aria-hidden />
          {say(BEATEN)}
        </span>
      )}
    </>
  );
}
