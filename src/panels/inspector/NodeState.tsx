import {
  Check,
  CircleDashed,
  CircleX,
  Clock,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  RotateCcw,
  SkipForward,
  Square,
} from 'lucide-react';
import { formatDuration } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { FailureDetail } from '../../lib/failure';
import type { NodeRun, NodeStatus } from '../../store/run/run-state';
import { cx } from '../../ui/cx';
import { Progress } from '../../ui/Progress';
import { ProblemNotice } from '../ProblemNotice';
import { statusWord } from './run-words';

const glyphs: Readonly<Record<NodeStatus, LucideIcon>> = {
  idle: CircleDashed,
  waiting: Hourglass,
  running: LoaderCircle,
  completed: Check,
  cached: RotateCcw,
  failed: CircleX,
  skipped: SkipForward,
  cancelled: Square,
  stale: Clock,
};

/** What a node is doing, or what came of its last run. */
export function NodeState({ run, failure }: { run: NodeRun | undefined; failure: FailureDetail | null }) {
  const { t, say, language } = useT();
  const status = run?.status ?? 'idle';
  const Glyph = glyphs[status];
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      <div className="tabular flex items-center gap-1.5 text-quiet">
        <Glyph
          size={14}
          className={cx(
            'shrink-0',
            status === 'failed' && 'text-failed',
            status === 'running' && 'animate-spin text-accent',
          )}
        />
        <span className={cx(status === 'failed' && 'text-failed')}>{t(statusWord[status])}</span>
        {run?.ms != null && (status === 'completed' || status === 'failed' || status === 'stale') && (
          <span>· {formatDuration(language, run.ms)}</span>
        )}
        {status === 'running' && run?.secondsLeft != null && (
          <span>· {t('inspector.secondsLeft', { time: formatDuration(language, run.secondsLeft * 1000) })}</span>
        )}
      </div>
      {status === 'running' && run && (
        <Progress value={run.fraction > 0 ? run.fraction : null} label={t('inspector.stateRunning')} />
      )}
      {status === 'running' && run?.doing && <p className="text-sm text-quiet">{say(run.doing)}</p>}
      {failure && status === 'failed' && (
        <div className="rounded-md bg-failed-soft p-3">
          <ProblemNotice severity="error" message={failure.message} hint={failure.hint} />
        </div>
      )}
      {run?.skippedBecause && status === 'skipped' && <p className="text-quiet">{say(run.skippedBecause)}</p>}
      {run?.backend && (
        <p className="text-sm text-quiet">
          {t('inspector.backend', { name: run.backend })}
          {run.backendReason && ` · ${say(run.backendReason)}`}
        </p>
      )}
    </div>
  );
}
