import { counted, plural } from '../../../lib/figures';
import { speaker } from '../../../lib/message';
import { text } from '../../../lib/text';

export const streamWords = {
  ended: ({ all }: { readonly all: number }) =>
    text(
      `At its end: all ${counted(all, 'row')} ${plural(all, 'has', 'have')} been handed out`,
      `끝: ${all}행을 모두 내보냈어요`,
    ),
  waits: ({ follow, to }: { readonly follow: string; readonly to: number }) =>
    text(
      `Waiting for new rows of “${follow}” after row ${to}`,
      `${to}행까지 내보냈고, “${follow}”에 새로 들어올 행을 기다려요`,
    ),
  rows: ({
    from,
    to,
    all,
    isLast,
  }: {
    readonly from: number;
    readonly to: number;
    readonly all: number;
    readonly isLast: boolean;
  }) => {
    const done = isLast ? text(' · at its end', ' · 끝') : text('', '');
    return text(`Rows ${from + 1} to ${to} of ${all}${done.en}`, `${all}행 중 ${from + 1}~${to}행${done.ko}`);
  },
};

export const sayOfStream = speaker('stream', streamWords);
