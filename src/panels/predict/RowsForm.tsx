import { useMemo, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useRun } from '../../store/run/run-store';
import { Skeleton } from '../../ui/Progress';
import type { ModelRef } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { ProblemNotice } from '../ProblemNotice';
import { modelKey } from './model-sources';
import { type ModelPreview, rawRow } from './PredictForm';
import { type Cells, RowsSource } from './RowsSource';
import { RowsTable, type TypedRow } from './RowsTable';
import { useLatest } from './use-latest';

interface RowsFormProps {
  readonly model: ModelRef;
  readonly preview: ModelPreview;
}

/** More belong into a table that is wired to a Predict node. */
const MOST_ROWS = 100;
const QUIET_MS = 150;

/** Several raw rows, taken, pasted or typed, and what the model answers to each. */
export function RowsForm({ model, preview }: RowsFormProps) {
  const { t, say } = useT();
  const engine = useEngine();
  const columns = useMemo(() => preview.inputs.map(({ field }) => field.name), [preview]);
  const [rows, setRows] = useState<readonly TypedRow[]>([]);
  const raw = rows.map(({ cells }) => rawRow(cells, columns));
  const backend = useRun((state) => state.backendChoice);
  const answered = useLatest(
    `${modelKey(model)} ${backend} ${JSON.stringify(raw)}`,
    () => engine.predict(model, raw, { backend }),
    QUIET_MS,
  );
  // Rows of a table come a moment after they were asked for: what stands here by then is kept.
  const add = (more: readonly Cells[]) => {
    setRows((known) => {
      const kept = more.slice(0, MOST_ROWS - known.length);
      const next = (known.at(-1)?.id ?? -1) + 1;
      return [...known, ...kept.map((cells, at) => ({ id: next + at, cells }))];
    });
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 py-3">
      <RowsSource
        columns={columns}
        onAdd={add}
        onAddOne={() => add([Object.fromEntries(preview.inputs.map(({ field, typical }) => [field.name, typical]))])}
        onClear={rows.length === 0 ? null : () => setRows([])}
      />
      {rows.length === MOST_ROWS && <p className="text-sm text-warning">{t('playground.limit', { n: MOST_ROWS })}</p>}
      {preview.decision && rows.length > 0 && (
        <p className="text-sm text-quiet">
          {t('panels.decision')}: {say(preview.decision)}
        </p>
      )}
      {answered.state === 'failed' && (
        <ProblemNotice severity="error" message={answered.failure.message} hint={answered.failure.hint} />
      )}
      {rows.length === 0 ? (
        <p className="text-quiet">{t('playground.noRows')}</p>
      ) : answered.state === 'waiting' ? (
        <Skeleton className="h-24" />
      ) : (
        <RowsTable
          preview={preview}
          rows={rows}
          answers={answered.state === 'answered' ? answered.value : []}
          current={answered.state === 'answered' && answered.current}
          onChange={setRows}
        />
      )}
    </div>
  );
}
