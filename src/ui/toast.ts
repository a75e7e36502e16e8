/** A short message at the corner of the page. */
export interface Toast {
  readonly title: string;
  readonly detail?: string;
  readonly tone?: 'plain' | 'warning' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What shows them. */
export interface ToastListProps {
  readonly label: string;
  readonly closeLabel: string;
  readonly toasts: readonly { readonly key: string; readonly toast: Toast; readonly onClose: () => void }[];
}
