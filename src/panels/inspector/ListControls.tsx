import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Json } from '../../lib/json';
import type { Control } from '../../nodes/contract/kind';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import { TextField } from '../../ui/TextField';

interface NumbersControlProps {
  readonly id: string;
  readonly label: string;
  readonly control: Extract<Control, { type: 'numbers' }>;
  readonly value: readonly number[];
  readonly onChange: (value: Json) => void;
}

/** Whole numbers in a row, such as the widths of hidden layers. */
export function NumbersControl({ id, label, control, value, onChange }: NumbersControlProps) {
  const { t } = useT();
  const without = (at: number) => value.filter((_, index) => index !== at);
  return (
    <ol className="flex flex-wrap items-center gap-1.5" aria-label={label}>
      {value.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its position
        <li key={index} className="group relative w-[70px]">
          <NumberField
            id={index === 0 ? id : undefined}
            label={t('inspector.layer', { n: index + 1 })}
            value={width}
            min={control.min}
            max={control.max}
            integer
            onChange={(next) => next !== null && onChange(value.map((old, at) => (at === index ? next : old)))}
          />
          <button
            type="button"
            aria-label={t('inspector.remove', { name: t('inspector.layer', { n: index + 1 }) })}
            onClick={() => onChange(without(index))}
            className="absolute top-1 right-1 grid size-6 place-items-center rounded-sm text-quiet opacity-50 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-hover touch:size-9 touch:-top-0"
          >
            <X size={12} />
          </button>
        </li>
      ))}
      {value.length < control.maxLength && (
        <li>
          <IconButton
            label={t('inspector.addLayer')}
            icon={<Plus size={15} />}
            onClick={() => onChange([...value, value.at(-1) ?? Math.min(control.max, Math.max(control.min, 32))])}
          />
        </li>
      )}
    </ol>
  );
}

interface WordsControlProps {
  readonly id: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: Json) => void;
}

/** Words typed one by one, in an order that may matter. */
export function WordsControl({ id, label, value, onChange }: WordsControlProps) {
  const { t } = useT();
  const [typed, setTyped] = useState('');
  const add = () => {
    const word = typed.trim();
    if (word !== '' && !value.includes(word)) onChange([...value, word]);
    setTyped('');
  };
  return (
    <div className="flex flex-col gap-1.5">
      {value.length > 0 && (
        <ol aria-label={label} className="flex flex-wrap gap-1">
          {value.map((word) => (
            <li key={word} className="flex items-center gap-0.5 rounded-sm bg-sunken py-0.5 pr-0.5 pl-2">
              {word}
              <button
                type="button"
                aria-label={t('inspector.remove', { name: word })}
                onClick={() => onChange(value.filter((other) => other !== word))}
                className="hit grid size-5 place-items-center rounded-sm text-quiet hover:bg-hover"
              >
                <X size={12} />
              </button>
            </li>
          ))}
        </ol>
      )}
      <TextField
        id={id}
        value={typed}
        placeholder={t('inspector.addWord')}
        onChange={setTyped}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
        }}
      />
    </div>
  );
}
