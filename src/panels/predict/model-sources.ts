import { useMemo } from 'react';
import { standsFor } from '../../graph/group-port';
import { sameEnd, wireEnd } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { nodeName } from '../../store/document/node-name';
import { useRunPipeline } from '../../store/document/pipeline';
import { useLive } from '../../store/live/live-store';
import type { ModelRef } from '../../worker/protocol';
import { useReadyOutputs } from '../use-ready-outputs';

/** A model that can be asked. */
export interface ModelSource {
  /** Stays the same while a deployment's champions come and go. */
  readonly id: string;
  readonly name: string;
  readonly ref: ModelRef;
  /** Nodes whose selection chooses it: the one that made it and those that predict with it. */
  readonly nodes: readonly string[];
  readonly isDeployment: boolean;
}

/** Every trained model; of a deployment in a live session, the champion of the tick that is looked at. */
export function useModelSources(): readonly ModelSource[] {
  const { t, say } = useT();
  const outputs = useReadyOutputs('model');
  const pipeline = useRunPipeline();
  const champions = useLive((state) =>
    pipeline.nodes
      .filter(({ spec }) => spec?.role === 'deployment')
      .map(({ id }) => {
        const span = state.history.championAt(id, state.cursor ?? state.tick);
        return span === undefined ? '' : `${id} ${span.version} ${span.number}`;
      })
      .join('\n'),
  );
  return useMemo(() => {
    const serving = new Map(
      champions.split('\n').map((line) => {
        const [id = '', version = '', n = ''] = line.split(' ');
        return [id, { version, n: Number(n) }] as const;
      }),
    );
    const predictors = pipeline.nodes.filter(({ spec }) => spec?.role === 'answers');
    return outputs.map((output): ModelSource => {
      const { node, spec } = pipeline.node(output.nodeId) ?? {};
      const isDeployment = spec?.role === 'deployment';
      const askedBy = predictors.filter(({ id }) => sameEnd(pipeline.source(id, 'model') ?? null, output));
      const champion = isDeployment ? serving.get(output.nodeId) : undefined;
      return {
        id: wireEnd(output.nodeId, output.port),
        name:
          champion === undefined || node === undefined
            ? output.name
            : t('playground.champion', { node: nodeName(node, say), n: champion.n }),
        ref: champion === undefined ? output.ref : { version: champion.version },
        nodes: [output.nodeId, ...askedBy.map(({ id }) => id)],
        isDeployment,
      };
    });
  }, [outputs, pipeline, champions, t, say]);
}

/** What the person chose, or the selected node's, or the first deployment, or what a Predict node asks, or the last model. */
export function pickModel(
  sources: readonly ModelSource[],
  chosen: string | null,
  selected: readonly string[],
): ModelSource | undefined {
  return (
    sources.find(({ id }) => id === chosen) ??
    sources.find(({ nodes }) => nodes.some((node) => selected.includes(standsFor(node)))) ??
    sources.find(({ isDeployment }) => isDeployment) ??
    sources.find(({ nodes }) => nodes.length > 1) ??
    sources.at(-1)
  );
}

export const modelKey = (ref: ModelRef): string =>
  'version' in ref ? `version ${ref.version}` : `${ref.key}/${ref.port}`;
