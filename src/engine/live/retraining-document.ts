import { portOf } from '../../graph/catalog';
import type { PipelineDocument, PipelineEdge } from '../../graph/document';
import { nodesById, parseEnd, type WireEnd, wireEnd } from '../../graph/wire';
import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';
import type { Kinds } from '../kinds';
import { nameOf } from '../reasons';
import { createResolver } from './live-graph';
import { ROWS_KIND } from './rows-kind';

export interface RetrainingDocument {
  readonly document: PipelineDocument;
  readonly model: WireEnd;
  readonly evaluations: readonly string[];
}

/**
 * The part of a pipeline that makes a deployment's model out of a stream's history, with what evaluates that model.
 * The stream's node becomes rows that are given. Fails with `retrain-no-path` where the model does not come from
 * the stream's history.
 */
export function retrainingDocument(
  document: PipelineDocument,
  kinds: Kinds,
  of: { readonly stream: string; readonly deployment: string; readonly seed: number; readonly rowsHash: string },
): RetrainingDocument {
  const nodes = nodesById(document);
  const resolve = createResolver(document, kinds);
  const batchWires = document.edges.filter((edge) => speaksBefore(edge));
  const model = resolve(wireEnd(of.deployment, 'model'));
  const needed = new Set<string>();
  if (model !== undefined) need(model.nodeId);
  if (model === undefined || !needed.has(of.stream)) throw noPath();
  const evaluations = document.nodes.filter(({ id, kind, mode }) => {
    const spec = kinds.catalog.kind(kind);
    if (mode !== 'on' || spec === undefined) return false;
    if (!spec.outputs.some(({ type, live }) => type === 'report' && live === undefined)) return false;
    return spec.inputs.some(({ name, type }) => {
      const from = type === 'model' ? resolve(wireEnd(id, name)) : undefined;
      return from?.nodeId === model.nodeId && from.port === model.port;
    });
  });
  for (const { id } of evaluations) need(id);
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
      edges: batchWires.filter(
        ({ from, to }) =>
          needed.has(parseEnd(from).nodeId) && needed.has(parseEnd(to).nodeId) && parseEnd(to).nodeId !== of.stream,
      ),
      notes: [],
    },
    model,
    evaluations: evaluations.map(({ id }) => id),
  };

  function speaksBefore({ to }: PipelineEdge): boolean {
    const { nodeId, port } = parseEnd(to);
    const input = portOf(kinds.catalog.kind(nodes.get(nodeId)?.kind ?? ''), 'inputs', port);
    return input !== undefined && input.live !== 'only' && input.feedback !== true;
  }

  /** A node and all that it needs; what the stream itself needs is in its rows already. */
  function need(nodeId: string): void {
    const queue = [nodeId];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (needed.has(id)) continue;
      needed.add(id);
      if (id === of.stream) continue;
      for (const { from, to } of batchWires) if (parseEnd(to).nodeId === id) queue.push(parseEnd(from).nodeId);
    }
  }

  function noPath(): Failure {
    const called = (id: string): string => {
      const node = nodes.get(id);
      return node === undefined ? id : nameOf(node);
    };
    const [stream, deployment] = [called(of.stream), called(of.deployment)];
    return new Failure({
      code: 'retrain-no-path',
      message: text(
        `The model of “${deployment}” is not made from the history of “${stream}”, so it cannot be made again from newer rows.`,
        `“${deployment}” 노드의 모델이 “${stream}” 노드의 과거 데이터로 만들어진 것이 아니어서 새 행으로 다시 만들 수 없어요.`,
      ),
      hint: text(
        `Wire the table of “${stream}” into the pipeline that trains the model, or choose incremental retraining.`,
        `“${stream}” 노드의 표를 모델을 학습하는 파이프라인에 연결하거나 점진적 재학습을 골라 주세요.`,
      ),
    });
  }
}
