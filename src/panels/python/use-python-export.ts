import { useEffect, useRef, useState } from 'react';
import { fileNameOf } from '../../graph/file-name';
import { useT } from '../../i18n/use-t';
import type { FailureDetail } from '../../lib/failure';
import { useDocument } from '../../store/document/document-store';
import { useRun } from '../../store/run/run-store';
import { download } from '../../ui/download';
import type { PythonArchive } from '../../worker/protocol';
import { useEngine } from '../engine-context';

/** What is to be written. */
export interface PythonForm {
  readonly notebook: boolean;
  readonly fitted: boolean;
}

export type Exporting =
  | { readonly is: 'idle' | 'running' | 'writing' | 'stopped' }
  /** Nodes that failed, by id; the engine's own failure is of none. */
  | {
      readonly is: 'failed';
      readonly failures: readonly { readonly nodeId: string | null; readonly failure: FailureDetail }[];
    }
  | ({ readonly is: 'done'; readonly fileName: string; readonly size: number } & Omit<PythonArchive, 'bytes'>);

/** Runs what has not run, then gives the person the program; what comes after the dialog is closed is dropped. */
export function usePythonExport() {
  const engine = useEngine();
  const { language } = useT();
  const [exporting, setExporting] = useState<Exporting>({ is: 'idle' });
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const write = async (form: PythonForm): Promise<Exporting> => {
    setExporting({ is: 'running' });
    const ran = await runFirst();
    if (ran !== null || !shown.current) return ran ?? { is: 'stopped' };
    setExporting({ is: 'writing' });
    const { document } = useDocument.getState();
    const folder = `${fileNameOf(document.name)}-python`;
    const backend = useRun.getState().backendChoice;
    const answer = await engine.exportPython({ document, backend, language, folder, ...form });
    if (!answer.ok) return { is: 'failed', failures: [{ nodeId: null, failure: answer.failure }] };
    const { bytes, ...archive } = answer.value;
    const fileName = `${folder}.zip`;
    if (shown.current) download(fileName, new Blob([bytes.slice()], { type: 'application/zip' }));
    return { is: 'done', fileName, size: bytes.length, ...archive };
  };
  return { exporting, start: async (form: PythonForm) => setExporting(await write(form)) };
}

/** Runs the pipeline on the page, where its nodes show it; answers what keeps it from being written. */
async function runFirst(): Promise<Exporting | null> {
  await settled();
  const { run, looping } = useRun.getState();
  // In the loop all has run that the program needs.
  if (looping) return null;
  await run();
  const { lastStatus, lastReport } = useRun.getState();
  if (lastStatus === 'completed') return null;
  if (lastStatus === 'cancelled') return { is: 'stopped' };
  const failures = Object.entries(lastReport?.nodes ?? {}).flatMap(([nodeId, { failure }]) =>
    failure === undefined ? [] : [{ nodeId, failure }],
  );
  return { is: 'failed', failures };
}

/** Waits for a run that is under way. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    if (!useRun.getState().running) return resolve();
    const stop = useRun.subscribe(({ running }) => {
      if (running) return;
      stop();
      resolve();
    });
  });
}
