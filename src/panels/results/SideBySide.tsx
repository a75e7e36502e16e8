import { useMemo } from 'react';
import { formatFigure } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Text } from '../../lib/text';
import { useDocument } from '../../store/document/document-store';
import { cx } from '../../ui/cx';
import { Tooltip } from '../../ui/Tooltip';
import type { ComparedEvaluation, EvaluationsCompared } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { HEADLINES, metricWords, writeMetric } from '../metric-words';
import { type ReadyOutput, refKey } from '../outputs';
import { useAsked } from '../use-asked';
import { partWord } from '../words';
import { modelNames } from './model-names';
import { besideWords, SIDE_WORDS, testedWords } from './side-words';

interface SideBySideProps {
  readonly reports: readonly ReadyOutput[];
  readonly shown: ReadyOutput;
  readonly onChoose: (report: ReadyOutput) => void;
}

/** The models of a pipeline beside each other: one is chosen to be looked at below. */
export function SideBySide({ reports, shown, onChoose }: SideBySideProps) {
  const { t, say } = useT();
  const engine = useEngine();
  const document = useDocument((state) => state.document);
  const models = useMemo(() => modelNames(document, reports, say), [document, reports, say]);
  const asked = useAsked(reports.map(({ ref }) => refKey(ref)).join(' '), () =>
    engine.compareEvaluations(reports.map(({ ref }) => ref)),
  );
  const known = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  const compared = known?.evaluations.length === reports.length ? known : null;
  const names = compared === null ? [] : HEADLINES.filter((name) => compared.evaluations.some(has(name)));
  const ranked = compared?.evaluations.some(({ besideBest }) => besideBest !== null) ?? false;
  return (
    <section aria-label={say(SIDE_WORDS.title)} className="overflow-x-auto border-b border-line px-4 py-2">
      <table className="tabular text-right">
        <thead className="text-sm text-quiet">
          <tr>
            <th scope="col" className="pb-1 text-left font-normal">
              {say(SIDE_WORDS.title)}
              {compared !== null && ` · ${t(partWord[compared.part])}`}
            </th>
            {names.map((name) => (
              <MetricHead key={name} name={name} />
            ))}
            {ranked && (
              <th scope="col" className="pb-1 pl-6 text-left font-normal">
                {say(SIDE_WORDS.beside)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {reports.map((report, at) => (
            <tr key={`${report.nodeId}.${report.port}`} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                <button
                  type="button"
                  aria-pressed={report === shown}
                  onClick={() => onChoose(report)}
                  className="hit rounded-sm px-1.5 py-0.5 text-left hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:font-medium"
                >
                  {models[at]}
                </button>
              </th>
              {names.map((name) => (
                <FigureCell key={name} name={name} evaluation={compared?.evaluations[at]} />
              ))}
              {ranked && compared !== null && <BesideCell at={at} compared={compared} />}
            </tr>
          ))}
        </tbody>
      </table>
      {compared !== null && <Apart compared={compared} />}
    </section>
  );
}

const has =
  (name: string) =>
  ({ figures }: ComparedEvaluation): boolean =>
    figures !== undefined && name in figures.metrics;

function MetricHead({ name }: { name: string }) {
  const { t } = useT();
  const words = metricWords(name);
  return (
    <th scope="col" className="pb-1 pl-6 font-normal">
      {words === undefined ? (
        name
      ) : (
        <Tooltip content={t(words.help)}>
          <span>{t(words.title)}</span>
        </Tooltip>
      )}
    </th>
  );
}

function FigureCell({ name, evaluation }: { name: string; evaluation: ComparedEvaluation | undefined }) {
  const { language } = useT();
  const value = evaluation?.figures?.metrics[name];
  const interval = evaluation?.figures?.intervals[name];
  return (
    <td className="py-1 pl-6 whitespace-nowrap">
      <span className={cx(evaluation?.isBest && 'font-semibold')}>
        {value == null ? '–' : writeMetric(language, name, value)}
      </span>
      {interval !== undefined && (
        <span className="block text-sm text-quiet">
          {interval.map((end) => writeMetric(language, name, end)).join(' – ')}
        </span>
      )}
    </td>
  );
}

function BesideCell({ at, compared }: { at: number; compared: EvaluationsCompared }) {
  const { say, language } = useT();
  const evaluation = compared.evaluations[at];
  const words = besideWords(compared.evaluations, at);
  const beside = evaluation?.besideBest;
  const isStrong = evaluation?.isBest === true || beside?.isClear === true;
  const p = beside?.pValue == null ? null : formatFigure(language, beside.pValue, 2);
  const tested: Text | null = beside == null ? null : testedWords(beside);
  return (
    <td className={cx('py-1 pl-6 text-left', !isStrong && 'text-quiet')}>
      {say(words)}
      {tested !== null && (
        <span className="block text-sm text-quiet">
          {say(tested)}
          {p !== null && `, p = ${p}`}
        </span>
      )}
    </td>
  );
}

/** Says of models that saw other rows that they cannot be ranked. */
function Apart({ compared: { evaluations } }: { compared: EvaluationsCompared }) {
  const { say } = useT();
  const measured = evaluations.filter(({ figures }) => figures !== undefined);
  const targets = new Set(measured.map(({ target }) => target));
  if (new Set(measured.map(({ rows }) => rows)).size < 2) return null;
  return <p className="pt-1 text-quiet">{say(targets.size > 1 ? SIDE_WORDS.otherTargets : SIDE_WORDS.otherRows)}</p>;
}
