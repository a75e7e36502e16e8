import { CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import type { Text } from '../lib/text';
import { cx } from '../ui/cx';

interface TroubleProps {
  readonly severity: 'error' | 'warning';
  readonly message: Text;
  readonly hint: Text;
  /** The node, column or row that it is about. */
  readonly where?: ReactNode;
}

/** A problem and its remedy. */
export function Trouble({ severity, message, hint, where }: TroubleProps) {
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
      </div>
    </div>
  );
}
