import { useDocument } from '../store/document-store';
import { loadAutosave, startAutosave } from '../store/keep-document';
import { fetchTemplate } from './templates';

const FIRST_TEMPLATES = ['multiclass.json', 'binary.json'];

/** Opens what this browser kept; on a first visit, a template, so that a real pipeline stands ready to run. */
export async function wakePipeline(): Promise<void> {
  const { session, document } = useDocument.getState();
  const untouched = () => useDocument.getState().session === session && useDocument.getState().document === document;
  if (!(await loadAutosave()) && untouched()) {
    for (const file of FIRST_TEMPLATES) {
      const template = await fetchTemplate(file);
      if (!untouched()) break;
      if (template === null) continue;
      useDocument.getState().open(template);
      break;
    }
  }
  startAutosave();
}
