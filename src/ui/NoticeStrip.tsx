import { X } from 'lucide-react';
import { cx } from './cx';
import { NoticeGlyph, type Severity } from './NoticeGlyph';

/** A notice in its reader's words. */
export interface ShownNotice {
  readonly severity: Severity;
  /** The word of its gravity, where it has one. */
  readonly gravity: string | undefined;
  readonly title: string;
  readonly detail: string | undefined;
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
}

interface NoticeStripProps {
  /** What was said last, while it stands in sight. */
  readonly notice: ShownNotice | null;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Leads to all that was said, where a long sentence stands whole. */
  readonly onOpen: () => void;
  readonly className?: string;
}

/** What was said last, in two short lines; a screen reader hears each once, as it comes. */
export function NoticeStrip({ notice, closeLabel, onClose, onOpen, className }: NoticeStripProps) {
  return (
    <div
      className={cx(
        'flex h-full items-center gap-1',
        notice !== null && 'pointer-events-auto animate-fade-in border-l-2 bg-surface pl-2',
        notice?.severity === 'error' && 'border-failed',
        notice?.severity === 'warning' && 'border-warning',
        notice?.severity === 'info' && 'border-accent',
        className,
      )}
    >
      <div role="status" aria-live="polite" className="flex min-w-0 flex-1 items-center gap-2">
        {notice !== null && (
          <>
            <NoticeGlyph severity={notice.severity} label={notice.gravity} />
            <button
              type="button"
              title={[notice.title, notice.detail].filter(Boolean).join('\n')}
              onClick={onOpen}
              className="min-w-0 flex-1 text-left leading-4"
            >
              <span className="line-clamp-2 text-sm font-medium sm:block sm:truncate">{notice.title}</span>
              {notice.detail !== undefined && (
                <span className="block truncate text-xs text-quiet max-sm:hidden">{notice.detail}</span>
              )}
            </button>
          </>
        )}
      </div>
      {notice?.action !== undefined && (
        <button
          type="button"
          onClick={notice.action.run}
          className="hit h-7 shrink-0 rounded-md px-2 text-sm font-medium text-accent hover:bg-hover max-sm:hidden"
        >
          {notice.action.label}
        </button>
      )}
      {notice !== null && (
        <button
          type="button"
          aria-label={closeLabel}
          onClick={onClose}
          className="hit grid size-7 shrink-0 place-items-center rounded-md text-quiet hover:bg-hover hover:text-ink"
        >
          <X size={14} />
        </button>
      )}
    </div>
  );
}
