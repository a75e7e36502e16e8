import { TriangleAlert, X } from 'lucide-react';
import { formatFigure, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/IconButton';
import { Tooltip } from '../../ui/Tooltip';
import type { RowAnswer } from '../../worker/protocol';
import type { ModelPreview } from './PredictForm';

export interface TypedRow {
  readonly id: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface RowsTableProps {
  readonly preview: ModelPreview;
  readonly rows: readonly TypedRow[];
  readonly answers: readonly RowAnswer[];
  /** Whether the answers are to the rows as they stand. */
  readonly current: boolean;
  readonly onChange: (rows: readonly TypedRow[]) => void;
}

/** Rows that can be typed into, each with its answer before it. */
export function RowsTable({ preview, rows, answers, current, onChange }: RowsTableProps) {
  const { t } = useT();
  const columns = preview.inputs.map(({ field }) => field.name);
  return (
    <div className="min-h-0 w-full overflow-auto rounded-md border border-line">
      <table className="tabular text-sm">
        <thead className="sticky top-0 z-1 bg-sunken text-left text-quiet">
          <tr>
            <th scope="col" className="sticky left-0 bg-sunken px-2 py-1 font-medium whitespace-nowrap">
              {t('panels.predicts', { target: preview.target })}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="max-w-40 truncate px-2 py-1 font-medium" title={column}>
                {column}
              </th>
            ))}
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }, at) => (
            <tr key={id} className="border-t border-line">
              <th
                scope="row"
                className={cx('sticky left-0 bg-surface px-2 text-left font-normal', !current && 'opacity-60')}
              >
                <AnswerCell answer={answers[at]} preview={preview} />
              </th>
              {columns.map((column) => (
                <td key={column} className="p-0">
                  <input
                    aria-label={t('playground.cell', { column, n: at + 1 })}
                    value={cells[column] ?? ''}
                    autoComplete="off"
                    spellCheck={false}
                    className="h-8 w-28 bg-transparent px-2 hover:bg-hover focus-visible:-outline-offset-2"
                    onChange={({ target: { value } }) =>
                      onChange(
                        rows.map((row) => (row.id === id ? { id, cells: { ...row.cells, [column]: value } } : row)),
                      )
                    }
                  />
                </td>
              ))}
              <td className="px-1">
                <IconButton
                  small
                  label={t('playground.removeRow', { n: at + 1 })}
                  icon={<X size={14} />}
                  onClick={() => onChange(rows.filter((row) => row.id !== id))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AnswerCell({ answer, preview }: { answer: RowAnswer | undefined; preview: ModelPreview }) {
  const { say, language } = useT();
  if (answer === undefined) return <span className="text-quiet">…</span>;
  if ('failures' in answer) {
    return (
      <span className="flex w-52 gap-1.5 py-1 text-failed">
        <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0" />
        {answer.failures.map(({ message, hint }) => `${say(message)} ${say(hint)}`).join(' ')}
      </span>
    );
  }
  const { value, probabilities, notes = [] } = answer.answer;
  const said = preview.classes?.indexOf(value) ?? -1;
  const probability = probabilities?.[said];
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <span className="font-medium">
        {preview.task === 'regression' ? formatFigure(language, Number(value), 5) : value}
      </span>
      {probability !== undefined && <span className="text-quiet">{formatPercent(language, probability)}</span>}
      {notes.length > 0 && (
        <Tooltip content={notes.map(say).join(' ')}>
          <TriangleAlert size={13} aria-label={notes.map(say).join(' ')} className="text-warning" />
        </Tooltip>
      )}
    </span>
  );
}
