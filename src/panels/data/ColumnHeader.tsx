import { formatDate, formatFigure, formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { ColumnProfile } from '../../table/profile';
import { TYPE_NAMES } from '../../table/type-names';
import { Badge } from '../../ui/Badge';
import { Histogram, TopWords } from '../../ui/charts/ColumnSketch';
import { roleWord } from '../words';

/** A column at a glance: name, type, role, what is missing, and how its values spread. */
export function ColumnHeader({ profile, rows }: { profile: ColumnProfile; rows: number }) {
  const { t, say, language } = useT();
  const write = (value: number) =>
    profile.type === 'date' ? formatDate(language, value) : formatFigure(language, value, 4);
  const { numeric } = profile;
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
      <div className="truncate font-medium" title={profile.name}>
        {profile.name}
      </div>
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
