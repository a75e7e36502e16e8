import { Check, ChevronDown, X } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { cx } from './cx';
import { Popover } from './Popover';

interface ColumnChoice {
  readonly name: string;
  /** Type, and role where it has one. */
  readonly detail: string;
}

interface ColumnsPickerWords {
  readonly search: string;
  readonly nothing: string;
  readonly clear: string;
  readonly remove: (name: string) => string;
  readonly absent: string;
}

interface ColumnsPickerProps {
  readonly id?: string;
  readonly label: string;
  readonly columns: readonly ColumnChoice[];
  readonly chosen: readonly string[];
  /** What no choice stands for. */
  readonly emptyMeans: string;
  readonly words: ColumnsPickerWords;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several columns of a table: searched by name, toggled one by one; the empty choice has a meaning of its own. */
export function ColumnsPicker({ id, label, columns, chosen, emptyMeans, words, onChange }: ColumnsPickerProps) {
  const known = useMemo(() => new Set(columns.map((column) => column.name)), [columns]);
  const toggle = (name: string) =>
    onChange(
      chosen.includes(name)
        ? chosen.filter((other) => other !== name)
        : columns.map((column) => column.name).filter((other) => other === name || chosen.includes(other)),
    );
  const names = chosen.join(', ');
  const said = chosen.length === 0 ? emptyMeans : chosen.length === 1 ? names : `${chosen.length} · ${names}`;
  return (
    <div className="flex flex-col gap-1.5">
      <Popover
        label={label}
        trigger={
          <button
            id={id}
            type="button"
            aria-label={`${label}: ${said}`}
            className="hit flex h-8 w-full items-center gap-2 rounded-md border border-line-strong bg-raised px-2 text-left hover:bg-hover"
          >
            <span className={cx('min-w-0 flex-1 truncate', chosen.length === 0 && 'text-quiet')}>{said}</span>
            <ChevronDown size={14} className="text-quiet" />
          </button>
        }
      >
        <ColumnList
          label={label}
          columns={columns}
          chosen={chosen}
          words={words}
          onToggle={toggle}
          onClear={() => onChange([])}
        />
      </Popover>
      {chosen.some((name) => !known.has(name)) && (
        <ul className="flex flex-wrap gap-1">
          {chosen
            .filter((name) => !known.has(name))
            .map((name) => (
              <li
                key={name}
                className="flex items-center gap-1 rounded-sm bg-failed-soft py-0.5 pr-0.5 pl-1.5 text-sm text-failed"
              >
                {name} · {words.absent}
                <button
                  type="button"
                  aria-label={words.remove(name)}
                  className="hit grid place-items-center"
                  onClick={() => onChange(chosen.filter((other) => other !== name))}
                >
                  <X size={12} />
                </button>
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

interface ColumnListProps {
  readonly label: string;
  readonly columns: readonly ColumnChoice[];
  readonly chosen: readonly string[];
  readonly words: ColumnsPickerWords;
  readonly onToggle: (name: string) => void;
  readonly onClear: () => void;
}

const SHOWN = 200;

function ColumnList({ label, columns, chosen, words, onToggle, onClear }: ColumnListProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const found = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    return columns.filter((column) => column.name.toLowerCase().includes(wanted)).slice(0, SHOWN);
  }, [columns, query]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = Math.min(found.length - 1, Math.max(0, active + (event.key === 'ArrowDown' ? 1 : -1)));
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const column = found[active];
      if (column) onToggle(column.name);
    }
  };
  return (
    <div className="flex max-h-80 flex-col">
      <div className="flex items-center border-b border-line">
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-9 min-w-0 flex-1 bg-transparent px-3 outline-none placeholder:text-quiet"
        />
        {chosen.length > 0 && (
          <button
            type="button"
            onClick={onClear}
            className="hit mr-1 h-7 rounded-sm px-2 text-sm text-quiet hover:bg-hover"
          >
            {words.clear}
          </button>
        )}
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        tabIndex={-1}
        className="min-h-0 overflow-y-auto p-1"
      >
        {found.length === 0 && <p className="px-2 py-3 text-center text-quiet">{words.nothing}</p>}
        {found.map((column, index) => (
          <div
            key={column.name}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.includes(column.name)}
            onPointerMove={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onToggle(column.name)}
            onKeyDown={onKeyDown}
            className={cx(
              'hit flex h-7 cursor-default items-center gap-2 rounded-sm px-2',
              index === active && 'bg-hover',
            )}
          >
            <span className="grid size-3.5 place-items-center rounded-[3px] border border-line-strong text-on-accent [[aria-selected=true]>&]:border-accent [[aria-selected=true]>&]:bg-accent">
              {chosen.includes(column.name) && <Check size={11} strokeWidth={3} />}
            </span>
            <span className="min-w-0 flex-1 truncate">{column.name}</span>
            <span className="text-sm text-quiet">{column.detail}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
