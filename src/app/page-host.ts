import type { PipelineDocument } from '../graph/document';
import type { CommandHost } from '../store/commands/command-host';
import { replaceDocument } from '../store/document/open-pipeline';
import { useView } from '../store/view/view-store';
import { download } from '../ui/download';
import { showDialog } from './dialogs';
import { pickFile } from './pick-file';

/** How this page does what commands need of it: with the browser's pickers and its own dialogs. */
export const pageHost: Pick<
  CommandHost,
  'pickFile' | 'pickData' | 'mayReplace' | 'openPasted' | 'tellOpened' | 'download' | 'showDialog' | 'openTemplate'
> = {
  pickFile: () => pickFile('.json,application/json'),
  pickData: () => pickFile('.csv,.tsv,.tab,.txt,.json'),
  mayReplace: () => new Promise((answer) => showDialog({ type: 'unsaved', answer })),
  openPasted: (name) => new Promise((answer) => showDialog({ type: 'pasted', name, answer })),
  tellOpened: (file) => showDialog({ type: 'opened', ...file }),
  showDialog: (type) => showDialog({ type }),
  openTemplate: async (file) => {
    const document = await templateOf(file).catch(() => null);
    // The list of them says what is wrong.
    if (document === null) showDialog({ type: 'templates' });
    else await replaceDocument(document);
  },
  download: (fileName, content) => download(fileName, new Blob([content], { type: 'application/json' })),
};

async function templateOf(file: string): Promise<PipelineDocument | null> {
  const { fetchTemplate, fetchTemplates } = await import('./templates');
  const template = (await fetchTemplates()).find((one) => one.file === file);
  return template === undefined ? null : fetchTemplate(template, useView.getState().language);
}
