import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Point } from '../../graph/geometry';
import { useT } from '../../i18n/use-t';
import { placeOnPage } from './place-on-page';

const SIZE = { width: 360, height: 380 } as const;

export interface Choice {
  readonly id: string;
  /** Choices of one group stand together under its name. */
  readonly group?: string;
  readonly row: ReactNode;
  readonly choose: () => void;
}

interface ChoiceListProps {
  readonly label: string;
  readonly placeholder: string;
  /** Where it opens, in page pixels; null for the middle. */
  readonly anchor: Point | null;
  readonly search: (query: string) => readonly Choice[];
  readonly none: (query: string) => string;
  /** Said above what was found. */
  readonly remark?: (query: string) => ReactNode;
  readonly onClose: () => void;
}

/** A list that narrows as one types: an ARIA combobox over a listbox. */
export function ChoiceList({ label, placeholder, anchor, search, none, remark, onClose }: ChoiceListProps): ReactNode {
  const { t } = useT();
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const cameFrom = useRef(document.activeElement);
  const found = search(query);
  const at = Math.min(active, found.length - 1);
  const chosen = found[at];
  const optionId = (choice: Choice): string => `${id}-${choice.id.replace(/\W/g, '_')}`;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelectorAll('[role="option"]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const last = found.length - 1;
  /** Whether the key was one of the list's. */
  const press = (key: string): boolean => {
    if (key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (key === 'PageDown') setActive(Math.min(at + 6, last));
    else if (key === 'PageUp') setActive(Math.max(at - 6, 0));
    else if (key === 'Enter') chosen?.choose();
    else if (key === 'Escape') {
      onClose();
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
    } else return false;
    return true;
  };
  const place = placeOnPage(anchor, SIZE);
  return (
    <div
      className="mr-pop"
      role="dialog"
      aria-label={label}
      style={{ left: place.x, top: place.y, maxHeight: SIZE.height }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <input
        ref={field}
        className="mr-pop-search"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : optionId(chosen)}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (!event.nativeEvent.isComposing && press(event.key)) event.preventDefault();
        }}
      />
      {remark?.(query)}
      <div ref={list} id={`${id}-list`} className="mr-pop-list" role="listbox" aria-label={label}>
        {found.map((choice, index) => [
          choice.group !== undefined && choice.group !== found[index - 1]?.group && (
            <div key={`group-${choice.id}`} className="mr-pop-group" role="presentation">
              {choice.group}
            </div>
          ),
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keyboard
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox points at it by aria-activedescendant
          <div
            key={choice.id}
            id={optionId(choice)}
            className="mr-kind"
            role="option"
            aria-selected={choice === chosen}
            onPointerMove={() => setActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={choice.choose}
          >
            {choice.row}
          </div>,
        ])}
      </div>
      {found.length === 0 && <p className="mr-pop-none">{none(query)}</p>}
      <p className="sr-only" role="status">
        {t('editor.found', { n: found.length })}
      </p>
    </div>
  );
}
