import { useState } from 'react';
import { formatBytes } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { worded } from '../../i18n/worded';
import { noticeOf, useNotices } from '../../store/view/notice-store';
import type { EngineClient, Result } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { lakeChanged } from '../lake/use-lake';
import { diskChanged } from './disk-changes';
import type { DiskItem } from './group-by-pipeline';

/** How far freeing is, 0 … 1; null where nobody can say. */
interface Freeing {
  readonly share: number | null;
}

export interface DiskActions {
  /** What is being freed just now. */
  readonly freeing: Freeing | null;
  free(item: DiskItem): Promise<void>;
  sweep(): Promise<void>;
}

/** Frees what a person chose, and says how that went. */
export function useDiskActions(): DiskActions {
  const { language } = useT();
  const engine = useEngine();
  const { notify } = useNotices.getState();
  const [freeing, setFreeing] = useState<Freeing | null>(null);

  const carryOut = async (work: () => Promise<Result<number>>): Promise<void> => {
    setFreeing({ share: null });
    const answer = await work();
    setFreeing(null);
    if (answer.ok) {
      notify({ severity: 'info', message: worded('disk.freed', { size: formatBytes(language, answer.value) }) });
    } else notify(noticeOf(answer.failure));
    diskChanged();
  };
  return {
    freeing,
    free: (item) => carryOut(() => freeItem(engine, item, (share) => setFreeing({ share }))),
    sweep: () =>
      carryOut(async () => {
        const answer = await engine.disk.sweep();
        return answer.ok ? { ok: true, value: answer.value.bytes } : answer;
      }),
  };
}

/** Answers with the bytes that are free now. */
async function freeItem(
  { disk, lake, models }: EngineClient,
  item: DiskItem,
  tell: (share: number) => void,
): Promise<Result<number>> {
  const freed = (answer: Result<void>): Result<number> => (answer.ok ? { ok: true, value: item.bytes } : answer);
  switch (item.type) {
    case 'file':
      return freed(await disk.removeFile(item.hash));
    case 'results':
      return freed(await disk.removeResults(item.keys));
    case 'slot':
      return freed(await disk.removeSlot(item.tab));
    case 'sessions':
      for (const tab of item.tabs) {
        const answer = await disk.removeSlot(tab);
        if (!answer.ok) return answer;
      }
      return { ok: true, value: item.bytes };
    case 'set': {
      const answer = await lake.remove(item.name);
      lakeChanged();
      return answer.ok ? { ok: true, value: item.frees } : answer;
    }
    case 'models': {
      for (const [at, { line, id }] of item.removable.entries()) {
        tell(at / item.removable.length);
        const answer = await models.remove(line, id);
        if (!answer.ok) return answer;
      }
      return { ok: true, value: item.frees };
    }
  }
}
