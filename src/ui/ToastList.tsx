import { X } from 'lucide-react';
import { Toast as Primitive } from 'radix-ui';
import { cx } from './cx';
import type { Toast, ToastListProps } from './toast';

/** The corner of the page that toasts show in. */
export function ToastList({ label, closeLabel, toasts }: ToastListProps) {
  return (
    <Primitive.Provider label={label} duration={6_000} swipeDirection="down">
      {toasts.map(({ key, toast, onClose }) => (
        <ToastCard key={key} toast={toast} closeLabel={closeLabel} onClose={onClose} />
      ))}
      <Primitive.Viewport className="fixed right-3 bottom-12 z-50 flex w-88 max-w-[calc(100vw-24px)] flex-col gap-2 outline-none" />
    </Primitive.Provider>
  );
}

function ToastCard({ toast, closeLabel, onClose }: { toast: Toast; closeLabel: string; onClose: () => void }) {
  return (
    <Primitive.Root
      duration={toast.tone === 'failed' ? 20_000 : toast.action ? 12_000 : 6_000}
      onOpenChange={(open) => !open && onClose()}
      className={cx(
        'flex animate-rise-in items-start gap-2 rounded-md border bg-raised py-2 pr-1 pl-3 shadow-float',
        toast.tone === 'failed' ? 'border-failed' : toast.tone === 'warning' ? 'border-warning' : 'border-line',
      )}
    >
      <div className="min-w-0 flex-1 py-1">
        <Primitive.Title className="font-medium">{toast.title}</Primitive.Title>
        {toast.detail && <Primitive.Description className="text-sm text-quiet">{toast.detail}</Primitive.Description>}
      </div>
      {toast.action && (
        <Primitive.Action
          altText={toast.action.label}
          onClick={toast.action.run}
          className="hit h-7 shrink-0 rounded-md px-2 font-medium text-accent hover:bg-hover"
        >
          {toast.action.label}
        </Primitive.Action>
      )}
      <Primitive.Close
        aria-label={closeLabel}
        className="hit grid size-7 shrink-0 place-items-center rounded-md text-quiet hover:bg-hover hover:text-ink"
      >
        <X size={14} />
      </Primitive.Close>
    </Primitive.Root>
  );
}
