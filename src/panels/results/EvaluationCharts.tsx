import { formatFigure, formatFixed, formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { EvaluationReport, PartEvaluation } from '../../stats/metrics/report';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { Confusion } from '../../ui/charts/Confusion';
import { LineChart } from '../../ui/charts/LineChart';
import type { Point } from '../../ui/charts/nearest';
import { Scatter } from '../../ui/charts/Scatter';
import { useChartWords } from '../use-chart-words';
import { residualWords, WORST_WORDS } from './worst-words';

interface EvaluationChartsProps {
  readonly report: EvaluationReport;
  readonly evaluation: PartEvaluation;
}

const MANY_CLASSES = 30;

/** The plots that a part of an evaluation has figures for. */
export function EvaluationCharts({ report, evaluation }: EvaluationChartsProps) {
  const { t, language } = useT();
  const words = useChartWords();
  const { confusion, roc, precisionRecall, scatter } = evaluation;
  const positive = report.positiveClass ?? report.classes?.[1] ?? report.target;
  const classes = report.classes ?? [];
  return (
    <>
      {confusion && classes.length > 0 && classes.length <= MANY_CLASSES && (
        <section className="min-w-0">
          <h3 className="mb-1 font-medium">{t('panels.confusion')}</h3>
          <Confusion
            label={t('panels.confusion')}
            classes={classes}
            counts={confusion}
            trueLabel={t('panels.trueClass')}
            predictedLabel={t('panels.predictedClass')}
            write={(count) => formatNumber(language, count)}
            writeShare={(share) => formatPercent(language, share)}
            describe={(truth, predicted, n, share) => t('panels.confusionCell', { truth, predicted, n, share })}
          />
        </section>
      )}
      {roc && roc.length > 1 && (
        <RateCurve
          title={t('panels.roc', { target: positive })}
          name="roc"
          points={roc}
          x={t('panels.rocX')}
          y={t('panels.rocY')}
          diagonal
        />
      )}
      {precisionRecall && precisionRecall.length > 1 && (
        <RateCurve
          title={t('panels.prCurve', { target: positive })}
          name="precision-recall"
          points={precisionRecall}
          x={t('panels.recall')}
          y={t('panels.precision')}
        />
      )}
      {scatter && scatter.length > 0 && (
        <div className="w-88 max-w-full">
          <ChartFrame
            title={t('panels.scatter', { target: report.target })}
            words={words}
            fileName="millrace-predicted-true"
            table={() => ({ columns: [t('panels.truth'), t('panels.predicted')], rows: scatter })}
          >
            <Scatter
              label={t('panels.scatter', { target: report.target })}
              points={scatter}
              colour="series-test"
              height={240}
              xLabel={t('panels.truth')}
              yLabel={t('panels.predicted')}
              write={(value) => formatFigure(language, value, 3)}
              best="diagonal"
            />
          </ChartFrame>
        </div>
      )}
      {scatter && scatter.length > 0 && <Residuals target={report.target} scatter={scatter} />}
    </>
  );
}

/** What a good model leaves over has no shape: a bow or a funnel is something that it has not learned. */
function Residuals({ target, scatter }: { target: string; scatter: readonly Point[] }) {
  const { t, say, language } = useT();
  const words = useChartWords();
  const points = scatter.map(([truth, predicted]): Point => [predicted, predicted - truth]);
  const title = say(residualWords(target));
  const error = say(WORST_WORDS.error);
  return (
    <div className="w-88 max-w-full">
      <ChartFrame
        title={title}
        words={words}
        fileName="millrace-errors"
        table={() => ({ columns: [t('panels.predicted'), error], rows: points })}
      >
        <Scatter
          label={title}
          points={points}
          colour="series-test"
          height={240}
          xLabel={t('panels.predicted')}
          yLabel={error}
          write={(value) => formatFigure(language, value, 3)}
          best="zero"
        />
      </ChartFrame>
    </div>
  );
}

interface RateCurveProps {
  readonly title: string;
  readonly name: string;
  readonly points: readonly Point[];
  readonly x: string;
  readonly y: string;
  readonly diagonal?: boolean;
}

function RateCurve({ title, name, points, x, y, diagonal }: RateCurveProps) {
  const { language } = useT();
  const words = useChartWords();
  const sorted = points.toSorted((a, b) => a[0] - b[0]);
  const write = (value: number) => formatFixed(language, value, 2);
  return (
    <div className="w-84 max-w-full">
      <ChartFrame
        title={title}
        words={words}
        fileName={`millrace-${name}`}
        table={() => ({ columns: [x, y], rows: points })}
      >
        <LineChart
          label={title}
          series={[{ id: name, label: y, colour: 'series-test', points: sorted }]}
          height={200}
          xLabel={x}
          xDomain={[0, 1]}
          yDomain={[0, 1]}
          writeX={write}
          writeY={write}
          diagonal={diagonal === true}
        />
      </ChartFrame>
    </div>
  );
}
