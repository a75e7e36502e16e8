import { ClipboardPaste, Plus, Rows3, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useRunPipeline } from '../../store/document/pipeline';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { TextArea } from '../../ui/TextField';
import type { OutputPreview, RowsPage } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import type { ReadyOutput } from '../outputs';
import { useReadyOutputs } from '../use-ready-outputs';
import { readPasted } from './pasted-rows';

/** Texts by column name. */
export type Cells = Readonly<Record<string, string>>;

interface RowsSourceProps {
  readonly columns: readonly string[];
  readonly onAdd: (rows: readonly Cells[]) => void;
  readonly onAddOne: () => void;
  readonly onClear: (() => void) | null;
}

const TAKEN = 10;

/** Where rows to ask about come from: the data, the clipboard, or one by one. */
export function RowsSource({ columns, onAdd, onAddOne, onClear }: RowsSourceProps) {
  const { t } = useT();
  const engine = useEngine();
  const tables = useRawTables();
  const [chosen, setChosen] = useState('');
  const [from, setFrom] = useState<Readonly<Record<string, number>>>({});
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [left, setLeft] = useState<{ unknown: readonly string[]; absent: readonly string[] } | null>(null);
  const idOf = (output: ReadyOutput) => `${output.nodeId}.${output.port}`;
  const table = tables.find((output) => idOf(output) === chosen) ?? tables[0];
  const take = async (output: ReadyOutput) => {
    const start = from[idOf(output)] ?? 0;
    const [preview, page] = await Promise.all([engine.preview(output.ref), engine.rows(output.ref, start, TAKEN)]);
    if (!preview.ok || !page.ok) return;
    onAdd(rowsOf(preview.value, page.value, columns));
    const rows = output.rows ?? 0;
    setFrom({ ...from, [idOf(output)]: start + TAKEN >= rows ? 0 : start + TAKEN });
    setLeft(null);
  };
  const paste = () => {
    const read = readPasted(pasted, columns);
    onAdd(read.rows);
    setLeft(read);
    setPasted('');
    setPasting(false);
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {table !== undefined && (
          <>
            <Select
              aria-label={t('playground.from')}
              value={idOf(table)}
              className="max-w-56"
              options={tables.map((output) => ({ value: idOf(output), label: output.name }))}
              onChange={setChosen}
            />
            <Button small icon={<Rows3 size={14} />} onClick={() => void take(table)}>
              {t('playground.take', { n: TAKEN })}
            </Button>
          </>
        )}
        <Button small icon={<ClipboardPaste size={14} />} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {t('playground.paste')}
        </Button>
        <Button small icon={<Plus size={14} />} onClick={onAddOne}>
          {t('playground.addRow')}
        </Button>
        {onClear !== null && (
          <Button small icon={<Trash2 size={14} />} onClick={onClear}>
            {t('playground.clearRows')}
          </Button>
        )}
      </div>
      {pasting && (
        <div className="flex max-w-2xl flex-col items-start gap-2">
          <TextArea
            aria-label={t('playground.paste')}
            value={pasted}
            rows={5}
            placeholder={columns.slice(0, 6).join(',')}
            className="font-mono text-sm"
            onChange={setPasted}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button small disabled={pasted.trim() === ''} onClick={paste}>
              {t('playground.add')}
            </Button>
            <span className="text-sm text-quiet">{t('playground.pasteHelp')}</span>
          </div>
        </div>
      )}
      {left !== null && left.unknown.length > 0 && (
        <p className="text-sm text-quiet">{t('playground.unknownColumns', { columns: left.unknown.join(', ') })}</p>
      )}
      {left !== null && left.absent.length > 0 && (
        <p className="text-sm text-warning">{t('playground.absentColumns', { columns: left.absent.join(', ') })}</p>
      )}
    </div>
  );
}

/** Tables of raw rows: what ingesting nodes read and what streams begin with. */
function useRawTables(): readonly ReadyOutput[] {
  const tables = useReadyOutputs('table');
  const pipeline = useRunPipeline();
  return tables.filter(({ nodeId }) => {
    const role = pipeline.node(nodeId)?.spec?.role;
    return role === 'source' || role === 'stream';
  });
}

function rowsOf(preview: OutputPreview, { cells }: RowsPage, columns: readonly string[]): readonly Cells[] {
  if (preview.type !== 'table') return [];
  const names = preview.fields.map(({ name }) => name);
  return cells.map((row) =>
    Object.fromEntries(
      columns.map((column) => {
        const cell = row[names.indexOf(column)];
        return [column, typeof cell === 'string' ? cell : ''];
      }),
    ),
  );
}
