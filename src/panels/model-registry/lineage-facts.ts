import type { MessageKey } from '../../i18n/catalogue';
import { formatBytes, formatMoment, formatNumber } from '../../i18n/format';
import type { Translator } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import type { Lineage, ModelVersion } from '../../worker/live-protocol';
import { taskWord } from '../words';

/** One thing that is known of a version. */
export interface Fact {
  readonly name: MessageKey;
  readonly value: string;
  /** Hashes and ids are set in a mono. */
  readonly code?: boolean;
  /** Differs from version to version by its nature. */
  readonly own?: boolean;
}

export const madeByWord: Readonly<Record<Lineage['madeBy'], MessageKey>> = {
  pipeline: 'models.byPipeline',
  incremental: 'models.byIncremental',
  full: 'models.byFull',
};

/** Everything that is known of where a version comes from, in the reader's words. */
export function lineageFacts(
  { id, task, target, classes, parameters, bytes, lineage, keptAt }: ModelVersion,
  { t, say, language }: Translator,
): readonly Fact[] {
  const { pipeline, nodeId, dataHash, rows, seed, backend, steps, madeBy, parent, tick, streamRows } = lineage;
  const number = (value: number): string => formatNumber(language, value);
  const kindTitle = (kind: string): string => {
    const title = catalog.kind(kind)?.title;
    return title === undefined ? kind : say(title);
  };
  const none = t('models.none');
  return [
    { name: 'models.factMadeBy', value: t(madeByWord[madeBy]) },
    { name: 'models.factPipeline', value: pipeline.name === '' ? none : pipeline.name },
    { name: 'models.factSeed', value: String(seed) },
    { name: 'models.factRows', value: number(rows) },
    { name: 'models.factSteps', value: steps.length === 0 ? none : steps.map(kindTitle).join(' → ') },
    ...(backend === 'none' ? [] : [{ name: 'models.factBackend', value: backend } as const]),
    { name: 'models.factTask', value: t(taskWord[task]) },
    { name: 'models.factTarget', value: target },
    ...(classes === null ? [] : [{ name: 'models.factClasses', value: classes.join(', ') } as const]),
    { name: 'models.factParameters', value: number(parameters) },
    { name: 'models.factSize', value: formatBytes(language, bytes), own: true },
    { name: 'models.factKept', value: formatMoment(language, Date.parse(keptAt)), own: true },
    ...(tick === null ? [] : [{ name: 'models.factTick', value: number(tick) } as const]),
    ...(streamRows === null
      ? []
      : [{ name: 'models.factStream', value: `${number(streamRows.from)} – ${number(streamRows.to)}` } as const]),
    ...(parent === null ? [] : [{ name: 'models.factParent', value: parent, code: true } as const]),
    { name: 'models.factNode', value: nodeId, code: true },
    { name: 'models.factId', value: id, code: true, own: true },
    { name: 'models.factPipelineHash', value: pipeline.hash, code: true },
    { name: 'models.factData', value: dataHash ?? t('models.unknown'), code: dataHash !== null },
  ];
}

/** Facts of two versions side by side; what only one has is null in the other. */
export function compareFacts(
  first: readonly Fact[],
  second: readonly Fact[],
): readonly { readonly name: MessageKey; readonly first: Fact | null; readonly second: Fact | null }[] {
  const names = [...new Set([...first, ...second].map(({ name }) => name))];
  const of = (facts: readonly Fact[], name: MessageKey): Fact | null =>
    facts.find((fact) => fact.name === name) ?? null;
  return names.map((name) => ({ name, first: of(first, name), second: of(second, name) }));
}
