import { Bell } from 'lucide-react';
import { cx } from './cx';
import type { Severity } from './NoticeGlyph';
import { Tooltip } from './Tooltip';

interface NoticeBellProps {
  /** Tells of what is new, in figures where there is something new. */
  readonly label: string;
  readonly keys?: string | undefined;
  /** How many nobody has seen, and how grave the gravest of them is. */
  readonly unseen: number;
  readonly severity: Severity;
  readonly large?: boolean;
  readonly onClick: () => void;
}

const tones: Readonly<Record<Severity, string>> = {
  info: 'bg-accent-soft text-ink',
  warning: 'bg-warning-soft text-warning',
  error: 'bg-failed-soft text-failed',
};

/** Leads to all that was said; says how much of it is new. */
export function NoticeBell({ label, keys, unseen, severity, large, onClick }: NoticeBellProps) {
  return (
    <Tooltip content={label} keys={keys}>
      <button
        type="button"
        onClick={onClick}
        className={cx(
          'hit relative inline-flex shrink-0 items-center justify-center gap-1 rounded-md px-1 text-quiet transition-colors hover:bg-hover hover:text-ink',
          large ? 'h-8 min-w-8' : 'h-6 min-w-6',
        )}
      >
        <Bell size={large ? 17 : 15} aria-hidden="true" />
        <span className="sr-only">{label}</span>
        {unseen > 0 && (
          <span
            aria-hidden="true"
            className={cx('tabular min-w-4 rounded-sm px-1 text-center text-xs font-medium', tones[severity])}
          >
            {unseen}
          </span>
        )}
      </button>
    </Tooltip>
  );
}
