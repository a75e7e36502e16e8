import { Pause, Play, StepForward } from 'lucide-react';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { REPLAY_SPEEDS, type Replay } from '../../store/recording/replay';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Progress } from '../../ui/Progress';
import { Select } from '../../ui/Select';

interface ReplayBarProps {
  readonly name: string;
  readonly lines: number;
  readonly replay: Replay;
  readonly onEnd: () => void;
}

/** Plays a recording: on, step by step, at a speed. */
export function ReplayBar({ name, lines, replay, onEnd }: ReplayBarProps) {
  const { t, language } = useT();
  const { at, playing, speed } = replay;
  const isOver = at >= lines;
  return (
    <section
      aria-label={t('debug.replaying', { name })}
      className="flex flex-col gap-1.5 border-b border-line px-2 py-1.5"
    >
      <div className="flex items-center gap-1">
        <IconButton
          small
          label={t(playing ? 'debug.pause' : 'debug.play')}
          icon={playing ? <Pause size={15} /> : <Play size={15} />}
          aria-disabled={isOver}
          className="aria-disabled:opacity-40"
          onClick={() => (playing ? replay.pause() : replay.play())}
        />
        <IconButton
          small
          label={t('debug.step')}
          icon={<StepForward size={15} />}
          aria-disabled={isOver}
          className="aria-disabled:opacity-40"
          onClick={replay.step}
        />
        <Select
          aria-label={t('debug.speed')}
          value={String(speed)}
          options={REPLAY_SPEEDS.map((one) => ({
            value: String(one),
            label: one === null ? t('debug.fastest') : `${formatNumber(language, one)} ×`,
          }))}
          onChange={(value) => {
            const chosen = REPLAY_SPEEDS.find((one) => String(one) === value);
            if (chosen !== undefined) replay.setSpeed(chosen);
          }}
          className="w-36"
        />
        <span className="tabular ml-auto text-sm whitespace-nowrap text-quiet">
          {t('debug.atLine', { n: at, all: lines })}
        </span>
        <Button small onClick={onEnd}>
          {t('debug.end')}
        </Button>
      </div>
      <Progress value={lines === 0 ? 0 : at / lines} label={t('debug.replaying', { name })} />
      <p className="text-sm text-quiet">{t('debug.withoutData')}</p>
    </section>
  );
}
