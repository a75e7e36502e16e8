import { useMemo } from 'react';
import { useT } from '../../i18n/use-t';
import type { Json } from '../../lib/json';
import type { Control } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { usePipeline } from '../../store/document/pipeline';
import type { Field } from '../../table/table';
import { TYPE_NAMES } from '../../table/type-names';
import { ColumnsPicker } from '../../ui/ColumnsPicker';
import { Select } from '../../ui/Select';
import { roleWord } from '../words';
import { fittingColumns, inputColumns } from './input-columns';

/** The columns at a port of a node, and what to say of each. */
export function useInputColumns(nodeId: string, port: string): readonly Field[] | null {
  const pipeline = usePipeline();
  const schemas = useDocument((state) => state.schemas);
  return useMemo(() => inputColumns(pipeline, schemas, nodeId, port), [pipeline, schemas, nodeId, port]);
}

export function useColumnDetail(): (field: Field) => string {
  const { t, say } = useT();
  return (field) =>
    field.role === null ? say(TYPE_NAMES[field.type]) : `${say(TYPE_NAMES[field.type])} · ${t(roleWord[field.role])}`;
}

interface ColumnControlProps<C extends Control, V> {
  readonly nodeId: string;
  readonly id: string;
  readonly label: string;
  readonly control: C;
  readonly value: V;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: Json) => void;
}

export function ColumnControl(props: ColumnControlProps<Extract<Control, { type: 'column' }>, string>) {
  const { nodeId, id, control, value, invalid, describedBy, onChange } = props;
  const { t } = useT();
  const detail = useColumnDetail();
  const fields = useInputColumns(nodeId, control.port);
  if (fields === null && value === '') return <p className="text-sm text-quiet">{t('inspector.connectFirst')}</p>;
  const fitting = fittingColumns(fields ?? [], control);
  const absent = value !== '' && !fitting.some((field) => field.name === value);
  return (
    <Select
      id={id}
      value={value}
      invalid={invalid || (absent && fields !== null)}
      aria-describedby={describedBy}
      className="w-full"
      onChange={onChange}
      options={[
        { value: '', label: t(control.optional === true ? 'inspector.noColumnOptional' : 'inspector.noColumn') },
        ...(absent ? [{ value, label: fields === null ? value : `${value} (${t('inspector.absent')})` }] : []),
        ...fitting.map((field) => ({ value: field.name, label: `${field.name} (${detail(field)})` })),
      ]}
    />
  );
}

export function ColumnsControl(props: ColumnControlProps<Extract<Control, { type: 'columns' }>, readonly string[]>) {
  const { nodeId, id, label, control, value, onChange } = props;
  const { t, say } = useT();
  const detail = useColumnDetail();
  const fields = useInputColumns(nodeId, control.port);
  if (fields === null && value.length === 0) return <p className="text-sm text-quiet">{t('inspector.connectFirst')}</p>;
  const known = fields ?? value.map((name): Field => ({ name, type: 'text', role: null }));
  return (
    <ColumnsPicker
      id={id}
      label={label}
      columns={fittingColumns(known, fields === null ? {} : control).map((field) => ({
        name: field.name,
        detail: fields === null ? '' : detail(field),
      }))}
      chosen={value}
      emptyMeans={control.emptyMeans === undefined ? t('inspector.allColumns') : say(control.emptyMeans)}
      words={{
        search: t('inspector.searchColumns'),
        nothing: t('inspector.noColumns'),
        clear: t('inspector.clear'),
        remove: (name) => t('inspector.remove', { name }),
        absent: t('inspector.absent'),
      }}
      onChange={onChange}
    />
  );
}
