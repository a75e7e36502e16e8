import { useT } from '../i18n/use-t';
import { commandState } from '../store/commands/command';
import { commands } from '../store/commands/commands';
import { usePipeline } from '../store/document/pipeline';
import { isOn, useLive } from '../store/live/live-store';
import { useRun } from '../store/run/run-store';
import { LiveClock } from './LiveClock';
import { GoLive, Preparing, StepButton, StopLive } from './LiveControl';
import { SpeedMenu } from './SpeedMenu';

/** The loop on a small screen: a row above the bar of buttons, where the pipeline has a stream, or has run and can be made a loop. */
export function PhoneLive() {
  const { t } = useT();
  const hasStream = usePipeline().nodes.some(({ spec }) => spec?.role === 'stream');
  const hasRun = useRun((state) => state.lastReport !== null);
  const on = useLive(isOn);
  const preparing = useLive((state) => state.phase === 'preparing');
  if (!hasStream && !on && !(hasRun && commands.makeLoop.enabled(commandState()))) return null;
  return (
    <fieldset
      aria-label={t('loop.live')}
      className="m-0 flex min-w-0 shrink-0 items-center justify-center gap-1 border-0 border-t border-line bg-surface px-2 pt-1"
    >
      {!on && <GoLive compact />}
      {on && preparing && <Preparing />}
      {on && !preparing && (
        <>
          <LiveClock />
          <span className="flex-1" />
          <StepButton wide />
          <SpeedMenu wide />
        </>
      )}
      {on && <StopLive wide />}
    </fieldset>
  );
}
