import { useId, useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { FailureDetail } from '../../lib/failure';
import { fileReading } from '../../nodes/contract/file-reading';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextField } from '../../ui/TextField';
import type { LakeSet } from '../../worker/live-protocol';
import { OutputSelect } from '../OutputSelect';
import { ProblemNotice } from '../ProblemNotice';
import { pickOutput, useReadyOutputs } from '../use-ready-outputs';
import { FilePick } from './FilePick';
import { AUTOMATIC, ReadingOptions } from './ReadingOptions';
import { type LakeActions, type RowsFrom, useLakeActions } from './use-lake-actions';

interface AddRowsProps {
  readonly sets: readonly LakeSet[];
  /** The set to append to; null makes one. */
  readonly to: LakeSet | null;
  /** A file that was dropped. */
  readonly file: File | null;
  /** An output to begin with. */
  readonly output?: { readonly nodeId: string; readonly port: string };
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for rows, from a file or an output, and makes a data set of them or appends them to one. */
export function AddRows({ sets, to, file: dropped, output: given, onDone, onClose }: AddRowsProps) {
  const { t } = useT();
  const id = useId();
  const [name, setName] = useState(to?.name ?? nameFrom(dropped));
  const [source, setSource] = useState<RowsFrom['type']>(given === undefined ? 'file' : 'output');
  const [file, setFile] = useState(dropped);
  const [reading, setReading] = useState(AUTOMATIC);
  const [output, setOutput] = useState<{ readonly nodeId: string; readonly port: string } | null>(given ?? null);
  const outputs = useReadyOutputs('table');
  const chosen = pickOutput(outputs, output, []);
  const { add, busy, failure } = useAdding(useLakeActions());

  const rows: RowsFrom | null =
    source === 'file'
      ? file && { type: 'file', file, reading: fileReading.parse(reading) }
      : chosen === undefined
        ? null
        : { type: 'output', ref: chosen.ref, name: chosen.name };
  const known = to ?? sets.find((set) => set.name === name.trim());
  const take = (next: File): void => {
    setFile(next);
    if (name === '') setName(nameFrom(next));
  };
  const send = async (): Promise<void> => {
    if (rows !== null && (await add(name, rows))) onDone(name.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={to === null ? t('lake.make') : t('lake.appendTo', { name: to.name })}
      description={t(to === null ? 'lake.makeHelp' : 'lake.appendToHelp')}
      closeLabel={t('lake.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('lake.cancel')}</Button>
          <Button look="primary" disabled={busy || rows === null || name.trim() === ''} onClick={() => void send()}>
            {t(busy ? 'lake.working' : known === undefined ? 'lake.makeIt' : 'lake.appendIt')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        {to === null && (
          <div className="flex flex-col gap-1">
            <label htmlFor={id}>{t('lake.name')}</label>
            <TextField
              id={id}
              value={name}
              maxLength={200}
              placeholder={t('lake.namePlaceholder')}
              onChange={setName}
            />
            {known !== undefined && (
              <p className="text-sm text-quiet">
                {t('lake.nameTaken', { name: known.name, n: known.versions.length })}
              </p>
            )}
          </div>
        )}
        <div className="flex flex-col items-start gap-1">
          <span>{t('lake.source')}</span>
          <SegmentedControl
            label={t('lake.source')}
            value={source}
            onChange={setSource}
            options={[
              { value: 'file', label: t('lake.sourceFile') },
              { value: 'output', label: t('lake.sourceOutput') },
            ]}
          />
        </div>
        {source === 'file' ? (
          <>
            <FilePick file={file} onFile={take} />
            <ReadingOptions value={reading} onChange={setReading} />
          </>
        ) : chosen === undefined ? (
          <p className="text-quiet">{t('lake.noOutputs')}</p>
        ) : (
          <OutputSelect
            label={t('lake.output')}
            outputs={outputs}
            value={chosen}
            onChange={({ nodeId, port }) => setOutput({ nodeId, port })}
          />
        )}
        {failure !== null && <ProblemNotice severity="error" {...failure} />}
      </div>
    </Dialog>
  );
}

function useAdding(actions: LakeActions) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureDetail | null>(null);
  /** True where the rows are in the lake. */
  const add = async (name: string, rows: RowsFrom): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    const failed = await actions.append(name, rows);
    setBusy(false);
    setFailure(failed);
    return failed === null;
  };
  return { add, busy, failure };
}

/** `sales-2024.csv` begins a set called “sales-2024”. */
const nameFrom = (file: File | null): string => file?.name.replace(/\.[^.]*$/, '').slice(0, 200) ?? '';
