import type { PipelineDocument } from '../../graph/document';
import { nameAt } from '../../graph/node-name';
import type { CompiledWire } from '../../graph/pipeline';
import type { WireEnd } from '../../graph/wire';
import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';
import type { SpecPipeline } from '../../nodes/catalog';
import { ROWS_KIND } from './rows-kind';

export interface RetrainingDocument {
  readonly document: PipelineDocument;
  readonly model: WireEnd;
}

/**
 * The part of a pipeline that makes a deployment's model out of a stream's history, with what evaluates that model.
 * The stream's node becomes rows that are given. Fails with `retrain-no-path` where the model does not come from
 * the stream's history.
 */
export function retrainingDocument(
  pipeline: SpecPipeline,
  of: { readonly stream: string; readonly deployment: string; readonly seed: number; readonly rowsHash: string },
): RetrainingDocument {
  const { document } = pipeline;
  const model = pipeline.source(of.deployment, 'model');
  const needed = new Set<string>();
  if (model !== undefined) need(model.nodeId);
  if (model === undefined || !needed.has(of.stream)) throw noPath();
  for (const { id } of pipeline.evaluationsOf(model)) need(id);
  return {
    document: {
      ...document,
      seed: of.seed,
      nodes: document.nodes
        .filter(({ id }) => needed.has(id))
        .map((node) =>
          node.id === of.stream
            ? { ...node, kind: ROWS_KIND, params: { hash: of.rowsHash }, mode: 'on' as const }
            : node,
        ),
      edges: pipeline.wires
        .filter((wire) => speaksBefore(wire) && needed.has(wire.from.nodeId) && needed.has(wire.to.nodeId))
        .flatMap(({ edge, to }) => (to.nodeId === of.stream ? [] : [edge])),
      notes: [],
    },
    model,
  };

  /** A node and all that it needs; what the stream itself needs is in its rows already. */
  function need(nodeId: string): void {
    const queue = [nodeId];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (needed.has(id)) continue;
      needed.add(id);
      if (id === of.stream) continue;
      for (const wire of pipeline.into(id)) if (speaksBefore(wire)) queue.push(wire.from.nodeId);
    }
  }

  function noPath(): Failure {
    const [stream, deployment] = [nameAt(pipeline, of.stream), nameAt(pipeline, of.deployment)];
    return new Failure({
      code: 'retrain-no-path',
      message: text(
        `The model of “${deployment.en}” is not made from the history of “${stream.en}”, so it cannot be made again from newer rows.`,
        `“${deployment.ko}” 노드의 모델이 “${stream.ko}” 노드의 과거 데이터로 만들어진 것이 아니어서 새 행으로 다시 만들 수 없어요.`,
      ),
      hint: text(
        `Wire the table of “${stream.en}” into the pipeline that trains the model, or choose incremental retraining.`,
        `“${stream.ko}” 노드의 표를 모델을 학습하는 파이프라인에 연결하거나 증분 재학습을 골라 주세요.`,
      ),
    });
  }
}

/** Whether a wire carries something before the first tick. */
const speaksBefore = ({ ordering, input }: CompiledWire): boolean => ordering && input?.live !== 'only';
