import './words';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { formatBytes } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { findNode, nodeName } from '../../store/document/node-name';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Switch } from '../../ui/Switch';
import { useGoTo } from '../go-to';
import { ProblemNotice } from '../ProblemNotice';
import { type Exporting, usePythonExport } from './use-python-export';

/** Chooses how the pipeline is written in Python, and gives it to the person as one file. */
export function ExportPythonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const id = useId();
  const [form, setForm] = useState<'script' | 'notebook'>('script');
  const [fitted, setFitted] = useState(false);
  const { exporting, start } = usePythonExport();
  const cancel = useRun((state) => state.cancel);
  const goTo = useGoTo();
  const busy = exporting.is === 'running' || exporting.is === 'writing';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('python.title')}
      description={t('python.help')}
      closeLabel={t('python.close')}
      footer={
        <>
          {exporting.is === 'running' ? (
            <Button onClick={() => void cancel()}>{t('python.stop')}</Button>
          ) : (
            <Button onClick={onClose}>{t('python.close')}</Button>
          )}
          <Button
            look="primary"
            icon={<Download size={14} />}
            aria-disabled={busy}
            className="aria-disabled:opacity-40"
            onClick={() => !busy && void start({ notebook: form === 'notebook', fitted })}
          >
            {t('python.download')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        <div className="flex flex-col gap-1">
          <SegmentedControl
            label={t('python.form')}
            value={form}
            options={[
              { value: 'script', label: t('python.script') },
              { value: 'notebook', label: t('python.notebook') },
            ]}
            onChange={setForm}
          />
          <p className="text-sm text-quiet">{t(form === 'script' ? 'python.scriptHelp' : 'python.notebookHelp')}</p>
        </div>
        <div className="flex flex-col gap-1">
          <div className="flex items-center gap-2">
            <Switch id={id} checked={fitted} onChange={setFitted} />
            <label htmlFor={id}>{t('python.learned')}</label>
          </div>
          <p className="text-sm text-quiet">{t(fitted ? 'python.learnedHelp' : 'python.anewHelp')}</p>
        </div>
        <Outcome
          exporting={exporting}
          onGoTo={(nodeId) => {
            onClose();
            goTo(nodeId);
          }}
        />
      </div>
    </Dialog>
  );
}

function Outcome({ exporting, onGoTo }: { exporting: Exporting; onGoTo: (nodeId: string) => void }) {
  const { t, say, language } = useT();
  const document = useDocument((state) => state.document);
  const progress = useRun((state) => state.progress);
  switch (exporting.is) {
    case 'idle':
      return <p className="text-sm text-quiet">{t('python.runsFirst')}</p>;
    case 'running':
      return <Working label={t('python.running')} value={progress} />;
    case 'writing':
      return <Working label={t('python.writing')} value={null} />;
    case 'stopped':
      return <p role="status">{t('python.stopped')}</p>;
    case 'failed': {
      const ofNodes = exporting.failures.some(({ nodeId }) => nodeId !== null);
      return (
        <div role="alert" className="flex flex-col gap-3">
          <p>{t(ofNodes ? 'python.failed' : 'python.notWritten')}</p>
          {exporting.failures.map(({ nodeId, failure }) => {
            const name = nodeId === null ? undefined : nodeName(findNode(document, nodeId), say);
            return (
              <div key={`${nodeId} ${failure.code}`} className="flex items-start gap-3">
                <div className="min-w-0 flex-1">
                  <ProblemNotice severity="error" {...failure} where={name} />
                </div>
                {nodeId !== null && name !== undefined && (
                  <Button small onClick={() => onGoTo(nodeId)}>
                    {t('panels.goTo', { name })}
                  </Button>
                )}
              </div>
            );
          })}
        </div>
      );
    }
    case 'done': {
      const { fileName, size, paths, leftOut } = exporting;
      return (
        <div role="status" className="flex flex-col gap-2">
          <p>{t('python.done', { file: fileName, size: formatBytes(language, size), paths: paths.join(', ') })}</p>
          {leftOut.length > 0 && (
            <div className="text-sm">
              <p className="text-warning">{t('python.leftOut')}</p>
              {leftOut.map((words) => (
                <p key={words.en} className="text-quiet">
                  {say(words)}
                </p>
              ))}
            </div>
          )}
        </div>
      );
    }
  }
}

function Working({ label, value }: { label: string; value: number | null }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p role="status">{label}</p>
      <Progress value={value} label={label} />
    </div>
  );
}
