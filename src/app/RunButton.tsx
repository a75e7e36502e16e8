import { Play, Square } from 'lucide-react';
import { formatPercent } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { commands } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { useRun } from '../store/run/run-store';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { Progress } from '../ui/Progress';
import { Tooltip } from '../ui/Tooltip';
import { give, useStarting } from './use-shortcuts';

/** Run, which turns into Cancel with its progress while a run is on. */
export function RunButton({ wide }: { wide?: boolean }) {
  const { t, language } = useT();
  const running = useRun((state) => state.running);
  const starting = useStarting((state) => state.starting) && !running;
  const looping = useRun((state) => state.looping);
  const progress = useRun((state) => state.progress);
  const empty = useDocument((state) => state.document.nodes.length === 0);
  const size = wide === true ? 'h-11 min-w-32 text-lg' : 'min-w-24';
  if (running || starting) {
    return (
      <div className="flex items-center gap-3">
        <Tooltip content={t('app.cancel')} keys={commands.cancel.shortcuts[0]}>
          <Button
            data-tour="run"
            icon={<Square size={13} fill="currentColor" />}
            disabled={starting}
            onClick={() => give('cancel')}
            className={size}
          >
            {t('app.cancel')}
          </Button>
        </Tooltip>
        {wide !== true && (
          <span className="flex items-center gap-2">
            <Progress
              value={starting ? null : progress}
              label={t('app.running', { percent: formatPercent(language, progress, 0) })}
              className="w-24"
            />
            <span className="tabular w-9 text-sm text-quiet">
              {starting ? null : formatPercent(language, progress, 0)}
            </span>
          </span>
        )}
      </div>
    );
  }
  const blocked = looping ? t('loop.runBlocked') : undefined;
  return (
    <Tooltip content={blocked ?? t(empty ? 'app.nothingToRun' : 'app.runAll')} keys={commands.run.shortcuts[0]}>
      <Button
        data-tour="run"
        look={looping ? 'secondary' : 'primary'}
        aria-disabled={looping}
        aria-description={blocked}
        icon={<Play size={14} fill="currentColor" />}
        disabled={empty}
        onClick={() => give('run')}
        className={cx(size, 'aria-disabled:cursor-default aria-disabled:opacity-45')}
      >
        {t('app.run')}
      </Button>
    </Tooltip>
  );
}
