import type { CompiledNode } from '../graph/pipeline';
import type { Problem } from '../graph/problem';
import { text } from '../lib/text';
import type { SpecPipeline } from './catalog';

/** Where the rows of a table come from: the nodes that read them, and the split nearest on each way. */
interface Origin {
  readonly sources: ReadonlySet<string>;
  /** Empty where a way passes no split. */
  readonly splits: ReadonlySet<string>;
}

/**
 * Evaluations of a model on parts that its training did not have: the rows set aside for testing there are rows that it
 * has learned from. Rows of other sources are another matter, and no leak.
 */
export function splitProblems(pipeline: SpecPipeline): readonly Problem[] {
  return pipeline.enabled('evaluator').flatMap((evaluator): Problem[] => {
    const measured = originOf(pipeline, evaluator);
    if (measured.splits.size === 0) return [];
    const leaks = trainersBefore(pipeline, evaluator).some((trainer) => {
      const learned = originOf(pipeline, trainer);
      return meet(learned.sources, measured.sources) && !within(measured.splits, learned.splits);
    });
    return leaks ? [otherSplit(evaluator.id)] : [];
  });
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((each) => b.has(each));
const within = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((each) => b.has(each));

function originOf(pipeline: SpecPipeline, start: CompiledNode): Origin {
  const sources = new Set<string>();
  const splits = new Set<string>();
  const seen = new Set<string>();
  const walk = (node: CompiledNode, split: boolean): void => {
    const place = `${node.id} ${split}`;
    if (seen.has(place)) return;
    seen.add(place);
    const before = nodesBefore(pipeline, node, 'table');
    if (before.length === 0 && node !== start) sources.add(node.id);
    for (const each of before) {
      const splitsHere = !split && each.spec?.role === 'split';
      if (splitsHere) splits.add(partsOf(each));
      walk(each, split || splitsHere);
    }
  };
  walk(start, false);
  return { sources, splits };
}

/** What tells the parts of one split from those of another: a draw is its own, a column or the time gives the same again. */
function partsOf({ id, parsed }: CompiledNode): string {
  const params = parsed.ok ? parsed.params : {};
  return params.method === 'column' || params.method === 'time' ? JSON.stringify(params) : id;
}

function trainersBefore(pipeline: SpecPipeline, start: CompiledNode): readonly CompiledNode[] {
  const trainers = new Map<string, CompiledNode>();
  const seen = new Set([start.id]);
  const queue = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const before of nodesBefore(pipeline, node, 'model')) {
      if (before.spec?.role === 'trainer') trainers.set(before.id, before);
      else if (!seen.has(before.id)) queue.push(before);
      seen.add(before.id);
    }
  }
  return [...trainers.values()];
}

/** The nodes that really feed a node's inputs of this type. */
function nodesBefore(
  pipeline: SpecPipeline,
  { id, inputs }: CompiledNode,
  type: 'table' | 'model',
): readonly CompiledNode[] {
  return inputs
    .filter((input) => input.type === type && input.feedback !== true)
    .flatMap(({ name }) => pipeline.sources(id, name))
    .flatMap(({ nodeId }) => pipeline.node(nodeId) ?? []);
}

function otherSplit(nodeId: string): Problem {
  return {
    code: 'other-split',
    severity: 'warning',
    nodeId,
    port: 'table',
    message: text(
      'Figures measured here look better than they are: the model, trained on other parts, learns from some of these rows.',
      '모델을 다른 분할로 학습해서 여기서 재는 행을 이미 배웠어요. 수치가 실제보다 좋게 나와요.',
    ),
    hint: text('Connect the table that the model was trained on.', '모델을 학습시킨 표를 연결하세요.'),
  };
}
