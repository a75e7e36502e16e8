import './words';
import { Check, FileText, Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { type NamedFile, nodesNaming } from '../../graph/named-files';
import { formatBytes } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { worded } from '../../i18n/worded';
import { useDocument } from '../../store/document/document-store';
import { nodeName } from '../../store/document/node-name';
import { useNotices } from '../../store/view/notice-store';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { Dialog } from '../../ui/Dialog';
import { FileInput } from '../../ui/FileInput';
import { ProblemNotice } from '../ProblemNotice';
import { useMissingFiles } from './use-missing-files';

interface MissingFilesDialogProps {
  readonly files: readonly NamedFile[];
  readonly onClose: () => void;
}

/** Says which files a pipeline needs that are not here, and takes them. */
export function MissingFilesDialog({ files, onClose }: MissingFilesDialogProps) {
  const { t } = useT();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { found, reading, doubts, take, use } = useMissingFiles(files, () => {
    useNotices.getState().notify({ severity: 'info', subject: 'files', message: worded('files.all') });
    onClose();
  });
  const hover = (event: DragEvent, now: boolean): void => {
    event.preventDefault();
    setOver(now);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('files.title', { n: files.length })}
      description={t('files.help')}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('files.later')}</Button>
          <Button look="primary" icon={<Upload size={14} />} onClick={() => picker.current?.click()}>
            {t('files.choose')}
          </Button>
        </>
      }
    >
      <FileInput ref={picker} accept="" onFiles={(chosen) => void take(chosen)} />
      <fieldset
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false);
          event.stopPropagation();
          void take([...event.dataTransfer.files]);
        }}
        className={cx(
          'rounded-md border border-dashed p-3',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <ul aria-label={t('files.list')}>
          {files.map((file) => (
            <FileRow key={file.hash} file={file} here={found.has(file.hash)} />
          ))}
        </ul>
        <p className="mt-2 text-center text-sm text-quiet touch:hidden" role="status">
          {t(reading === null ? 'files.drop' : 'files.reading', { name: reading ?? '' })}
        </p>
      </fieldset>
      {doubts.map((doubt) => (
        <div key={doubt.is === 'failed' ? doubt.failure.message.en : doubt.given.hash} role="alert" className="mt-3">
          {doubt.is === 'failed' && <ProblemNotice severity="error" {...doubt.failure} />}
          {doubt.is === 'none' && <p>{t('files.none', { given: doubt.given.name })}</p>}
          {doubt.is === 'other' && (
            <div className="flex flex-wrap items-center gap-2">
              <p className="min-w-48 flex-1">{t('files.other', { given: doubt.given.name })}</p>
              <Button small onClick={() => use(doubt.file, doubt.given)}>
                {t('files.use')}
              </Button>
            </div>
          )}
        </div>
      ))}
    </Dialog>
  );
}

function FileRow({ file, here }: { readonly file: NamedFile; readonly here: boolean }) {
  const { t, say, language } = useT();
  // As it was opened: another file may stand in the place of this one meanwhile.
  const [document] = useState(() => useDocument.getState().document);
  const users = nodesNaming(document, file.hash);
  return (
    <li className="flex items-center gap-2 py-1">
      {here ? <Check size={15} className="text-quiet" /> : <FileText size={15} className="text-quiet" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={file.name}>
          {file.name}
        </span>
        <span className="block text-sm text-quiet">
          {t('files.neededBy', { nodes: users.map((node) => nodeName(node, say)).join(', ') })}
        </span>
      </span>
      <span className="tabular text-sm text-quiet">{formatBytes(language, file.bytes)}</span>
      <span className="text-sm">{t(here ? 'files.here' : 'files.missing')}</span>
    </li>
  );
}
