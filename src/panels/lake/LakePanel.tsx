import './words';
import { Plus, Waves } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { EmptyState } from '../../ui/EmptyState';
import { Skeleton } from '../../ui/Progress';
import { ProblemNotice } from '../ProblemNotice';
import { AddRows } from './AddRows';
import { DropZone } from './DropZone';
import { SetDetails } from './SetDetails';
import { SetList } from './SetList';
import { setsOf, useLake } from './use-lake';
import { useLakeActions } from './use-lake-actions';

/** What rows are being asked for: of a new set, or more of one. */
interface Adding {
  readonly to: string | null;
  readonly file: File | null;
}

/** The data sets that this browser keeps: their versions, where each came from, and what reads them. */
export function LakePanel() {
  const { t } = useT();
  const asked = useLake();
  const actions = useLakeActions();
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  if (asked.state === 'failed') {
    return (
      <div className="p-4">
        <ProblemNotice severity="error" message={asked.failure.message} hint={asked.failure.hint} />
      </div>
    );
  }
  const sets = setsOf(asked);
  if (sets === null) return <Waiting />;
  const picked = sets.find(({ name }) => name === chosen);
  const shown = picked ?? sets[0];
  const begin = (file: File | null = null): void => setAdding({ to: null, file });
  return (
    <>
      {shown === undefined ? (
        <DropZone hint={t('lake.orDrop')} onFile={begin} className="h-full overflow-y-auto">
          <EmptyState
            icon={<Waves size={28} />}
            title={t('lake.empty')}
            action={<Button onClick={() => begin()}>{t('lake.make')}</Button>}
          >
            {t('lake.emptyHelp')}
          </EmptyState>
        </DropZone>
      ) : (
        <div className="flex h-full">
          <DropZone
            hint={t('lake.make')}
            onFile={begin}
            className={cx(
              'w-full shrink-0 overflow-y-auto sm:w-80 sm:border-r sm:border-line',
              picked !== undefined && 'max-sm:hidden',
            )}
          >
            <div className="border-b border-line p-2">
              <Button small icon={<Plus size={14} />} onClick={() => begin()}>
                {t('lake.make')}
              </Button>
            </div>
            <SetList sets={sets} shown={shown.name} onShow={setChosen} />
          </DropZone>
          <div className={cx('min-w-0 flex-1 overflow-y-auto', picked === undefined && 'max-sm:hidden')}>
            <SetDetails
              key={shown.name}
              set={shown}
              actions={actions}
              onAppend={() => setAdding({ to: shown.name, file: null })}
              onBack={() => setChosen(null)}
            />
          </div>
        </div>
      )}
      {adding !== null && (
        <AddRows
          sets={sets}
          to={sets.find(({ name }) => name === adding.to) ?? null}
          file={adding.file}
          onClose={() => setAdding(null)}
          onDone={(name) => {
            setAdding(null);
            setChosen(name);
          }}
        />
      )}
    </>
  );
}

function Waiting() {
  const { t } = useT();
  return (
    <div className="flex flex-col gap-2 p-3" role="status" aria-label={t('lake.loading')}>
      <Skeleton className="h-6" />
      <Skeleton className="h-6 w-2/3" />
    </div>
  );
}
