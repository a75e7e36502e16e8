import { X } from 'lucide-react';
import { Toast as Primitive } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { cx } from './cx';

export interface Toast {
  readonly title: string;
  readonly detail?: string;
  readonly tone?: 'plain' | 'warning' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a short message at the corner of the page; a screen reader hears it too. */
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

interface ToastRegionProps {
  readonly label: string;
  readonly closeLabel: string;
  /** Messages kept elsewhere, shown beside those of {@link useToast}. */
  readonly messages: readonly Message[];
  readonly onDismiss: (id: number) => void;
  readonly children: ReactNode;
}

export type Message = Toast & { readonly id: number };

export function ToastRegion({ label, closeLabel, messages, onDismiss, children }: ToastRegionProps) {
  const [own, setOwn] = useState<readonly Message[]>([]);
  const show = useCallback((toast: Toast) => {
    setOwn((all) => [...all.slice(-3), { ...toast, id: (all.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  return (
    <ToastContext value={show}>
      <Primitive.Provider label={label} duration={6_000} swipeDirection="down">
        {children}
        {messages.map((toast) => (
          <ToastCard
            key={`message ${toast.id}`}
            toast={toast}
            closeLabel={closeLabel}
            onClose={() => onDismiss(toast.id)}
          />
        ))}
        {own.map((toast) => (
          <ToastCard
            key={`own ${toast.id}`}
            toast={toast}
            closeLabel={closeLabel}
            onClose={() => setOwn((all) => all.filter((other) => other.id !== toast.id))}
          />
        ))}
        <Primitive.Viewport className="fixed right-3 bottom-12 z-50 max-md:bottom-30 flex w-88 max-w-[calc(100vw-24px)] flex-col gap-2 outline-none" />
      </Primitive.Provider>
    </ToastContext>
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
