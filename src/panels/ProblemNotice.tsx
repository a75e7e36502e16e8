import { CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import type { Text } from '../lib/text';
import { commands, perform } from '../store/commands/commands';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';

interface ProblemNoticeProps {
  /** Of a failure: where the remedy is a place of the page, a button leads there. */
  readonly code?: string;
  readonly severity: 'error' | 'warning';
  readonly message: Text;
  readonly hint: Text;
  /** The node, column or row that it is about. */
  readonly where?: ReactNode;
}

/** A problem and its remedy. */
export function ProblemNotice({ code, severity, message, hint, where }: ProblemNoticeProps) {
  const { t, say } = useT();
  const Icon = severity === 'error' ? CircleX : TriangleAlert;
  return (
    <div className="flex gap-2 text-left">
      <Icon
        size={15}
        aria-label={severity === 'error' ? t('panels.error') : t('panels.warning')}
        className={cx('mt-0.5 shrink-0', severity === 'error' ? 'text-failed' : 'text-warning')}
      />
      <div className="min-w-0">
        {where && <div className="text-sm text-quiet">{where}</div>}
        <p className="font-medium">{say(message)}</p>
        <p className="text-quiet">{say(hint)}</p>
        {code === 'storage-full' && (
          <Button small className="mt-1.5" onClick={() => void perform('disk')}>
            {say(commands.disk.label)}
          </Button>
        )}
      </div>
    </div>
  );
}
