import './words';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoment } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { commandHost } from '../../store/commands/command-host';
import { commands, perform } from '../../store/commands/commands';
import { type Lost, useKeeping } from '../../store/document/keeping';
import { Button } from '../../ui/Button';
import { reloadPage } from '../../ui/parts/reload-page';

/** What the browser does not keep, or has lost: it stands there until that is over, or until a person has read it. */
export function KeepingBar() {
  const { failing, lost } = useKeeping();
  return (
    <>
      {lost.map((one) => (
        <LostBar key={one.what} lost={one} />
      ))}
      {failing !== null && <FailingBar failing={failing} />}
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

function Bar({ says, children, onSeen }: { says: string; children?: ReactNode; onSeen?: () => void }) {
  const { t } = useT();
  return (
    <div
      role="alert"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-warning-soft px-3 py-1.5"
    >
      <TriangleAlert size={16} className="shrink-0 text-warning" aria-hidden />
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
