import { Pause, Play, Radio, SkipForward, Square } from 'lucide-react';
import { formatNumber, formatPercent } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { commandState } from '../store/commands/command';
import { commands } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { isOn, useLive, whyNotLive } from '../store/live/live-store';
import { useRun } from '../store/run/run-store';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { IconButton } from '../ui/IconButton';
import { Progress } from '../ui/Progress';
import { Tooltip } from '../ui/Tooltip';
import { LiveClock } from './LiveClock';
import { SpeedMenu } from './SpeedMenu';
import { give } from './use-shortcuts';

/** The loop beside Run: what starts it, and while it is live what plays, paces and stops it. */
export function LiveControl() {
  const on = useLive(isOn);
  const preparing = useLive((state) => state.phase === 'preparing');
  if (!on) return <GoLive />;
  return (
    <fieldset className="m-0 flex min-w-0 items-center gap-0.5 border-0 p-0">
      {preparing ? <Preparing /> : <Player />}
      <StopLive />
    </fieldset>
  );
}

/** Starts the loop; where it cannot, says why instead of hiding. */
export function GoLive({ compact }: { compact?: boolean }) {
  const { t, say } = useT();
  const why = useWhyNot();
  const again = useLive((state) => state.phase === 'ended' || state.phase === 'failed');
  const first = useLoopFirst();
  if (first !== null) {
    const help = first === 'completeLoop' && why !== null ? say(why) : t('loop.goLiveHelp');
    return (
      <Tooltip content={help}>
        <Button
          aria-description={help}
          icon={<Radio size={15} />}
          onClick={() => give(first)}
          className={cx(compact === true && 'h-11 px-2.5 text-base')}
        >
          {say(commands[first].label)}
        </Button>
      </Tooltip>
    );
  }
  return (
    <>
      <LostLoop />
      <Tooltip content={why === null ? t('loop.goLiveHelp') : say(why)} keys={commands.goLive.shortcuts[0]}>
        <Button
          aria-disabled={why !== null}
          aria-description={why === null ? undefined : say(why)}
          icon={<Radio size={15} />}
          onClick={() => give('goLive')}
          className={cx(
            'aria-disabled:cursor-default aria-disabled:opacity-45 aria-disabled:hover:bg-raised',
            compact === true && 'h-11 px-2.5 text-base',
          )}
        >
          {t(again && compact !== true ? 'loop.again' : 'loop.goLive')}
        </Button>
      </Tooltip>
    </>
  );
}

/** A loop that failed, for as long as no other is started: where it stopped and why, and what goes on from there. */
function LostLoop() {
  const { t, say, language } = useT();
  const failure = useLive((state) => (state.phase === 'failed' ? state.failure : null));
  const tick = useLive((state) => state.tick);
  const from = useLive((state) => state.goesOnFrom);
  if (failure === null) return null;
  const n = formatNumber(language, tick);
  return (
    <>
      <Tooltip content={`${say(failure.message)} ${say(failure.hint)}`}>
        <span role="status" className="px-1 text-sm font-medium whitespace-nowrap text-failed">
          {t(tick > 0 ? 'loop.stoppedAt' : 'loop.failed', { n })}
        </span>
      </Tooltip>
      {from !== null && (
        <Button onClick={() => give('goOn')}>{t('loop.goOnFrom', { n: formatNumber(language, from) })}</Button>
      )}
    </>
  );
}

/** What has to come before going live, where one command does it. */
function useLoopFirst(): 'makeLoop' | 'completeLoop' | null {
  useDocument((state) => state.document);
  useLive((state) => state.phase);
  const state = commandState();
  return commands.completeLoop.enabled(state) ? 'completeLoop' : commands.makeLoop.enabled(state) ? 'makeLoop' : null;
}

/** Why the loop cannot be started just now; null where it can. */
const useWhyNot = () => {
  const document = useDocument((state) => state.document);
  const running = useRun((state) => state.running);
  return whyNotLive({ document }, { running });
};

export function Preparing() {
  const { t, language } = useT();
  const progress = useRun((state) => state.progress);
  const label = t('loop.preparing', { percent: formatPercent(language, progress, 0) });
  return (
    <Tooltip content={t('loop.preparingHelp')}>
      <span className="flex items-center gap-2 px-1">
        <Progress value={progress} label={label} className="w-16" />
        <span className="tabular text-sm text-quiet">{label}</span>
      </span>
    </Tooltip>
  );
}

function Player() {
  return (
    <>
      <PlayPause />
      <StepButton />
      <SpeedMenu />
      <LiveClock />
    </>
  );
}

export function PlayPause({ wide }: { wide?: boolean }) {
  const { t } = useT();
  const playing = useLive((state) => state.phase === 'playing');
  return (
    <IconButton
      label={t(playing ? 'loop.pause' : 'loop.play')}
      icon={playing ? <Pause size={17} fill="currentColor" /> : <Play size={17} fill="currentColor" />}
      keys={commands.playPause.shortcuts[0]}
      onClick={() => give('playPause')}
      className={cx('text-accent hover:text-accent', wide === true && 'size-11 border border-line-strong bg-raised')}
    />
  );
}

export function StepButton({ wide }: { wide?: boolean }) {
  const { t } = useT();
  return (
    <IconButton
      label={t('loop.step')}
      icon={<SkipForward size={16} />}
      keys={commands.stepLive.shortcuts[0]}
      onClick={() => give('stepLive')}
      className={cx(wide === true && 'size-11')}
    />
  );
}

export function StopLive({ wide }: { wide?: boolean }) {
  const { t } = useT();
  return (
    <IconButton
      label={t('loop.stop')}
      icon={<Square size={14} fill="currentColor" />}
      keys={commands.cancel.shortcuts[0]}
      onClick={() => give('stopLive')}
      className={cx(wide === true && 'size-11')}
    />
  );
}
