import { FileText, Upload } from 'lucide-react';
import { useRef } from 'react';
import { formatBytes } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { FileInput } from '../../ui/FileInput';
import { DropZone } from './DropZone';

/** Chooses a CSV file, by a button or by dropping it. */
export function FilePick({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const { t, language } = useT();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <DropZone
      hint={t('lake.orDrop')}
      onFile={onFile}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed border-line-strong p-3"
    >
      <FileInput ref={picker} accept=".csv,.tsv,.txt,.tab,text/csv,text/tab-separated-values" onFile={onFile} />
      <Button icon={<Upload size={14} />} onClick={() => picker.current?.click()}>
        {t(file === null ? 'lake.chooseFile' : 'lake.otherFile')}
      </Button>
      {file === null ? (
        <span className="text-sm text-quiet touch:hidden">{t('lake.orDrop')}</span>
      ) : (
        <span className="flex min-w-0 items-center gap-1.5" aria-live="polite">
          <FileText size={15} className="shrink-0 text-quiet" />
          <span className="truncate font-medium">{file.name}</span>
          <span className="tabular shrink-0 text-sm text-quiet">{formatBytes(language, file.size)}</span>
        </span>
      )}
    </DropZone>
  );
}
