import type { CommandHost } from '../store/command-host';
import { download } from '../ui/download';
import { showDialog } from './dialogs';

/** How this page does what commands need of it: with the browser's pickers and its own dialogs. */
export const pageHost: Pick<CommandHost, 'pickFile' | 'mayReplace' | 'tellOpened' | 'download'> = {
  pickFile: () =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.json,application/json';
      input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
      input.addEventListener('cancel', () => resolve(null));
      input.click();
    }),
  mayReplace: () => new Promise((answer) => showDialog({ type: 'unsaved', answer })),
  tellOpened: (file) => showDialog({ type: 'opened', ...file }),
  download: (fileName, content) => download(fileName, new Blob([content], { type: 'application/json' })),
};
