import { create } from 'zustand';
import type { FailureDetail } from '../../lib/failure';
import type { Text } from '../../lib/text';

/** Something to tell a person that no node can say. */
interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: Text;
  readonly hint?: Text;
  /** Where the remedy is: shown as a button. */
  readonly leadsTo?: 'disk';
  /** A newer notice on the same subject takes its place. */
  readonly subject?: string;
}

export interface NoticeState {
  readonly notices: readonly Notice[];
  notify(notice: Omit<Notice, 'id'>): number;
  dismiss(id: number): void;
  /** Takes away what was said on a subject that has settled itself. */
  settle(subject: string): void;
}

/** A failure as a notice. */
export const noticeOf = ({ code, message, hint }: FailureDetail): Omit<Notice, 'id'> => ({
  severity: 'error',
  message,
  hint,
  ...(code === 'storage-full' ? { leadsTo: 'disk' } : {}),
});

/** More than a few at once are not read. */
const MAX_NOTICES = 4;
let lastId = 0;

export const useNotices = create<NoticeState>()((set, get) => ({
  notices: [],
  notify: (notice) => {
    const id = ++lastId;
    const others = get().notices.filter((other) => notice.subject === undefined || other.subject !== notice.subject);
    set({ notices: [...others, { ...notice, id }].slice(-MAX_NOTICES) });
    return id;
  },
  dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  settle: (subject) => {
    const { notices } = get();
    if (notices.some((notice) => notice.subject === subject)) {
      set({ notices: notices.filter((notice) => notice.subject !== subject) });
    }
  },
}));
