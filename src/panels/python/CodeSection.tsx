import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useT } from '../../i18n/use-t';
import { useCodeView } from '../../store/view/code-view';
import { cx } from '../../ui/cx';

/** “How would I write this?”, folded until it is asked. */
export function CodeSection({ children }: { children: ReactNode }) {
  const { t } = useT();
  const open = useCodeView((state) => state.open);
  const id = useId();
  return (
    <section className="border-b border-line px-4 py-3.5 last:border-b-0">
      <h2 className="font-semibold">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => useCodeView.setState({ open: !open })}
          className="hit -ml-1 flex h-7 items-center gap-1 rounded-md text-left"
        >
          <ChevronRight size={15} className={cx('text-quiet transition-transform', open && 'rotate-90')} />
          {t('editor.howWritten')}
        </button>
      </h2>
      {open && (
        <div id={id} className="mt-2">
          {children}
        </div>
      )}
    </section>
  );
}
