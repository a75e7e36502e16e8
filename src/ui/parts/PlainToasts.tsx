import { useEffect } from 'react';
import type { ToastListProps } from '../toast';

/** Messages while what usually shows them cannot be loaded; that is tried again with each new one. */
export function PlainToasts({ label, toasts, retry }: ToastListProps & { readonly retry: () => void }) {
  const newest = toasts.at(-1)?.key;
  useEffect(() => {
    addEventListener('online', retry);
    const timer = newest === undefined ? undefined : setTimeout(retry, 2_000);
    return () => {
      removeEventListener('online', retry);
      clearTimeout(timer);
    };
  }, [newest, retry]);
  return (
    <section
      role="status"
      aria-label={label}
      className="fixed right-3 bottom-12 z-50 flex w-88 max-w-[calc(100vw-24px)] flex-col gap-2"
    >
      {toasts.map(({ key, toast, onClose }) => (
        <button
          key={key}
          type="button"
          onClick={onClose}
          className="rounded-md border border-line bg-raised px-3 py-2 text-left shadow-float"
        >
          <span className="block font-medium">{toast.title}</span>
          <span className="block text-sm text-quiet">{toast.detail}</span>
        </button>
      ))}
    </section>
  );
}
