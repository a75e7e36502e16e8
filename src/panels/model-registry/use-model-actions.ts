import { useT } from '../../i18n/use-t';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { deploymentLine } from '../../registry/model-lines';
import { useLive } from '../../store/live/live-store';
import type { LiveState } from '../../store/live/live-types';
import { download } from '../../ui/download';
import { useToast } from '../../ui/Toasts';
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
  const { t, say } = useT();
  const { models, putFile } = useEngine();
  const toast = useToast();
  const goTo = useGoTo();

  const done = async <T>(answer: Promise<Result<T>>, title: (value: T) => string): Promise<T | null> => {
    const given = await answer;
    if (!given.ok) {
      toast({ tone: 'failed', title: say(given.failure.message), detail: say(given.failure.hint) });
      return null;
    }
    toast({ title: title(given.value) });
    reload();
    return given.value;
  };
  const fileOf = async (version: ModelVersion): Promise<File | null> => {
    const answer = await models.download(version.id);
    if (answer.ok) return new File([answer.value.bytes.slice()], answer.value.name, { type: 'application/json' });
    toast({ tone: 'failed', title: say(answer.failure.message), detail: say(answer.failure.hint) });
    return null;
  };

  return {
    async promote({ line, id, number }) {
      const deployment = servingDeployment(useLive.getState(), line);
      if (deployment === null) {
        await done(models.promote(line, id), () => t('models.promoted', { n: number }));
        return;
      }
      useLive.getState().rollback(deployment, id);
      toast({ title: t('models.askedLive') });
    },
    async rollback(line) {
      const deployment = servingDeployment(useLive.getState(), line);
      if (deployment === null) {
        await done(models.rollback(line), ({ number }) => t('models.rolledBack', { n: number }));
        return;
      }
      useLive.getState().rollback(deployment);
      toast({ title: t('models.askedLive') });
    },
    describe: async ({ line, id }, card) =>
      (await done(models.describe(line, id, card), () => t('models.cardSaved'))) !== null,
    async download(version) {
      const file = await fileOf(version);
      if (file !== null) download(file.name, file);
    },
    async restore(version) {
      const file = await fileOf(version);
      if (file === null) return;
      const name = `${version.line} v${version.number}`;
      const nodeId = await done(restored(putFile(file), name), () => t('models.restored', { n: version.number }));
      if (nodeId !== null) goTo(nodeId);
    },
    async remove({ line, id, number }) {
      await done(models.remove(line, id), () => t('models.removed', { n: number }));
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
