import { ArrowLeft, ListPlus, Trash2, Waves } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { FailureDetail } from '../../lib/failure';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Tooltip } from '../../ui/Tooltip';
import type { LakeSet } from '../../worker/live-protocol';
import { ProblemNotice } from '../ProblemNotice';
import { Section } from '../Section';
import { DropZone } from './DropZone';
import { FirstRows } from './FirstRows';
import type { LakeActions } from './use-lake-actions';
import { VersionTable } from './VersionTable';

interface SetDetailsProps {
  readonly set: LakeSet;
  readonly actions: LakeActions;
  readonly onAppend: () => void;
  /** Back to the list, on a phone. */
  readonly onBack: () => void;
}

/** One data set: its versions, and what can be done with them. A file dropped here is appended. */
export function SetDetails({ set, actions, onAppend, onBack }: SetDetailsProps) {
  const { t } = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<FailureDetail | null>(null);
  const at = Math.max(
    set.versions.findIndex(({ hash }) => hash === chosen),
    chosen === null ? set.versions.length - 1 : 0,
  );
  const shown = set.versions[at];
  const take = async (file: File): Promise<void> => {
    setFailure(null);
    setFailure(await actions.append(set.name, { type: 'file', file }));
  };
  return (
    <DropZone hint={t('lake.dropHere')} onFile={(file) => void take(file)} className="min-h-full">
      <article aria-label={set.name}>
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5">
          <Button small look="ghost" className="sm:hidden" icon={<ArrowLeft size={14} />} onClick={onBack}>
            {t('lake.back')}
          </Button>
          <h2 className="min-w-0 truncate text-lg font-semibold">{set.name}</h2>
          <div className="ml-auto flex flex-wrap gap-1.5">
            <Tooltip content={t('lake.appendHelp')}>
              <Button small look="primary" icon={<ListPlus size={14} />} onClick={onAppend}>
                {t('lake.append')}
              </Button>
            </Tooltip>
            <Tooltip content={t('lake.useNewestHelp')}>
              <Button small icon={<Waves size={14} />} onClick={() => actions.read(set, '')}>
                {t('lake.useNewest')}
              </Button>
            </Tooltip>
            <RemoveButton set={set} onRemove={() => void actions.remove(set)} />
          </div>
        </header>
        {failure !== null && (
          <div className="border-b border-line p-3" role="alert">
            <ProblemNotice severity="error" {...failure} />
          </div>
        )}
        <Section title={t('lake.versions')}>
          <div className="-mx-2 overflow-x-auto">
            <VersionTable set={set} shown={shown?.hash ?? ''} actions={actions} onShow={setChosen} />
          </div>
        </Section>
        {shown !== undefined && (
          <Section title={t('lake.peek', { n: at + 1 })}>
            <FirstRows name={set.name} hash={shown.hash} />
          </Section>
        )}
      </article>
    </DropZone>
  );
}

function RemoveButton({ set, onRemove }: { set: LakeSet; onRemove: () => void }) {
  const { t } = useT();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button small look="danger" icon={<Trash2 size={14} />} onClick={() => setAsking(true)}>
        {t('lake.remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        width="narrow"
        title={t('lake.removeTitle', { name: set.name })}
        description={t('lake.removeHelp', { n: set.versions.length })}
        closeLabel={t('lake.close')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('lake.keep')}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                onRemove();
              }}
            >
              {t('lake.remove')}
            </Button>
          </>
        }
      />
    </>
  );
}
