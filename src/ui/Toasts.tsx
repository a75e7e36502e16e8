import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { lazyPart } from './parts/lazy-part';
import { PlainToasts } from './parts/PlainToasts';
import type { Toast } from './toast';

const ToastList = lazyPart(async () => (await import('./ToastList')).ToastList, {
  failed: ({ retry }, props) => <PlainToasts {...props} retry={retry} />,
});

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
  const toasts = [
    ...messages.map((toast) => ({ key: `message ${toast.id}`, toast, onClose: () => onDismiss(toast.id) })),
    ...own.map((toast) => ({
      key: `own ${toast.id}`,
      toast,
      onClose: () => setOwn((all) => all.filter((other) => other.id !== toast.id)),
    })),
  ];
  return (
    <ToastContext value={show}>
      {children}
      <ToastList label={label} closeLabel={closeLabel} toasts={toasts} />
    </ToastContext>
  );
}
