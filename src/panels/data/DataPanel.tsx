import { Download, Table2, Waves } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { noticeOf, useNotices } from '../../store/view/notice-store';
import { useView } from '../../store/view/view-store';
import type { CsvReader } from '../../table/to-csv';
import { Button } from '../../ui/Button';
import { download } from '../../ui/download';
import { EmptyState } from '../../ui/EmptyState';
import { Menu, MenuItem } from '../../ui/Menu';
import { Skeleton } from '../../ui/Progress';
import { lazyPart } from '../../ui/parts/lazy-part';
import type { OutputPreview, RowsView } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { OutputSelect } from '../OutputSelect';
import { type ReadyOutput, refKey } from '../outputs';
import { ProblemNotice } from '../ProblemNotice';
import { ReportView } from '../results/ReportView';
import { useAsked } from '../use-asked';
import { pickOutput, useReadyOutputs } from '../use-ready-outputs';
import { DataNotes } from './DataNotes';
import { ModelView } from './ModelView';
import { PartBar } from './PartBar';
import { RowSearch } from './RowSearch';
import { TableView } from './TableView';
import { useRowsView } from './use-rows-view';

const KeepOutput = lazyPart(async () => (await import('../lake/KeepOutput')).KeepOutput);

/** A look at any output that has been computed. */
export function DataPanel() {
  const { t } = useT();
  const engine = useEngine();
  const outputs = useReadyOutputs();
  const looking = useView((state) => state.looking);
  const look = useView((state) => state.look);
  const selected = useDocument((state) => state.selection.nodes);
  const shown = pickOutput(outputs, looking, selected);
  const [view, setView] = useRowsView(
    shown ? refKey(shown.ref) : '',
    looking?.nodeId === shown?.nodeId ? looking?.only : undefined,
  );
  const asked = useAsked(shown ? refKey(shown.ref) : null, () =>
    engine.preview(shown ? shown.ref : { key: '', port: '' }),
  );
  if (shown === undefined) {
    return (
      <EmptyState icon={<Table2 size={28} />} title={t('panels.dataEmpty')}>
        {t('panels.dataEmptyHelp')}
      </EmptyState>
    );
  }
  const preview = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  return (
    <div className="flex h-full flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5">
        <OutputSelect
          label={t('panels.output')}
          outputs={outputs}
          value={shown}
          onChange={(output) => look(output.nodeId, output.port)}
        />
        {preview && <PreviewSummary preview={preview} view={view} onView={setView} />}
        <span className="flex-1" />
        {preview?.type === 'table' && <KeepButton output={shown} />}
        {preview && <ExportButton output={shown} type={preview.type} />}
      </div>
      <div className="min-h-0 flex-1" aria-busy={asked.state === 'asking'}>
        {asked.state === 'failed' && (
          <div className="p-4">
            <ProblemNotice severity="error" message={asked.failure.message} hint={asked.failure.hint} />
          </div>
        )}
        {preview === null && asked.state === 'asking' && <Waiting />}
        {preview && <Preview key={refKey(shown.ref)} output={shown} preview={preview} view={view} onView={setView} />}
      </div>
    </div>
  );
}

interface ViewProps {
  readonly preview: OutputPreview;
  readonly view: RowsView;
  readonly onView: (view: RowsView) => void;
}

function Preview({ output, preview, view, onView }: ViewProps & { output: ReadyOutput }): ReactElement {
  const [noted, setNoted] = useState(false);
  const { t } = useT();
  switch (preview.type) {
    case 'table':
      return (
        <div className="flex h-full min-h-0">
          <div className="min-w-0 flex-1">
            <TableView
              output={output.ref}
              rows={preview.rows}
              profiles={preview.profiles}
              fields={preview.fields}
              view={view}
              onView={onView}
            />
          </div>
          {preview.notes.length > 0 &&
            (noted ? (
              <DataNotes notes={preview.notes} onClose={() => setNoted(false)} />
            ) : (
              <div className="absolute right-4 bottom-3 z-20">
                <Button small onClick={() => setNoted(true)} className="shadow-float">
                  {t('panels.notes', { n: preview.notes.length })}
                </Button>
              </div>
            ))}
        </div>
      );
    case 'model':
      return <ModelView preview={preview} />;
    case 'report':
      return <ReportView report={preview.report} decision={preview.decision} />;
  }
}

function PreviewSummary({ preview, view, onView }: ViewProps): ReactElement | null {
  const { t } = useT();
  switch (preview.type) {
    case 'table':
      return (
        <>
          <span className="tabular text-quiet">
            <span className="text-ink">{t('panels.rowCount', { n: preview.rows })}</span> ·{' '}
            <span className="text-ink">{t('panels.columnCount', { n: preview.fields.length })}</span>
          </span>
          {preview.parts && (
            <PartBar parts={preview.parts} chosen={view.part} onChoose={(part) => onView({ ...view, part })} />
          )}
          <RowSearch value={view.search ?? ''} onSearch={(search) => onView({ ...view, search })} />
        </>
      );
    case 'model':
      return <span className="text-quiet">{t('panels.predicts', { target: preview.target })}</span>;
    case 'report':
      return null;
  }
}

function ExportButton({ output, type }: { output: ReadyOutput; type: OutputPreview['type'] }) {
  const { t } = useT();
  const engine = useEngine();
  const save = async (reader?: CsvReader) => {
    const answer = await engine.exportOutput(output.ref, reader);
    if (answer.ok) download(answer.value.fileName, new Blob([answer.value.bytes.slice()], { type: answer.value.mime }));
    else useNotices.getState().notify(noticeOf(answer.failure));
  };
  const icon = <Download size={14} />;
  if (type !== 'table') {
    return (
      <Button small look="ghost" icon={icon} onClick={() => void save()}>
        {t(type === 'model' ? 'panels.exportModel' : 'panels.exportJson')}
      </Button>
    );
  }
  const trigger = (
    <Button small look="ghost" icon={icon}>
      {t('panels.exportCsv')}
    </Button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuItem onSelect={() => void save('program')}>{t('panels.csvForPrograms')}</MenuItem>
      <MenuItem onSelect={() => void save('spreadsheet')}>{t('panels.csvForSpreadsheets')}</MenuItem>
    </Menu>
  );
}

function KeepButton({ output }: { output: ReadyOutput }) {
  const { t } = useT();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button small look="ghost" icon={<Waves size={14} />} onClick={() => setAsking(true)}>
        {t('panels.keepInLake')}
      </Button>
      {asking && <KeepOutput output={output} onClose={() => setAsking(false)} />}
    </>
  );
}

function Waiting() {
  const { t } = useT();
  return (
    <div className="flex flex-col gap-2 p-3" role="status" aria-label={t('panels.loading')}>
      <Skeleton className="h-20" />
      <Skeleton className="h-5" />
      <Skeleton className="h-5" />
      <Skeleton className="h-5 w-2/3" />
    </div>
  );
}
