import { X } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import type { Json, JsonObject } from '../../lib/json';
import type { Control, PerColumnField } from '../../nodes/contract/kind';
import { IconButton } from '../../ui/IconButton';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { TextField } from '../../ui/TextField';
import { useColumnDetail, useInputColumns } from './ColumnControls';
import { asRecord } from './json-values';

interface PerColumnControlProps {
  readonly nodeId: string;
  readonly id: string;
  readonly label: string;
  readonly control: Extract<Control, { type: 'perColumn' }>;
  readonly value: JsonObject;
  readonly onChange: (value: Json) => void;
}

/** Settings of single columns: those that have some are listed, the others can be added. */
export function PerColumnControl({ nodeId, id, label, control, value, onChange }: PerColumnControlProps) {
  const { t } = useT();
  const detail = useColumnDetail();
  const fields = useInputColumns(nodeId, control.port);
  const set = Object.keys(value);
  const free = (fields ?? []).filter((field) => !set.includes(field.name));
  const change = (column: string, name: string, next: Json) =>
    onChange({ ...value, [column]: { ...asRecord(value[column]), [name]: next } });
  const drop = (column: string) =>
    onChange(Object.fromEntries(Object.entries(value).filter(([name]) => name !== column)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-label={label}>
      {set.length === 0 && (
        <p className="text-sm text-quiet">
          {t(fields === null ? 'inspector.connectFirst' : 'inspector.perColumnNone')}
        </p>
      )}
      {set.map((column) => (
        <div key={column} className="rounded-md border border-line bg-surface p-2">
          <div className="mb-1 flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate font-medium">{column}</span>
            {fields !== null && !fields.some((field) => field.name === column) && (
              <span className="text-sm text-failed">{t('inspector.absent')}</span>
            )}
            <IconButton
              small
              label={t('inspector.remove', { name: column })}
              icon={<X size={13} />}
              onClick={() => drop(column)}
            />
          </div>
          <div className="flex flex-col gap-1.5">
            {control.fields.map((field) => (
              <PerColumnSetting
                key={field.name}
                id={`${id}-${column}-${field.name}`}
                field={field}
                value={asRecord(value[column])[field.name]}
                onChange={(next) => change(column, field.name, next)}
              />
            ))}
          </div>
        </div>
      ))}
      {free.length > 0 && (
        <Select
          id={id}
          value=""
          className="w-full"
          aria-label={t('inspector.perColumnAdd')}
          onChange={(column) => column !== '' && onChange({ ...value, [column]: {} })}
          options={[
            { value: '', label: t('inspector.perColumnAdd') },
            ...free.map((field) => ({ value: field.name, label: `${field.name} (${detail(field)})` })),
          ]}
        />
      )}
    </fieldset>
  );
}

interface SettingProps {
  readonly id: string;
  readonly field: PerColumnField;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

function PerColumnSetting({ id, field, value, onChange }: SettingProps) {
  const { say } = useT();
  const { control } = field;
  const label = say(field.label);
  const written = typeof value === 'string' ? value : '';
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="w-20 shrink-0 text-sm text-quiet">
        {label}
      </label>
      {control.type === 'toggle' && <Switch id={id} checked={value === true} onChange={onChange} label={label} />}
      {control.type === 'text' && (
        <TextField
          id={id}
          value={written}
          onChange={onChange}
          {...(control.placeholder === undefined ? {} : { placeholder: say(control.placeholder) })}
        />
      )}
      {control.type === 'choice' && (
        <Select
          id={id}
          value={written}
          className="flex-1"
          onChange={onChange}
          options={[
            ...(control.options.some((option) => option.value === written) ? [] : [{ value: written, label: '–' }]),
            ...control.options.map((option) => ({ value: option.value, label: say(option.label) })),
          ]}
        />
      )}
    </div>
  );
}
