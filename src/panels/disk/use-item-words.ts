import { formatMoment } from '../../i18n/format';
import { type Translator, useT } from '../../i18n/use-t';
import type { DiskItem } from './group-by-pipeline';

export interface ItemWords {
  readonly title: string;
  readonly detail: string;
  /** What its button says, and says to those who hear it; null where it cannot be freed. */
  readonly action: { readonly label: string; readonly name: string } | null;
  /** What freeing it loses; null where that is nothing. */
  readonly loses: string | null;
}

/** A pipeline's name, or what stands for none. */
export const pipelineName = ({ t }: Translator, name: string): string => (name === '' ? t('disk.untitled') : name);

/** What is said of things on the disk. `of` names the pipeline that they stand under. */
export function useItemWords(): (item: DiskItem, of: string | null) => ItemWords {
  const translator = useT();
  const { t, language } = translator;
  const listed = (names: readonly string[]): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(names.map((name) => pipelineName(translator, name)));
  const removing = (what: string) => ({ label: t('disk.remove'), name: t('disk.removeWhat', { what }) });
  const moment = (at: number | null): string => (at === null ? '?' : formatMoment(language, at, 'short'));

  return (item, of) => {
    switch (item.type) {
      case 'file': {
        const title = item.name ?? t('disk.unnamedFile', { when: moment(item.writtenAt) });
        const others = item.users.filter((name) => name !== of);
        const about = {
          pipeline: [
            others.length === 0 ? t('disk.file') : t('disk.fileShared', { names: listed(others) }),
            t('disk.removeUsed', { names: listed(item.users) }),
          ],
          undo: [t('disk.fileUndo'), t('disk.removeUndo')],
          running: [t('disk.fileRunning'), t('disk.removeRunning')],
          unknown: [t('disk.file'), t('disk.removeUnknown')],
          fresh: [t('disk.file'), t('disk.removeUnused')],
          unused: [t('disk.fileUnused'), t('disk.removeUnused')],
        }[item.use];
        return { title, detail: about[0] ?? '', action: removing(title), loses: about[1] ?? null };
      }
      case 'set': {
        const { name, versions: n } = item;
        const others = item.users.filter((user) => user !== of);
        return {
          title: name,
          detail: others.length === 0 ? t('disk.set', { n }) : t('disk.setShared', { n, names: listed(others) }),
          action: removing(name),
          loses: t('disk.removeSet', { n }),
        };
      }
      case 'models': {
        const free = item.removable.length;
        if (free === 0) return { title: item.line, detail: t('disk.modelServes'), action: null, loses: null };
        return {
          title: item.line,
          detail: t('disk.models', { n: item.versions.length, free }),
          action: {
            label: t('disk.removeVersions', { n: free }),
            name: t('disk.removeVersionsOf', { n: free, what: item.line }),
          },
          loses: t(free === item.versions.length ? 'disk.removeAllModels' : 'disk.removeModels', {
            n: free,
            what: item.line,
          }),
        };
      }
      case 'results': {
        const title = t(of === null ? 'disk.oldResults' : 'disk.results');
        const what = of === null ? title : pipelineName(translator, of);
        return {
          title,
          detail: t('disk.resultsDetail', { n: item.keys.length }),
          action: { label: t('disk.clear'), name: of === null ? t('disk.clearOld') : t('disk.clearWhat', { what }) },
          loses: null,
        };
      }
      case 'sessions': {
        const title = t('disk.sessions');
        return {
          title,
          detail: t('disk.sessionsDetail', { n: item.tabs.length }),
          action: item.closed ? { label: t('disk.clear'), name: t('disk.clearSessions') } : null,
          loses: null,
        };
      }
      case 'slot': {
        const what = pipelineName(translator, of ?? '');
        return {
          title: t('disk.slot'),
          detail: [
            item.open === false
              ? t('disk.slotClosed', { when: moment(item.savedAt) })
              : t(item.open === null ? 'disk.slotMayBeOpen' : 'disk.slotOpen'),
            ...(item.session > 0 ? [t('disk.slotSession')] : []),
          ].join(' · '),
          action: item.open === false ? removing(what) : null,
          loses: t('disk.removeSlot'),
        };
      }
    }
  };
}
