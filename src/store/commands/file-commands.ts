import { fileNameOf } from '../../graph/file-name';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import { newPipeline, openPipelineFile } from '../document/open-pipeline';
import { always, type CommandsOf, commandState, documentNow, hasNodes } from './command';
import { commandHost } from './command-host';

/** Gives the person a file named after the pipeline. */
function download(ending: string, content: string): void {
  commandHost().download(`${fileNameOf(documentNow().document.name)}${ending}`, content);
}

const downloadDocument = (): void => download('.json', saveDocument(documentNow().document));

type FileCommand =
  | 'new'
  | 'ownData'
  | 'open'
  | 'save'
  | 'exportJson'
  | 'exportPython'
  | 'exportReport'
  | 'disk'
  | 'notices';

export const fileCommands: CommandsOf<FileCommand> = {
  new: {
    id: 'new',
    label: text('New', '새로 만들기'),
    group: 'file',
    shortcuts: ['Mod+Alt+N'],
    scope: 'page',
    undo: 'opens',
    enabled: always,
    perform: newPipeline,
  },
  ownData: {
    id: 'ownData',
    label: text('Predict from your own data…', '내 데이터로 예측하기…'),
    group: 'file',
    shortcuts: [],
    scope: 'page',
    undo: 'none',
    enabled: always,
    perform: async () => {
      const file = await commandHost().pickData();
      if (file !== null) commandHost().takeFiles([file]);
    },
  },
  open: {
    id: 'open',
    label: text('Open', '열기'),
    group: 'file',
    shortcuts: ['Mod+O'],
    scope: 'page',
    undo: 'opens',
    enabled: always,
    perform: async () => {
      const file = await commandHost().pickFile();
      if (file !== null) await openPipelineFile(file);
    },
  },
  save: {
    id: 'save',
    label: text('Save', '저장'),
    group: 'file',
    shortcuts: ['Mod+S'],
    scope: 'page',
    undo: 'none',
    enabled: always,
    perform: () => {
      downloadDocument();
      documentNow().markSaved();
    },
  },
  exportJson: {
    id: 'exportJson',
    label: text('Export JSON', 'JSON으로 내보내기'),
    group: 'file',
    shortcuts: ['Mod+Shift+S'],
    scope: 'page',
    undo: 'none',
    enabled: always,
    perform: downloadDocument,
  },
  exportPython: {
    id: 'exportPython',
    label: text('Export as Python…', '파이썬으로 내보내기…'),
    group: 'file',
    shortcuts: [],
    scope: 'page',
    undo: 'none',
    enabled: hasNodes,
    perform: () => commandHost().showDialog('python'),
  },
  disk: {
    id: 'disk',
    label: text('What lies on this disk…', '이 디스크에 저장된 것…'),
    group: 'file',
    shortcuts: [],
    scope: 'page',
    undo: 'none',
    enabled: always,
    perform: () => commandHost().showDialog('disk'),
  },
  notices: {
    id: 'notices',
    label: text('Notices', '알림'),
    group: 'file',
    shortcuts: ['F8'],
    scope: 'page',
    undo: 'none',
    enabled: always,
    perform: () => commandHost().showDialog('notices'),
  },
  exportReport: {
    id: 'exportReport',
    label: text('Export the last report', '마지막 보고서 내보내기'),
    group: 'file',
    shortcuts: [],
    scope: 'page',
    undo: 'none',
    enabled: ({ run }) => run.lastReport !== null,
    perform: () => {
      const { lastReport } = commandState().run;
      if (lastReport !== null) download('-report.json', `${JSON.stringify(lastReport, null, 2)}\n`);
    },
  },
};
