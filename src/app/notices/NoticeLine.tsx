import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { type Notice, useNotices } from '../../store/view/notice-store';
import { NoticeStrip } from '../../ui/NoticeStrip';
import { give } from '../use-shortcuts';
import { shownNotice } from './shown-notice';

/** How long a notice stands, in ms: what failed longer, and what can be acted on longer than what is only said. */
const stays = ({ severity, leadsTo }: Notice): number =>
  severity === 'error' ? 20_000 : leadsTo === undefined ? 6_000 : 12_000;

/** What was said last, for as long as it takes to read it, or while a person is at it. */
export function NoticeLine() {
  const words = useT();
  const notice = useNotices((state) => state.notices.at(-1));
  const { pass, dismiss } = useNotices.getState();
  const [heldId, setHeldId] = useState<number | null>(null);
  const held = notice !== undefined && heldId === notice.id;
  useEffect(() => {
    if (notice === undefined || held) return;
    const timer = setTimeout(() => pass(notice.id), stays(notice));
    return () => clearTimeout(timer);
  }, [notice, held, pass]);
  const hold = (): void => setHeldId(notice?.id ?? null);
  const letGo = (): void => setHeldId(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who is at it only keeps it there
    <div
      className="pointer-events-none h-full"
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocus={hold}
      onBlur={letGo}
    >
      <NoticeStrip
        notice={notice === undefined ? null : shownNotice(notice, words)}
        closeLabel={words.t('app.close')}
        onClose={() => notice !== undefined && dismiss(notice.id)}
        onOpen={() => give('notices')}
      />
    </div>
  );
}
