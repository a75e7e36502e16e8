import { Undo2 } from 'lucide-react';
import { formatMoment, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useLive } from '../../store/live/live-store';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { Tooltip } from '../../ui/Tooltip';
import type { ModelVersion } from '../../worker/live-protocol';
import { taskWord } from '../words';
import { figureTitle, headlineOf, writeFigure } from './figures';
import { madeByWord } from './lineage-facts';
import { StageMark } from './StageMark';
import { servingDeployment } from './use-model-actions';
import { linesOf, type VersionLine, versionKey } from './version-lines';

interface VersionListProps {
  readonly versions: readonly ModelVersion[];
  /** Keys of the version shown and of those that are compared. */
  readonly shown: string | null;
  readonly compared: readonly string[];
  readonly onShow: (version: ModelVersion) => void;
  readonly onCompare: (version: ModelVersion) => void;
  readonly onRollback: (line: string) => void;
}

export function VersionList({ versions, onRollback, ...rest }: VersionListProps) {
  const { t } = useT();
  return (
    <nav aria-label={t('models.versions')}>
      {linesOf(versions).map((line) => (
        <section key={line.name} aria-label={line.name} className="border-b border-line last:border-b-0">
          <LineHeading line={line} onRollback={onRollback} />
          <ul>
            {line.versions.map((version) => (
              <VersionRow key={versionKey(version)} version={version} {...rest} />
            ))}
          </ul>
        </section>
      ))}
      {versions.length > 1 && <p className="px-4 py-2 text-sm text-quiet">{t('models.compareHint')}</p>}
    </nav>
  );
}

function LineHeading({ line, onRollback }: { line: VersionLine; onRollback: (line: string) => void }) {
  const { t } = useT();
  const isLive = useLive((state) => servingDeployment(state, line.name) !== null);
  const [newest] = line.versions;
  return (
    <div className="flex min-h-11 items-center gap-2 px-4 pt-2 pb-1">
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold">{line.name}</h2>
        {newest !== undefined && (
          <p className="truncate text-sm text-quiet">
            {t('models.lineFacts', { task: t(taskWord[newest.task]), target: newest.target })}
          </p>
        )}
      </div>
      {isLive && <Badge tone="good">{t('models.servesLive')}</Badge>}
      {line.canGoBack && line.champion !== null && (
        <Tooltip content={t('models.rollbackHelp', { n: line.champion.number })}>
          <Button small icon={<Undo2 size={14} />} onClick={() => onRollback(line.name)}>
            {t('models.rollback')}
          </Button>
        </Tooltip>
      )}
    </div>
  );
}

interface VersionRowProps extends Omit<VersionListProps, 'versions' | 'onRollback'> {
  readonly version: ModelVersion;
}

function VersionRow({ version, shown, compared, onShow, onCompare }: VersionRowProps) {
  const translator = useT();
  const { t, language } = translator;
  const { number, stage, metrics, lineage, keptAt, line } = version;
  const key = versionKey(version);
  const headline = headlineOf(metrics);
  return (
    <li className={cx('flex items-stretch', key === shown && 'bg-accent-soft')}>
      <label className="grid w-10 shrink-0 cursor-pointer place-items-center pl-2">
        <input
          type="checkbox"
          checked={compared.includes(key)}
          onChange={() => onCompare(version)}
          aria-label={t('models.compareThis', { n: number, line })}
          className="size-3.5 accent-(--accent)"
        />
      </label>
      <button
        type="button"
        aria-current={key === shown}
        onClick={() => onShow(version)}
        className="grid min-h-11 min-w-0 flex-1 grid-cols-[2.75rem_1fr_auto] items-center gap-x-2 py-1 pr-4 text-left hover:bg-hover"
      >
        <span className="tabular text-lg font-semibold">v{number}</span>
        <span className="min-w-0">
          <StageMark stage={stage} />
          <span className="block truncate text-sm text-quiet">
            {t(madeByWord[lineage.madeBy])} · {formatMoment(language, Date.parse(keptAt), 'short')}
          </span>
        </span>
        <span className="tabular text-right">
          {headline !== null && (
            <span className="block font-medium" title={figureTitle(headline, translator)}>
              <span className="text-sm font-normal text-quiet">{figureTitle(headline, translator)}</span>{' '}
              {writeFigure(headline, metrics[headline] ?? null, translator)}
            </span>
          )}
          <span className="block text-sm text-quiet">
            {t('panels.rowCount', { n: formatNumber(language, lineage.rows) })}
          </span>
        </span>
      </button>
    </li>
  );
}
