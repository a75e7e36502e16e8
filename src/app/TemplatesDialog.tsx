import { FilePlus2, FileSpreadsheet } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useT } from '../i18n/use-t';
import { STAGES } from '../nodes/contract/kind';
import { newPipeline, replaceDocument } from '../store/document/open-pipeline';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Skeleton } from '../ui/Progress';
import { closeDialog } from './dialogs';
import { fetchTemplate, fetchTemplates, type Template } from './templates';
import { give } from './use-shortcuts';

/** Whole pipelines to start from. */
export function TemplatesDialog() {
  const { t, say, language } = useT();
  const [templates, setTemplates] = useState<readonly Template[] | 'failed' | null>(null);
  const ask = useCallback(() => {
    setTemplates(null);
    fetchTemplates().then(setTemplates, () => setTemplates('failed'));
  }, []);
  useEffect(ask, [ask]);
  const choose = async (template: Template) => {
    const document = await fetchTemplate(template, language);
    if (document === null) return setTemplates('failed');
    closeDialog();
    await replaceDocument(document, { as: template.title });
  };
  return (
    <Dialog
      open
      onClose={closeDialog}
      width="wide"
      title={t('dialogs.templatesTitle')}
      description={t('dialogs.templatesHelp')}
      closeLabel={t('app.close')}
    >
      {templates === 'failed' && (
        <div role="alert" className="mb-3 flex flex-wrap items-center gap-2">
          <p className="flex-1 text-failed">{t('dialogs.templatesFailed')}</p>
          <Button onClick={ask}>{t('app.tryAgain')}</Button>
        </div>
      )}
      <ul className="grid gap-3 sm:grid-cols-2">
        {templates === null && [0, 1, 2, 3].map((index) => <Skeleton key={index} className="h-28" />)}
        {Array.isArray(templates) &&
          templates.map((template: Template) => (
            <Choice
              key={template.file}
              title={say(template.title)}
              help={say(template.description)}
              onChoose={() => void choose(template)}
            >
              <Stages stages={template.stages} />
            </Choice>
          ))}
        <Choice
          title={t('dialogs.ownData')}
          help={t('dialogs.ownDataHelp')}
          onChoose={() => {
            closeDialog();
            give('ownData');
          }}
        >
          <FileSpreadsheet size={16} className="text-quiet" />
        </Choice>
        <Choice
          title={t('dialogs.blank')}
          help={t('dialogs.blankHelp')}
          onChoose={() => {
            closeDialog();
            void newPipeline();
          }}
        >
          <FilePlus2 size={16} className="text-quiet" />
        </Choice>
      </ul>
    </Dialog>
  );
}

/** The stages a template passes through, as a strip of their colours. */
function Stages({ stages }: { stages: readonly string[] }) {
  return (
    <span className="flex gap-1" aria-hidden>
      {STAGES.filter((stage) => stages.includes(stage)).map((stage) => (
        <span key={stage} className="h-1.5 w-8 rounded-full" style={{ background: `var(--stage-${stage})` }} />
      ))}
    </span>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly help: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ title, help, onChoose, children }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        className="flex h-full w-full flex-col items-start gap-2 rounded-md border border-line bg-surface p-4 text-left transition-colors hover:border-accent hover:bg-hover"
      >
        <span className="grid h-4 place-items-center">{children}</span>
        <span className="font-semibold">{title}</span>
        <span className="text-quiet">{help}</span>
      </button>
    </li>
  );
}
