import { useT } from '../../i18n/use-t';
import { commands } from '../../store/commands/commands';
import { unseen, useNotices } from '../../store/view/notice-store';
import { NoticeBell } from '../../ui/NoticeBell';
import { give } from '../use-shortcuts';

/** Leads to all that was said in this session. */
export function Bell({ large }: { large?: boolean }) {
  const { t } = useT();
  const said = useNotices((state) => state.said);
  const fresh = unseen({ said });
  const severity = (['error', 'warning'] as const).find((grave) => fresh.some((one) => one.severity === grave));
  return (
    <NoticeBell
      label={fresh.length === 0 ? t('app.notices') : t('app.noticesNew', { n: fresh.length })}
      keys={commands.notices.shortcuts[0]}
      unseen={fresh.length}
      severity={severity ?? 'info'}
      large={large === true}
      onClick={() => give('notices')}
    />
  );
}
