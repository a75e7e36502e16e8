import './words';
import { Hourglass, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoment } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useEngine } from '../../panels/engine-context';
import { commandHost } from '../../store/commands/command-host';
import { commands, perform } from '../../store/commands/commands';
import { type Lost, useKeeping } from '../../store/document/keeping';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { reloadPage } from '../../ui/parts/reload-page';

/** What the browser does not keep, or has lost, and that the engine is silent: it stands there until that is over, or until a person has read it. */
export function KeepingBar() {
  const failing = useKeeping((state) => state.failing);
  const lost = useKeeping((state) => state.lost);
  return (
    <>
      {lost.map((one) => (
        <LostBar key={one.what} lost={one} />
      ))}
      {failing !== null && <FailingBar failing={failing} />}
      <SilentBar />
    </>
  );
}

function FailingBar({ failing }: { failing: 'full' | 'gone' }) {
  const { t, say } = useT();
  return (
    <Bar says={t(`keeping.${failing}`)}>
      {failing === 'full' && (
        <Button small onClick={() => void perform('disk')}>
          {say(commands.disk.label)}
        </Button>
      )}
      <Button small onClick={() => void perform('save')}>
        {t('app.save')}
      </Button>
    </Bar>
  );
}

/** So long an engine may be busy before a person is offered to start it again, in seconds. */
const PATIENCE_S = 20;

function SilentBar() {
  const { t } = useT();
  const engine = useEngine();
  const seconds = useRun((state) => state.silentFor);
  if (seconds === null) return null;
  return (
    <Bar calm says={t('keeping.silent', { n: seconds })}>
      {seconds >= PATIENCE_S && (
        <Button small onClick={() => engine.restart()}>
          {t('keeping.restart')}
        </Button>
      )}
    </Bar>
  );
}

function LostBar({ lost }: { lost: Lost }) {
  const { t, language } = useT();
  const seen = () => useKeeping.setState((state) => ({ lost: state.lost.filter((one) => one !== lost) }));
  switch (lost.what) {
    case 'all':
      return <Bar says={t('keeping.lostAll')} onSeen={seen} />;
    case 'session':
    case 'run':
    case 'loop':
    case 'timeline':
      return <Bar says={t(`keeping.${lost.what}`)} onSeen={seen} />;
    case 'loopEnded':
      return <Bar says={t('keeping.loopEnded', { n: lost.tick })} onSeen={seen} />;
    case 'figures':
      return <Bar says={t('keeping.figures', { n: lost.ticks })} onSeen={seen} />;
    case 'latest':
      return <Bar says={t('keeping.lostLatest', { when: formatMoment(language, lost.savedAt) })} onSeen={seen} />;
    case 'unread':
      return (
        <Bar says={t('keeping.lostUnread')} onSeen={seen}>
          <Button small onClick={() => void reloadPage()}>
            {t('app.reload')}
          </Button>
        </Bar>
      );
    case 'damaged':
      return (
        <Bar says={t('keeping.lostDamaged')} onSeen={seen}>
          <Button small onClick={() => commandHost().download('pipeline.json', lost.text)}>
            {t('keeping.saveDamaged')}
          </Button>
        </Bar>
      );
  }
}

interface BarProps {
  says: string;
  /** It is no trouble, or none yet. */
  calm?: boolean;
  children?: ReactNode;
  onSeen?: () => void;
}

function Bar({ says, calm = false, children, onSeen }: BarProps) {
  const { t } = useT();
  return (
    <div
      role={calm ? 'status' : 'alert'}
      className={cx(
        'flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5',
        calm ? 'bg-surface' : 'bg-warning-soft',
      )}
    >
      {calm ? (
        <Hourglass size={16} className="shrink-0 text-quiet" aria-hidden />
      ) : (
        <TriangleAlert size={16} className="shrink-0 text-warning" aria-hidden />
      )}
      <p className="min-w-60 flex-1">{says}</p>
      <div className="flex flex-wrap gap-2">
        {children}
        {onSeen !== undefined && (
          <Button small look="ghost" onClick={onSeen}>
            {t('app.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
