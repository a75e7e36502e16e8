import { create } from 'zustand';
import type { Text } from '../../lib/text';
import { useView } from '../view/view-store';

/** `absent`: this browser (or an insecure page) knows no notifications. */
export type NotifyPermission = 'absent' | NotificationPermission;

const now = (): NotifyPermission => (typeof Notification === 'undefined' ? 'absent' : Notification.permission);

/** Whether the browser may notify. It is asked by `ask` alone, which a button calls. */
export const useNotifyPermission = create<{ readonly permission: NotifyPermission; ask(): Promise<void> }>()((set) => ({
  permission: now(),
  ask: async () => {
    if (now() === 'default') await Notification.requestPermission().catch(() => undefined);
    set({ permission: now() });
  },
}));

/** Notifies outside the page, where that is allowed and nobody looks at the page. */
export function notifyOutside(title: Text, subject: string): void {
  if (now() !== 'granted' || document.hasFocus()) return;
  try {
    new Notification('Millrace', { body: title[useView.getState().language], tag: subject });
  } catch {
    // Phones allow notifications from service workers alone; the page itself has said it.
  }
}
