import { useT } from '../../i18n/use-t';
import type { FailureDetail } from '../../lib/failure';
import { download } from '../../ui/download';
import { useToast } from '../../ui/Toasts';
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
  const { t, say } = useT();
  const { lake } = useEngine();
  const toast = useToast();
  const goTo = useGoTo();
  const refuse = ({ message, hint }: FailureDetail): void =>
    toast({ tone: 'failed', title: say(message), detail: say(hint) });

  return {
    async append(name, rows) {
      const answer: Result<LakeVersion> =
        rows.type === 'file'
          ? await lake.append(name, rows.file, rows.reading)
          : await lake.keep(name, rows.ref, rows.name);
      if (!answer.ok) return answer.failure;
      const { parent, added, rows: all } = answer.value;
      const made = parent === null;
      toast({ title: t(made ? 'lake.made' : 'lake.appended', { name: name.trim(), n: added, rows: all }) });
      lakeChanged();
      return null;
    },
    async remove({ name }) {
      const answer = await lake.remove(name);
      if (!answer.ok) return refuse(answer.failure);
      toast({ title: t('lake.removed', { name }) });
      lakeChanged();
    },
    async download({ name }, { hash }) {
      const answer = await lake.download(name, hash);
      if (answer.ok) download(answer.value.name, new Blob([answer.value.bytes.slice()], { type: 'text/csv' }));
      else refuse(answer.failure);
    },
    read({ name }, hash) {
      const { nodeId, added } = readInNode(name, hash);
      toast({ title: t(added ? 'lake.onCanvas' : 'lake.nodeSet', { name }) });
      goTo(nodeId);
    },
  };
}
