import { formatFigure, formatPercent } from '../../i18n/format';
import { type Translator, useT } from '../../i18n/use-t';
import type { Language } from '../../lib/text';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { type DivergingBar, DivergingBars } from '../../ui/charts/DivergingBars';
import { Skeleton } from '../../ui/Progress';
import type { Explanation } from '../../worker/protocol';
import { ProblemNotice } from '../ProblemNotice';
import { useChartWords } from '../use-chart-words';
import type { Latest } from './use-latest';

interface WhyViewProps {
  readonly why: Latest<Explanation>;
  readonly target: string;
}

/** Bars that are drawn; the rest is added up. */
const SHOWN = 10;

/** What each column did to the prediction, against a usual row. */
export function WhyView({ why, target }: WhyViewProps) {
  const { t, language } = useT();
  const words = useChartWords();
  if (why.state === 'waiting') return <Skeleton className="h-24" />;
  if (why.state === 'failed') {
    return (
      <div>
        <p className="mb-1 font-medium">{t('playground.noWhy')}</p>
        <ProblemNotice severity="warning" message={why.failure.message} hint={why.failure.hint} />
      </div>
    );
  }
  const { contributions, of, baseline, prediction, method, answers } = why.value;
  const write = (value: number) => (of === null ? formatFigure(language, value, 4) : formatPercent(language, value));
  const title = of === null ? t('playground.whyNumber', { target }) : t('playground.whyOf', { name: of });
  if (contributions.length === 0) {
    return (
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-sm text-quiet">{t('playground.allTypical')}</p>
      </div>
    );
  }
  return (
    <div className={why.current ? undefined : 'opacity-60 transition-opacity'}>
      <ChartFrame
        title={title}
        words={words}
        fileName="why"
        table={() => ({
          columns: [t('playground.column'), t('playground.value'), t('playground.usual'), t('playground.share')],
          rows: contributions.map(({ column, value, typical, share }) => [column, value, typical, share]),
        })}
      >
        <DivergingBars label={title} bars={barsOf(why.value, t, language)} />
      </ChartFrame>
      <p className="mt-1 text-sm">
        {t('playground.fromTo', { baseline: write(baseline), prediction: write(prediction) })}
      </p>
      <p className="mt-1 text-xs text-quiet">
        {t(method === 'exact' ? 'playground.exact' : 'playground.sampled', { n: answers })}
      </p>
    </div>
  );
}

function barsOf({ contributions, of }: Explanation, t: Translator['t'], language: Language): readonly DivergingBar[] {
  const said = (value: number) => {
    const size = Math.abs(value);
    const written = of === null ? formatFigure(language, size, 3) : formatFigure(language, 100 * size, 3);
    const signed = `${value < 0 ? '−' : '+'}${written}`;
    return of === null ? signed : t('playground.points', { n: signed });
  };
  const rest = contributions.slice(SHOWN);
  const bars = contributions.slice(0, SHOWN).map(({ column, value, share }) => {
    const label = `${column} = ${value ?? t('playground.missing')}`;
    return { key: column, label, value: share, said: said(share) };
  });
  if (rest.length === 0) return bars;
  const sum = rest.reduce((total, { share }) => total + share, 0);
  return [...bars, { key: '', label: t('playground.others', { n: rest.length }), value: sum, said: said(sum) }];
}
