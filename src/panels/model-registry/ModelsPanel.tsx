import './words';
import { Boxes } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { EmptyState } from '../../ui/EmptyState';
import { Skeleton } from '../../ui/Progress';
import type { ModelVersion } from '../../worker/live-protocol';
import { ProblemNotice } from '../ProblemNotice';
import { CompareView } from './CompareView';
import { useModelActions } from './use-model-actions';
import { useModels } from './use-models';
import { VersionDetails } from './VersionDetails';
import { VersionList } from './VersionList';
import { versionKey } from './version-lines';

/** Every model that was ever kept: its versions by line, where each comes from, and what can be done with it. */
export function ModelsPanel() {
  const { asked, reload } = useModels();
  const actions = useModelActions(reload);
  const [chosen, setChosen] = useState<string | null>(null);
  const [compared, setCompared] = useState<readonly string[]>([]);
  if (asked.state === 'failed') {
    return (
      <div className="p-4">
        <ProblemNotice severity="error" message={asked.failure.message} hint={asked.failure.hint} />
      </div>
    );
  }
  const known = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  if (known === null) return <Waiting />;
  const { versions, troubles } = known;
  if (versions.length === 0 && troubles.length === 0) return <Nothing />;
  const find = (key: string | null): ModelVersion | undefined => versions.find((one) => versionKey(one) === key);
  const [first, second] = compared.map(find);
  const pair = first !== undefined && second !== undefined ? ([first, second] as const) : null;
  const shown = find(chosen) ?? versions[0];
  // On a phone the list and what was chosen of it take turns.
  const opened = pair !== null || find(chosen) !== undefined;
  const compare = (version: ModelVersion): void => {
    const key = versionKey(version);
    setCompared(compared.includes(key) ? compared.filter((one) => one !== key) : [...compared, key].slice(-2));
  };
  return (
    <div className="flex h-full">
      <div
        className={cx(
          'w-full shrink-0 overflow-y-auto sm:w-[27rem] sm:border-r sm:border-line',
          opened && 'max-sm:hidden',
        )}
      >
        {troubles.map((failure) => (
          <div key={failure.message.en} className="border-b border-line p-3">
            <ProblemNotice severity="error" message={failure.message} hint={failure.hint} />
          </div>
        ))}
        <VersionList
          versions={versions}
          shown={pair === null && shown !== undefined ? versionKey(shown) : null}
          compared={compared}
          onShow={(version) => {
            setCompared([]);
            setChosen(versionKey(version));
          }}
          onCompare={compare}
          onRollback={(line) => void actions.rollback(line)}
        />
      </div>
      <div className={cx('min-w-0 flex-1 overflow-y-auto', !opened && 'max-sm:hidden')}>
        {pair !== null ? (
          <CompareView first={pair[0]} second={pair[1]} onClose={() => setCompared([])} />
        ) : (
          shown !== undefined && (
            <VersionDetails key={versionKey(shown)} version={shown} actions={actions} onBack={() => setChosen(null)} />
          )
        )}
      </div>
    </div>
  );
}

function Nothing() {
  const { t } = useT();
  const run = useRun((state) => state.run);
  const busy = useRun((state) => state.running || state.looping);
  return (
    <EmptyState
      icon={<Boxes size={28} />}
      title={t('models.empty')}
      action={
        <Button disabled={busy} onClick={() => void run()}>
          {t('models.runNow')}
        </Button>
      }
    >
      {t('models.emptyHelp')}
    </EmptyState>
  );
}

function Waiting() {
  const { t } = useT();
  return (
    <div className="flex flex-col gap-2 p-3" role="status" aria-label={t('models.loading')}>
      <Skeleton className="h-6" />
      <Skeleton className="h-6" />
      <Skeleton className="h-6 w-2/3" />
    </div>
  );
}
