import './words';
import { HardDrive } from 'lucide-react';
import { useMemo } from 'react';
import { formatBytes } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { Progress } from '../../ui/Progress';
import type { DiskSurvey } from '../../worker/disk-protocol';
import { useEngine } from '../engine-context';
import { ProblemNotice } from '../ProblemNotice';
import { useAsked } from '../use-asked';
import { DiskGroupList } from './DiskGroupList';
import { useDiskChanges } from './disk-changes';
import { groupByPipeline } from './group-by-pipeline';
import { Late } from './Late';
import { SweepButton } from './SweepButton';
import { useDiskActions } from './use-disk-actions';

/** What lies on this browser's disk, by pipeline, and how to free it. */
export function DiskDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const { disk } = useEngine();
  const changes = useDiskChanges();
  const asked = useAsked(String(changes), disk.survey);
  const survey = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  const actions = useDiskActions();
  const busy = actions.freeing !== null;
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={t('disk.title')}
      description={t('disk.help')}
      closeLabel={t('disk.close')}
      footer={<Button onClick={onClose}>{t('disk.close')}</Button>}
    >
      {asked.state === 'failed' && <ProblemNotice severity="error" {...asked.failure} />}
      {(asked.state === 'asking' || busy) && (
        <Late key={String(busy)}>
          <Progress
            value={actions.freeing?.share ?? null}
            label={t(busy ? 'disk.working' : 'disk.asking')}
            className="sticky top-0 z-10 mb-3"
          />
        </Late>
      )}
      {survey !== null && <Found survey={survey} actions={actions} />}
    </Dialog>
  );
}

function Found({ survey, actions }: { survey: DiskSurvey; actions: ReturnType<typeof useDiskActions> }) {
  const { t, language } = useT();
  const groups = useMemo(() => groupByPipeline(survey), [survey]);
  const unused = survey.files.filter(({ use }) => use === 'unused');
  if (groups.length === 0) {
    return (
      <EmptyState icon={<HardDrive size={28} />} title={t('disk.empty')}>
        {t('disk.emptyHelp')}
      </EmptyState>
    );
  }
  const { room } = survey;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-1 pb-3">
        <div className="min-w-48 flex-1">
          <p className="tabular text-lg font-semibold">
            {t('disk.total', { total: formatBytes(language, survey.total) })}
          </p>
          {room !== null && (
            <>
              <p className="tabular text-sm text-quiet">
                {t('disk.room', {
                  used: formatBytes(language, room.used),
                  allowed: formatBytes(language, room.allowed),
                })}
              </p>
              <Progress
                value={room.allowed === 0 ? 1 : room.used / room.allowed}
                label={t('disk.roomLabel')}
                className="mt-1.5 max-w-80"
              />
            </>
          )}
        </div>
        {unused.length > 0 && <SweepButton files={unused} onSweep={() => void actions.sweep()} />}
      </div>
      {groups.map((group) => (
        <DiskGroupList
          key={JSON.stringify(group.name)}
          group={group}
          disabled={actions.freeing !== null}
          onFree={(item) => void actions.free(item)}
        />
      ))}
    </>
  );
}
