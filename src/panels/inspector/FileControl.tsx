import { FileText, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatBytes } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { FailureDetail } from '../../lib/failure';
import type { Json } from '../../lib/json';
import type { FileRef } from '../../nodes/contract/kind';
import { filesCame } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { FileInput } from '../../ui/FileInput';
import { diskChanged, useDiskChanges } from '../disk/disk-changes';
import { useEngine } from '../engine-context';
import { ProblemNotice } from '../ProblemNotice';

interface FileControlProps {
  readonly id: string;
  readonly accept: readonly string[];
  readonly value: FileRef | null;
  readonly onChange: (value: Json) => void;
}

/** A file that this browser keeps: picked or dropped, named by its content. */
export function FileControl({ id, accept, value, onChange }: FileControlProps) {
  const { t, language } = useT();
  const engine = useEngine();
  const picker = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [failure, setFailure] = useState<FailureDetail | null>(null);
  const [over, setOver] = useState(false);
  const gone = useGone(value);
  // The field's label would otherwise be the button's name, and its own words would go unheard.
  const action = t(value === null ? 'inspector.chooseFile' : 'inspector.replaceFile');

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setReading(file.name);
    setFailure(null);
    const answer = await engine.putFile(file);
    setReading(null);
    if (!answer.ok) return setFailure(answer.failure);
    const { name, hash, bytes } = answer.value;
    onChange({ name, hash, bytes });
    // It may be the one that was named, and was not here.
    diskChanged();
    filesCame();
  };

  return (
    <fieldset
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
      className={cx(
        'flex flex-col gap-2 rounded-md border border-dashed p-3',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <FileInput ref={picker} accept={accept.join(',')} onFile={(file) => void take(file)} />
      <div className="flex items-center gap-2 text-quiet" aria-live="polite">
        <FileText size={15} className="shrink-0" />
        {reading !== null ? (
          <span className="animate-pulse-soft truncate">{t('inspector.readingFile', { name: reading })}</span>
        ) : value === null ? (
          <span>{t('inspector.noFile')}</span>
        ) : (
          <>
            <span className="min-w-0 flex-1 truncate font-medium text-ink" title={value.name}>
              {value.name}
            </span>
            <span className="tabular text-sm">{formatBytes(language, value.bytes)}</span>
          </>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button id={id} aria-label={action} small icon={<Upload size={14} />} onClick={() => picker.current?.click()}>
          {action}
        </Button>
        <span className="text-sm text-quiet touch:hidden">{t('inspector.dropFile')}</span>
      </div>
      {gone && value !== null && <p className="text-sm text-failed">{t('inspector.fileGone', { name: value.name })}</p>}
      {failure && <ProblemNotice severity="error" {...failure} />}
    </fieldset>
  );
}

function useGone(file: FileRef | null): boolean {
  const engine = useEngine();
  const [gone, setGone] = useState<string | null>(null);
  const hash = file?.hash ?? null;
  const changes = useDiskChanges();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was freed may be this file
  useEffect(() => {
    if (hash === null) return undefined;
    let stale = false;
    engine.hasFile(hash).then(
      (held) => !stale && setGone(held ? null : hash),
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [engine, hash, changes]);
  return hash !== null && gone === hash;
}
