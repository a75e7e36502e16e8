import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useT } from '../i18n/use-t';
import { fetchHelps, useGlossary } from '../store/view/kind-helps';
import { cx } from '../ui/cx';
import { Dialog } from '../ui/Dialog';
import { Keys } from '../ui/Keys';
import { commandEntries, type Entry, findEntries } from './command-list';
import { closeDialog } from './dialogs';

const SHOWN = 60;

/** Every command, found by typing. */
export function CommandsDialog() {
  const translator = useT();
  const { t } = translator;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const glossary = useGlossary();
  useEffect(() => void fetchHelps(), []);
  const entries = useMemo(() => commandEntries(translator, glossary), [translator, glossary]);
  const found = useMemo(() => findEntries(entries, query).slice(0, SHOWN), [entries, query]);
  const perform = (entry: Entry | undefined) => {
    if (!entry || entry.why !== undefined) return;
    closeDialog();
    // After the dialog has handed the keyboard back.
    requestAnimationFrame(() => entry.perform());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = (active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length);
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      perform(found[active]);
    }
  };
  return (
    <Dialog open onClose={closeDialog} title={t('app.commands')} hideTitle closeLabel={t('app.close')}>
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Search size={16} className="text-quiet" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          aria-label={t('dialogs.searchCommands')}
          placeholder={t('dialogs.searchCommands')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-quiet"
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('app.commands')} tabIndex={-1} className="p-1.5">
        {found.length === 0 && <p className="px-3 py-6 text-center text-quiet">{t('dialogs.noCommands')}</p>}
        {found.map((entry, index) => (
          <div
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-disabled={entry.why !== undefined || undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => perform(entry)}
            onKeyDown={onKeyDown}
            className={cx(
              'hit flex h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5',
              index === active && 'bg-hover',
            )}
          >
            <span
              className="size-2 rounded-full"
              style={{ background: entry.stage ? `var(--stage-${entry.stage})` : 'transparent' }}
            />
            <span className={cx('min-w-0 flex-1 truncate', entry.why !== undefined && 'text-quiet')}>
              {entry.label}
            </span>
            {(entry.why ?? entry.says) && (
              <span className="max-w-[60%] truncate text-sm text-quiet">{entry.why ?? entry.says}</span>
            )}
            {entry.keys && <Keys keys={entry.keys} />}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
