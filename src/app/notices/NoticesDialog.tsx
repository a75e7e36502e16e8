import { useEffect } from 'react';
import { formatClock } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useNotices } from '../../store/view/notice-store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NoticeGlyph } from '../../ui/NoticeGlyph';
import { closeDialog } from '../dialogs';
import { shownNotice } from './shown-notice';

/** All that was said since the page was opened, the newest first. */
export function NoticesDialog() {
  const words = useT();
  const { t, language } = words;
  const said = useNotices((state) => state.said);
  const { look, clear } = useNotices.getState();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said while the list is open is seen as well
  useEffect(() => look(), [look, said]);
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={t('app.notices')}
      description={t(said.length === 0 ? 'dialogs.noticesNone' : 'dialogs.noticesHelp')}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button disabled={said.length === 0} onClick={clear}>
            {t('dialogs.noticesClear')}
          </Button>
          <Button onClick={closeDialog}>{t('app.close')}</Button>
        </>
      }
    >
      {said.length > 0 && (
        <ol
          aria-label={t('app.notices')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the list may be longer than the screen, and the arrow keys scroll it
          tabIndex={0}
          className="flex flex-col px-2"
        >
          {said.toReversed().map((notice) => {
            const { severity, gravity, title, detail, action } = shownNotice(notice, words);
            return (
              <li key={notice.id} className="flex gap-2 border-b border-line py-2 last:border-b-0">
                <span className="mt-0.5">
                  <NoticeGlyph severity={severity} label={gravity} />
                </span>
                <div className="min-w-0 flex-1">
                  <p className="font-medium break-words select-text">{title}</p>
                  {detail !== undefined && <p className="text-quiet break-words select-text">{detail}</p>}
                  {action !== undefined && (
                    <Button
                      small
                      className="mt-1.5"
                      onClick={() => {
                        closeDialog();
                        action.run();
                      }}
                    >
                      {action.label}
                    </Button>
                  )}
                </div>
                <time dateTime={new Date(notice.at).toISOString()} className="tabular shrink-0 text-sm text-quiet">
                  {formatClock(language, notice.at)}
                </time>
              </li>
            );
          })}
        </ol>
      )}
    </Dialog>
  );
}
