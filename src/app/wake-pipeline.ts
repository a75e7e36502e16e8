// Comes along, so that it is here when the network is not.
import './keeping/KeepingBar';
import type { PipelineDocument } from '../graph/document';
import { watchMissingFiles } from '../panels/missing-files/missing-files';
import { useDocument } from '../store/document/document-store';
import { keepNow, loadAutosave, startAutosave } from '../store/document/keep-document';
import { useView } from '../store/view/view-store';
import { beforeReload } from '../ui/parts/reload-page';
import type { EngineClient } from '../worker/protocol';
import { askBeforeLeaving } from './ask-before-leaving';
import { showNext } from './dialogs';
import { holdFocus } from './hold-focus';
import { holdPage } from './hold-page';
import { keepSession, restoreSession } from './keeping/keep-session';
import { show } from './start/start-store';
import { fetchTemplate, fetchTemplates } from './templates';

const FIRST_TEMPLATE = 'multiclass.json';

/** Opens what this browser kept; on a first visit, a template, so that a real pipeline stands ready to run. */
export async function wakePipeline(engine: Pick<EngineClient, 'hasFile'>): Promise<void> {
  holdFocus();
  holdPage();
  watchMissingFiles(engine, (files) => showNext({ type: 'files', files }));
  const { session, document } = useDocument.getState();
  const untouched = () => useDocument.getState().session === session && useDocument.getState().document === document;
  // Where something was lost, another pipeline in its place would look like it.
  const woken = await loadAutosave();
  const { welcomed, welcome } = useView.getState();
  welcome();
  if (woken === 'nothing' && untouched()) {
    const template = await firstTemplate();
    if (template !== null && untouched()) {
      useDocument.getState().open(template);
      if (!welcomed) show('picture');
    }
  }
  startAutosave();
  if (woken !== 'lost') await restoreSession();
  keepSession();
  askBeforeLeaving();
  beforeReload(keepNow);
}

async function firstTemplate(): Promise<PipelineDocument | null> {
  try {
    const templates = await fetchTemplates();
    const first = templates.find((template) => template.file === FIRST_TEMPLATE) ?? templates[0];
    return first === undefined ? null : await fetchTemplate(first, useView.getState().language);
  } catch {
    return null; // An empty canvas teaches too.
  }
}
