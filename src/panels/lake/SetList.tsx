import { formatMoment } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { cx } from '../../ui/cx';
import type { LakeSet } from '../../worker/live-protocol';

interface SetListProps {
  readonly sets: readonly LakeSet[];
  readonly shown: string | null;
  readonly onShow: (name: string) => void;
}

/** The data sets by name. */
export function SetList({ sets, shown, onShow }: SetListProps) {
  const { t, language } = useT();
  return (
    <ul aria-label={t('lake.sets')}>
      {sets.map(({ name, versions }) => {
        const newest = versions.at(-1);
        return (
          <li key={name}>
            <button
              type="button"
              aria-current={name === shown}
              onClick={() => onShow(name)}
              className={cx(
                'flex min-h-11 w-full items-center gap-3 border-b border-line px-4 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2',
                name === shown && 'bg-accent-soft',
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">{name}</span>
                <span className="tabular block truncate text-sm text-quiet">
                  {t('lake.setFacts', { rows: newest?.rows ?? 0, n: versions.length })}
                </span>
              </span>
              {newest !== undefined && (
                <span className="tabular shrink-0 text-sm text-quiet">
                  {formatMoment(language, Date.parse(newest.keptAt), 'short')}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
