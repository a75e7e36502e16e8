import type { Translator } from '../../i18n/use-t';
import { commands } from '../../store/commands/commands';
import { type Notice, useNotices } from '../../store/view/notice-store';
import { useView } from '../../store/view/view-store';
import type { ShownNotice } from '../../ui/NoticeStrip';
import { give } from '../use-shortcuts';

/** A notice in its reader's words, with what leads to its remedy. */
export function shownNotice(notice: Notice, { t, say }: Translator): ShownNotice {
  const { id, severity, message, hint, leadsTo } = notice;
  const remedies = {
    disk: { label: say(commands.disk.label), go: () => give('disk') },
    problems: { label: t('panels.problems'), go: () => useView.getState().showDock('problems') },
  };
  const remedy = leadsTo === undefined ? undefined : remedies[leadsTo];
  return {
    severity,
    gravity: severity === 'info' ? undefined : t(severity === 'error' ? 'panels.error' : 'panels.warning'),
    title: say(message),
    detail: hint === undefined ? undefined : say(hint),
    action: remedy && {
      label: remedy.label,
      run: () => {
        useNotices.getState().dismiss(id);
        remedy.go();
      },
    },
  };
}
