import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Json, JsonObject } from '../../lib/json';
import type { Control } from '../../nodes/contract/kind';
import { useNode } from '../../store/document/pipeline';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useInputColumns } from './ColumnControls';
import { asNumber } from './json-values';

interface PerValueControlProps {
  readonly nodeId: string;
  readonly id: string;
  readonly label: string;
  readonly control: Extract<Control, { type: 'perValue' }>;
  readonly value: JsonObject;
  readonly onChange: (value: Json) => void;
}

/** A number for values of a column: those that have one are listed, others can be chosen, or typed where none is known. */
export function PerValueControl({ nodeId, id, label, control, value, onChange }: PerValueControlProps) {
  const { t } = useT();
  const words = useWords(nodeId, control);
  const named = Object.keys(value);
  const free = words.filter((word) => !named.includes(word));
  const add = (word: string) => {
    if (word !== '' && !named.includes(word)) onChange({ ...value, [word]: control.start });
  };
  const drop = (word: string) => onChange(Object.fromEntries(Object.entries(value).filter(([key]) => key !== word)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" aria-label={label}>
      {named.map((word) => (
        <div key={word} className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{word}</span>
          <span className="w-24">
            <NumberField
              id={`${id}-${word}`}
              label={word}
              value={asNumber(value[word])}
              min={control.min}
              max={control.max}
              step={control.step}
              onChange={(next) => next !== null && onChange({ ...value, [word]: next })}
            />
          </span>
          <IconButton
            small
            label={t('inspector.remove', { name: word })}
            icon={<X size={13} />}
            onClick={() => drop(word)}
          />
        </div>
      ))}
      {words.length === 0 && <TypedValue id={id} onAdd={add} />}
      {free.length > 0 && (
        <Select
          id={id}
          value=""
          className="w-full"
          aria-label={t('inspector.perValueAdd')}
          onChange={add}
          options={[
            { value: '', label: t('inspector.perValueAdd') },
            ...free.map((word) => ({ value: word, label: word })),
          ]}
        />
      )}
    </fieldset>
  );
}

/** The words of the column that another field of the form names. */
function useWords(nodeId: string, control: PerValueControlProps['control']): readonly string[] {
  const column = useNode(nodeId)?.params[control.column];
  const field = useInputColumns(nodeId, control.port)?.find(({ name }) => name === column);
  return field?.categories ?? (field?.type === 'boolean' ? ['false', 'true'] : []);
}

function TypedValue({ id, onAdd }: { readonly id: string; readonly onAdd: (word: string) => void }) {
  const { t } = useT();
  const [word, setWord] = useState('');
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(word.trim());
        setWord('');
      }}
    >
      <TextField id={id} value={word} placeholder={t('inspector.perValueAdd')} onChange={setWord} />
      <IconButton label={t('inspector.perValueAdd')} icon={<Plus size={15} />} onClick={() => onAdd(word.trim())} />
    </form>
  );
}
