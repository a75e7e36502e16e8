import { useId } from 'react';
import { useT } from '../../i18n/use-t';
import type { SetAside } from '../../nodes/own-data/data-look';
import { Switch } from '../../ui/Switch';

interface AsideListProps {
  readonly setAside: readonly SetAside[];
  /** More may follow. */
  readonly weighing: boolean;
  readonly kept: ReadonlySet<string>;
  readonly onKeep: (kept: ReadonlySet<string>) => void;
}

/** Columns that are set aside, each with its reason, and what takes it back. */
export function AsideList({ setAside, weighing, kept, onKeep }: AsideListProps) {
  const { t, say } = useT();
  const id = useId();
  if (setAside.length === 0 && !weighing) return null;
  const keep = (column: string, stays: boolean) => {
    const next = new Set(kept);
    if (stays) next.add(column);
    else next.delete(column);
    onKeep(next);
  };
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1">
      <h3 id={id} className="font-medium">
        {t('own.aside')}
        {setAside.length > 0 && <span className="text-quiet"> · {t('own.asideHelp')}</span>}
      </h3>
      <ul className="flex flex-col">
        {setAside.map(({ column, reason, mayStay }) => (
          <li key={column} className="flex items-center gap-3 border-b border-line py-1.5 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="truncate font-mono text-sm">{column}</p>
              <p className="text-sm text-quiet">{say(reason)}</p>
            </div>
            {mayStay && (
              <span className="flex shrink-0 items-center gap-2 text-sm text-quiet">
                <span aria-hidden>{t('own.useShort')}</span>
                <Switch
                  checked={kept.has(column)}
                  label={t('own.use', { name: column })}
                  onChange={(stays) => keep(column, stays)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {weighing && (
        <p role="status" className="text-sm text-quiet">
          {t('own.weighing')}
        </p>
      )}
    </section>
  );
}
