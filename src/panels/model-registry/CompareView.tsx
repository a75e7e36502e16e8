import { Equal, EqualNot, TrendingDown, TrendingUp, X } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import type { ModelVersion } from '../../worker/live-protocol';
import { Section } from '../Section';
import { CompareCurves } from './CompareCurves';
import { changeOf, figureNames, figureTitle, isTooSmall, writeFigure } from './figures';
import { compareFacts, type Fact, lineageFacts } from './lineage-facts';
import { StageMark } from './StageMark';
import { useModelLook } from './use-model-look';

interface CompareViewProps {
  readonly first: ModelVersion;
  readonly second: ModelVersion;
  readonly onClose: () => void;
}

/** Two versions side by side: figures with their difference, what differs in where they come from, their curves. */
export function CompareView({ first, second, onClose }: CompareViewProps) {
  const { t } = useT();
  const heading = t('models.comparing', { a: labelOf(first, second), b: labelOf(second, first) });
  return (
    <article aria-label={heading}>
      <header className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2.5">
        <h2 className="text-lg font-semibold">{heading}</h2>
        <Button small look="ghost" className="ml-auto" icon={<X size={14} />} onClick={onClose}>
          {t('models.endComparing')}
        </Button>
      </header>
      <Section title={t('models.figures')}>
        <FigureTable first={first} second={second} />
      </Section>
      <Section title={t('models.curves')}>
        <CompareCurves first={first} second={second} labels={[labelOf(first, second), labelOf(second, first)]} />
      </Section>
      <Section title={t('models.lineage')}>
        <FactTable first={first} second={second} />
      </Section>
    </article>
  );
}

type Pair = Pick<CompareViewProps, 'first' | 'second'>;

const labelOf = ({ number, line }: ModelVersion, other: ModelVersion): string =>
  line === other.line ? `v${number}` : `${line} v${number}`;

function Heads({ first, second }: Pair) {
  return [first, second].map((version, index) => (
    <th key={`${version.line} ${version.id}`} scope="col" className="pb-1 pl-5 text-left font-normal align-bottom">
      <span className="block font-medium text-ink">{labelOf(version, index === 0 ? second : first)}</span>
      <StageMark stage={version.stage} />
    </th>
  ));
}

function FigureTable({ first, second }: Pair) {
  const translator = useT();
  const { t } = translator;
  const names = figureNames(first.metrics, second.metrics);
  if (names.length === 0) return <p className="text-quiet">{t('models.noFigures')}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="tabular text-left">
        <thead className="text-sm">
          <tr>
            <th scope="col" className="pb-1 text-left font-normal text-quiet align-bottom">
              {t('panels.metric')}
            </th>
            <Heads first={first} second={second} />
            <th scope="col" className="pb-1 pl-5 text-left font-normal text-quiet align-bottom">
              {t('models.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {figureTitle(name, translator)}
              </th>
              <td className="pl-5 font-medium">{writeFigure(name, first.metrics[name] ?? null, translator)}</td>
              <td className="pl-5 font-medium">{writeFigure(name, second.metrics[name] ?? null, translator)}</td>
              <td className="pl-5">
                <Difference name={name} from={first.metrics[name] ?? null} to={second.metrics[name] ?? null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Difference({ name, from, to }: { name: string; from: number | null; to: number | null }) {
  const translator = useT();
  const { t } = translator;
  const change = changeOf(name, from, to);
  if (change === null) return <span className="text-quiet">–</span>;
  const { by, better } = change;
  if (by === 0) return <span className="text-quiet">{t('models.same')}</span>;
  if (isTooSmall(name, by, translator)) return <span className="text-quiet">{t('models.almostSame')}</span>;
  const Trend = by > 0 ? TrendingUp : TrendingDown;
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5',
        better === true && 'text-good',
        better === false && 'text-warning',
      )}
    >
      <Trend size={14} aria-hidden="true" />
      {by > 0 ? '+' : '−'}
      {writeFigure(name, Math.abs(by), translator)}
      {better !== null && <span className="text-sm">{t(better ? 'models.better' : 'models.worse')}</span>}
    </span>
  );
}

function FactTable({ first, second }: Pair) {
  const translator = useT();
  const { t } = translator;
  const looks = [useModelLook(first.id), useModelLook(second.id)];
  const [one, other] = [first, second].map((version, i): readonly Fact[] => {
    const look = looks[i];
    const decision = look?.state === 'answered' ? look.value.decision : null;
    const decides = decision === null ? [] : [{ name: 'panels.decision', value: translator.say(decision) } as const];
    return [...decides, ...lineageFacts(version, translator)];
  });
  const facts = compareFacts(one ?? [], other ?? []);
  return (
    <div className="overflow-x-auto">
      <table className="tabular text-left">
        <thead className="text-sm">
          <tr>
            <td className="w-6" />
            <td />
            <Heads first={first} second={second} />
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, first: one, second: other }) => {
            const own = one?.own === true;
            const same = one?.value === other?.value;
            const differs = !same && !own;
            const Mark = same ? Equal : EqualNot;
            return (
              <tr key={name} className={cx('border-t border-line', differs && 'bg-warning-soft')}>
                <td className="py-1 pl-1">
                  {!own && (
                    <Mark
                      size={14}
                      role="img"
                      aria-label={t(same ? 'models.same' : 'models.differs')}
                      className={same ? 'text-quiet' : 'text-warning'}
                    />
                  )}
                </td>
                <th scope="row" className={cx('py-1 pr-4 pl-1 text-left font-normal', !differs && 'text-quiet')}>
                  {t(name)}
                </th>
                {[one, other].map((fact, index) => (
                  <td
                    key={index === 0 ? 'first' : 'second'}
                    className={cx(
                      'max-w-80 min-w-24 pr-2 pl-5',
                      fact?.code === true ? 'truncate font-mono text-sm' : 'break-words',
                      !differs && 'text-quiet',
                    )}
                    title={fact?.code === true ? fact.value : undefined}
                  >
                    {fact?.value ?? '–'}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
