import { ArrowDown, ArrowUp } from 'lucide-react';
import { formatDate, formatFigure, formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { ColumnProfile } from '../../table/profile';
import { TYPE_NAMES } from '../../table/type-names';
import { Badge } from '../../ui/Badge';
import { Histogram, TopWords } from '../../ui/charts/ColumnSketch';
import { cx } from '../../ui/cx';
import { roleWord } from '../words';
import { sortWords } from './view-words';

interface ColumnHeaderProps {
  readonly profile: ColumnProfile;
  readonly rows: number;
  readonly sorted: 'none' | 'ascending' | 'descending';
  readonly onSort: () => void;
}

/** A column at a glance: name, type, role, what is missing, and how its values spread. Its name sorts the rows. */
export function ColumnHeader({ profile, rows, sorted, onSort }: ColumnHeaderProps) {
  const { t, say, language } = useT();
  const write = (value: number) =>
    profile.type === 'date' ? formatDate(language, value) : formatFigure(language, value, 4);
  const { numeric } = profile;
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp;
  const spread =
    numeric == null
      ? ''
      : t('panels.spread', {
          name: profile.name,
          min: write(numeric.min),
          max: write(numeric.max),
          median: write(numeric.median),
        });
  return (
    <div className="flex h-full flex-col gap-0.5 px-2 py-1.5 text-left">
      {profile.type === 'image' ? (
        <div className="truncate font-medium" title={profile.name}>
          {profile.name}
        </div>
      ) : (
        <button
          type="button"
          title={say(sortWords(profile.name))}
          onClick={onSort}
          className="group hit -mx-1 flex items-center gap-1 rounded-sm px-1 text-left font-medium hover:bg-hover"
        >
          <span className="truncate">{profile.name}</span>
          <Arrow
            size={13}
            aria-hidden
            className={cx(
              'shrink-0',
              sorted === 'none' && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60',
            )}
          />
        </button>
      )}
      <div className="flex items-center gap-1 text-xs text-quiet">
        {say(TYPE_NAMES[profile.type])}
        {profile.role && <Badge tone="accent">{t(roleWord[profile.role])}</Badge>}
      </div>
      <div className="tabular text-xs" title={formatPercent(language, rows === 0 ? 0 : profile.missing / rows)}>
        {profile.missing > 0 ? (
          <span className="text-warning">{t('panels.missing', { n: profile.missing })}</span>
        ) : (
          <span className="text-quiet">{t('panels.noneMissing')}</span>
        )}
      </div>
      <div className="mt-auto" title={spread}>
        {profile.histogram && numeric ? (
          <>
            <Histogram counts={profile.histogram.counts} label={spread} width={124} height={24} />
            <div className="tabular flex justify-between text-xs text-quiet">
              <span className="truncate">{write(numeric.min)}</span>
              <span className="truncate">{write(numeric.max)}</span>
            </div>
          </>
        ) : profile.top && profile.top.length > 0 ? (
          <TopWords
            words={profile.top.slice(0, 3).map(({ value, count }) => ({
              value,
              share: rows === 0 ? 0 : count / rows,
              written: formatNumber(language, count),
            }))}
          />
        ) : profile.type === 'image' ? null : (
          <span className="text-xs text-quiet">{t('panels.allMissing')}</span>
        )}
      </div>
    </div>
  );
}
