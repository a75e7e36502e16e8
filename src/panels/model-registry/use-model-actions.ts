import { worded } from '../../i18n/worded';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { deploymentLine } from '../../registry/model-lines';
import { useLive } from '../../store/live/live-store';
import type { LiveState } from '../../store/live/live-types';
import { noticeOf, useNotices } from '../../store/view/notice-store';
import { download } from '../../ui/download';
import type { ModelVersion } from '../../worker/live-protocol';
import type { Result } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { useGoTo } from '../go-to';
import { restoreModel } from './restore-model';

/** What a person can do with versions. Each says how it went. */
export interface ModelActions {
  promote(version: ModelVersion): Promise<void>;
  rollback(line: string): Promise<void>;
  /** True where it was saved. */
  describe(version: ModelVersion, card: string): Promise<boolean>;
  download(version: ModelVersion): Promise<void>;
  restore(version: ModelVersion): Promise<void>;
  remove(version: ModelVersion): Promise<void>;
}

/**
 * Acts on the registry; the champion of a line that a running loop serves is changed by asking its deployment, which
 * alone decides what serves.
 */
export function useModelActions(reload: () => void): ModelActions {
  const { models, putFile } = useEngine();
  const { notify } = useNotices.getState();
  const goTo = useGoTo();

  const tell = (message: Text): void => void notify({ severity: 'info', message });
  const done = async <T>(answer: Promise<Result<T>>, says?: (value: T) => Text): Promise<T | null> => {
    const given = await answer;
    if (!given.ok) {
      notify(noticeOf(given.failure));
      return null;
    }
    if (says !== undefined) tell(says(given.value));
    reload();
    return given.value;
  };
  const fileOf = async (version: ModelVersion): Promise<File | null> => {
    const answer = await models.download(version.id);
    if (answer.ok) return new File([answer.value.bytes.slice()], answer.value.name, { type: 'application/json' });
    notify(noticeOf(answer.failure));
    return null;
  };

  return {
    async promote({ line, id, number }) {
      const deployment = servingDeployment(useLive.getState(), line);
      if (deployment === null) {
        await done(models.promote(line, id), () => worded('models.promoted', { n: number }));
        return;
      }
      useLive.getState().rollback(deployment, id);
      tell(worded('models.askedLive'));
    },
    async rollback(line) {
      const deployment = servingDeployment(useLive.getState(), line);
      if (deployment === null) {
        await done(models.rollback(line), ({ number }) => worded('models.rolledBack', { n: number }));
        return;
      }
      useLive.getState().rollback(deployment);
      tell(worded('models.askedLive'));
    },
    describe: async ({ line, id }, card) =>
      (await done(models.describe(line, id, card), () => worded('models.cardSaved'))) !== null,
    async download(version) {
      const file = await fileOf(version);
      if (file !== null) download(file.name, file);
    },
    async restore(version) {
      const file = await fileOf(version);
      if (file === null) return;
      const name = `${version.line} v${version.number}`;
      const nodeId = await done(restored(putFile(file), name));
      if (nodeId !== null) goTo(nodeId);
    },
    async remove({ line, id, number }) {
      await done(models.remove(line, id), () => worded('models.removed', { n: number }));
    },
  };
}

async function restored(
  put: ReturnType<ReturnType<typeof useEngine>['putFile']>,
  name: string,
): Promise<Result<string>> {
  const file = await put;
  if (!file.ok) return file;
  return { ok: true, value: restoreModel(file.value, name, text(`Restore ${name}`, `${name} 되살리기`)) };
}

/** The deployment of a running loop that serves a line; null where none does. */
export function servingDeployment(
  { phase, document }: Pick<LiveState, 'phase' | 'document'>,
  line: string,
): string | null {
  if (document === null || (phase !== 'playing' && phase !== 'paused')) return null;
  const pipeline = catalog.compile(document);
  return pipeline.enabled('deployment').find(({ id }) => deploymentLine(pipeline, id) === line)?.id ?? null;
}
