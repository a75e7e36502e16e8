import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { TextField } from '../../ui/TextField';
import { VIEW_WORDS } from './view-words';

/** Typing ends this long before rows are looked for, in milliseconds. */
const REST = 250;

/** Looks for rows that hold a text, once typing rests. */
export function RowSearch({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const { say } = useT();
  const [typed, setTyped] = useState(value);
  // What is taken back elsewhere empties the field.
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the rest anew
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onSearch(typed), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextField
      type="search"
      value={typed}
      onChange={setTyped}
      aria-label={say(VIEW_WORDS.search)}
      placeholder={say(VIEW_WORDS.search)}
      className="max-w-44 flex-1"
    />
  );
}
