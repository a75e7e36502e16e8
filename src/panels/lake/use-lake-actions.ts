import { worded } from '../../i18n/worded';
import type { FailureDetail } from '../../lib/failure';
import { noticeOf, useNotices } from '../../store/view/notice-store';
import { download } from '../../ui/download';
import type { FileReading, LakeSet, LakeVersion } from '../../worker/live-protocol';
import type { OutputRef, Result } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { useGoTo } from '../go-to';
import { readInNode } from './read-in-node';
import { lakeChanged } from './use-lake';

/** Where rows come from. */
export type RowsFrom =
  | { readonly type: 'file'; readonly file: File; readonly reading?: FileReading }
  | { readonly type: 'output'; readonly ref: OutputRef; readonly name: string };

/** What a person can do with data sets. Each says how it went. */
export interface LakeActions {
  /** Makes a set or appends to it; what was wrong, else null. */
  append(name: string, rows: RowsFrom): Promise<FailureDetail | null>;
  remove(set: LakeSet): Promise<void>;
  download(set: LakeSet, version: LakeVersion): Promise<void>;
  /** Lets a node read the set: '' for the newest version. */
  read(set: LakeSet, hash: string): void;
}

export function useLakeActions(): LakeActions {
  const { lake } = useEngine();
  const { notify } = useNotices.getState();
  const goTo = useGoTo();
  const refuse = (failure: FailureDetail): void => void notify(noticeOf(failure));
  const tell = (...said: Parameters<typeof worded>): void =>
    void notify({ severity: 'info', message: worded(...said) });

  return {
    async append(name, rows) {
      const answer: Result<LakeVersion> =
        rows.type === 'file'
          ? await lake.append(name, rows.file, rows.reading)
          : await lake.keep(name, rows.ref, rows.name);
      if (!answer.ok) return answer.failure;
      const { parent, added, rows: all } = answer.value;
      const made = parent === null;
      tell(made ? 'lake.made' : 'lake.appended', { name: name.trim(), n: added, rows: all });
      lakeChanged();
      return null;
    },
    async remove({ name }) {
      const answer = await lake.remove(name);
      if (!answer.ok) return refuse(answer.failure);
      tell('lake.removed', { name });
      lakeChanged();
    },
    async download({ name }, { hash }) {
      const answer = await lake.download(name, hash);
      if (answer.ok) download(answer.value.name, new Blob([answer.value.bytes.slice()], { type: 'text/csv' }));
      else refuse(answer.failure);
    },
    read({ name }, hash) {
      goTo(readInNode(name, hash));
    },
  };
}
