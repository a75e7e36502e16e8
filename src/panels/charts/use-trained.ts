import { useEffect, useMemo, useState } from 'react';
import type { KindRole } from '../../graph/kind-shape';
import { useT } from '../../i18n/use-t';
import type { MetricPoint } from '../../nodes/contract/runner';
import { nodeName } from '../../store/document/node-name';
import { useRunPipeline } from '../../store/document/pipeline';
import type { NodeRun } from '../../store/run/run-state';
import { useRun } from '../../store/run/run-store';
import { useEngine } from '../engine-context';
import { type ReadyOutput, refKey } from '../outputs';
import { useReadyOutputs } from '../use-ready-outputs';
import { pointsOfHistory } from './curves';

/** A node that trained, or is training, a model. */
export interface Trained {
  readonly nodeId: string;
  readonly name: string;
  readonly run: NodeRun;
  readonly points: readonly MetricPoint[];
}

const HAND_ON: ReadonlySet<KindRole> = new Set<KindRole>(['model-step', 'deployment', 'gate']);

/** Nodes with live points; for a cached model, whose points are gone, the history that it carries. */
export function useTrained(): readonly Trained[] {
  const { say } = useT();
  const { nodes } = useRunPipeline();
  const runs = useRun((state) => state.nodes);
  const models = useReadyOutputs('model');
  const histories = useHistories(models.filter((model) => runs[model.nodeId]?.points.length === 0));
  return useMemo(
    () =>
      nodes.flatMap(({ node, spec }) => {
        const run = runs[node.id];
        // A model that was handed on brings the curves of its training along.
        if (!run || (spec !== undefined && HAND_ON.has(spec.role))) return [];
        const model = models.find((one) => one.nodeId === node.id);
        const points = run.points.length > 0 ? run.points : model ? (histories[refKey(model.ref)] ?? []) : [];
        return points.length > 0 ? [{ nodeId: node.id, name: nodeName(node, say), run, points }] : [];
      }),
    [nodes, runs, models, histories, say],
  );
}

function useHistories(models: readonly ReadyOutput[]): Readonly<Record<string, readonly MetricPoint[]>> {
  const engine = useEngine();
  const [known, setKnown] = useState<Readonly<Record<string, readonly MetricPoint[]>>>({});
  const wanted = models.map((model) => refKey(model.ref)).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` names the models
  useEffect(() => {
    let stale = false;
    for (const model of models) {
      const key = refKey(model.ref);
      if (known[key] !== undefined) continue;
      void engine.preview(model.ref).then((answer) => {
        if (stale || !answer.ok || answer.value.type !== 'model') return;
        const points = pointsOfHistory(answer.value.training);
        setKnown((before) => ({ ...before, [key]: points }));
      });
    }
    return () => {
      stale = true;
    };
  }, [engine, wanted]);
  return known;
}
