import { create } from 'zustand';
import type { FailureDetail } from '../../lib/failure';
import type { Text } from '../../lib/text';

/** Something to tell a person that no node can say. */
export interface Notice {
  readonly id: number;
  /** When it was said, as the clock's milliseconds. */
  readonly at: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: Text;
  readonly hint?: Text;
  /** Where the remedy is: shown as a button. */
  readonly leadsTo?: 'disk' | 'problems';
  /** A newer notice on the same subject takes its place in sight. */
  readonly subject?: string;
  /** A person has put it away, or looked at the list. */
  readonly seen: boolean;
}

/** What is said: the rest of a notice comes of its being said. */
export type News = Omit<Notice, 'id' | 'at' | 'seen'>;

export interface NoticeState {
  /** Those in sight, the newest last. */
  readonly notices: readonly Notice[];
  /** All that was said since the page was opened, the newest last. */
  readonly said: readonly Notice[];
  /** Says something; the list has it in place of `instead`, where that was the same matter. */
  notify(news: News, instead?: number): number;
  /** Lets the list say something else of a matter, without bringing it up again. */
  reword(id: number, message: Text): void;
  /** It has been in sight for long enough: the list keeps it as new. */
  pass(id: number): void;
  /** A person has put it away. */
  dismiss(id: number): void;
  /** Takes out of sight what was said on a subject that has settled itself. */
  settle(subject: string): void;
  /** A person looks at the list. */
  look(): void;
  /** Empties the list. */
  clear(): void;
}

/** A failure as a notice. */
export const noticeOf = ({ code, message, hint }: FailureDetail): News => ({
  severity: 'error',
  message,
  hint,
  ...(code === 'storage-full' ? { leadsTo: 'disk' } : {}),
});

/** More than a few at once are not read. */
const MAX_IN_SIGHT = 4;
/** More are not scrolled through. */
const MAX_SAID = 200;
let lastId = 0;

const without = (all: readonly Notice[], id: number | undefined): readonly Notice[] =>
  all.filter((one) => one.id !== id);

export const useNotices = create<NoticeState>()((set, get) => ({
  notices: [],
  said: [],
  notify: (news, instead) => {
    const notice: Notice = { ...news, id: ++lastId, at: Date.now(), seen: false };
    const { notices, said } = get();
    const others = notices.filter(({ subject }) => news.subject === undefined || subject !== news.subject);
    set({
      notices: [...without(others, instead), notice].slice(-MAX_IN_SIGHT),
      said: [...without(said, instead), notice].slice(-MAX_SAID),
    });
    return notice.id;
  },
  reword: (id, message) => {
    const { said } = get();
    set({ said: said.map((one) => (one.id === id ? { ...one, message, at: Date.now() } : one)) });
  },
  pass: (id) => set({ notices: without(get().notices, id) }),
  dismiss: (id) => {
    const { notices, said } = get();
    set({
      notices: without(notices, id),
      said: said.map((one) => (one.id === id ? { ...one, seen: true } : one)),
    });
  },
  settle: (subject) => {
    const { notices } = get();
    if (notices.some((notice) => notice.subject === subject)) {
      set({ notices: notices.filter((notice) => notice.subject !== subject) });
    }
  },
  look: () => {
    const { notices, said } = get();
    if (notices.length === 0 && said.every(({ seen }) => seen)) return;
    set({ notices: [], said: said.map((one) => (one.seen ? one : { ...one, seen: true })) });
  },
  clear: () => set({ notices: [], said: [] }),
}));

/** Those that nobody has seen yet. */
export const unseen = ({ said }: Pick<NoticeState, 'said'>): readonly Notice[] => said.filter(({ seen }) => !seen);
