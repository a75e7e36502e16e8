import './dialog-words';
import { focusNode } from '../editor/canvas/focus-node';
import { addKind } from '../editor/edit-actions';
import { useT } from '../i18n/use-t';
import { catalog } from '../nodes/catalog';
import { ProblemNotice } from '../panels/ProblemNotice';
import { perform } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { lazyPart } from '../ui/parts/lazy-part';
import { AboutDialog } from './AboutDialog';
import { CommandsDialog } from './CommandsDialog';
import { closeDialog, type OpenDialog, useDialogs } from './dialogs';
import { NoticesDialog } from './notices/NoticesDialog';
import { ShortcutsDialog } from './ShortcutsDialog';
import { TemplatesDialog } from './TemplatesDialog';

const ExportPythonDialog = lazyPart(
  async () => (await import('../panels/python/ExportPythonDialog')).ExportPythonDialog,
);
const GlossaryDialog = lazyPart(async () => (await import('../panels/glossary/GlossaryDialog')).GlossaryDialog);
const LoopDialog = lazyPart(async () => (await import('../panels/own-data/LoopDialog')).LoopDialog);
const OwnDataDialog = lazyPart(async () => (await import('../panels/own-data/OwnDataDialog')).OwnDataDialog);
const MissingFilesDialog = lazyPart(
  async () => (await import('../panels/missing-files/MissingFilesDialog')).MissingFilesDialog,
);
const DiskDialog = lazyPart(async () => (await import('../panels/disk/DiskDialog')).DiskDialog);

/** The dialog that is open. */
export function Dialogs() {
  const open = useDialogs((state) => state.open);
  switch (open?.type) {
    case undefined:
      return null;
    case 'templates':
      return <TemplatesDialog />;
    case 'commands':
      return <CommandsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'glossary':
      return <GlossaryDialog query={open.query ?? ''} onAdd={addFromGlossary} onClose={closeDialog} />;
    case 'disk':
      return <DiskDialog onClose={closeDialog} />;
    case 'about':
      return <AboutDialog />;
    case 'files':
      return <MissingFilesDialog key={open.files[0]?.hash} files={open.files} onClose={closeDialog} />;
    case 'notices':
      return <NoticesDialog />;
    case 'python':
      return <ExportPythonDialog onClose={closeDialog} />;
    case 'loop':
      return <LoopDialog onClose={closeDialog} />;
    case 'ownData':
      return <OwnDataDialog file={open.file} onOnlyFile={open.onlyFile} onClose={closeDialog} />;
    case 'unsaved':
      return <UnsavedDialog answer={open.answer} />;
    case 'pasted':
      return <PastedDialog {...open} />;
    case 'opened':
      return <OpenedDialog {...open} />;
  }
}

function addFromGlossary(kind: string): void {
  const spec = catalog.kind(kind);
  closeDialog();
  if (spec !== undefined) focusNode(addKind(spec));
}

function UnsavedDialog({ answer }: { answer: (replace: boolean) => void }) {
  const { t } = useT();
  const name = useDocument((state) => state.document.name);
  const close = (replace: boolean) => {
    closeDialog();
    answer(replace);
  };
  const saveFirst = () => {
    void perform('save');
    close(true);
  };
  return (
    <Dialog
      open
      onClose={() => close(false)}
      width="narrow"
      title={t('dialogs.unsavedTitle')}
      description={t('dialogs.unsavedHelp', { name: name === '' ? t('app.untitled') : name })}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={() => close(false)}>{t('dialogs.keep')}</Button>
          <Button look="danger" onClick={() => close(true)}>
            {t('dialogs.replace')}
          </Button>
          <Button look="primary" onClick={saveFirst}>
            {t('dialogs.saveFirst')}
          </Button>
        </>
      }
    />
  );
}

function PastedDialog({ name, answer }: Extract<OpenDialog, { type: 'pasted' }>) {
  const { t } = useT();
  const close = (what: 'open' | 'add' | null) => {
    closeDialog();
    answer(what);
  };
  return (
    <Dialog
      open
      onClose={() => close(null)}
      width="narrow"
      title={t('dialogs.pastedTitle')}
      description={t('dialogs.pastedHelp', { name: name === '' ? t('app.untitled') : name })}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={() => close('add')}>{t('dialogs.pastedAdd')}</Button>
          <Button look="primary" onClick={() => close('open')}>
            {t('dialogs.pastedOpen')}
          </Button>
        </>
      }
    />
  );
}

function OpenedDialog({ name, ok, problems }: Extract<OpenDialog, { type: 'opened' }>) {
  const { t } = useT();
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={t(ok ? 'dialogs.openedTitle' : 'dialogs.openFailedTitle', { name })}
      description={t(ok ? 'dialogs.openedHelp' : 'dialogs.openFailedHelp')}
      closeLabel={t('app.close')}
      footer={<Button onClick={closeDialog}>{t('dialogs.understood')}</Button>}
    >
      <ul className="flex flex-col gap-3">
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index}>
            <ProblemNotice {...problem} where={problem.nodeId} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
