import { type Text, text } from '../lib/text';
import type { Stage } from './contract/kind';
import type { KindId } from './specs';

/** A part of a stage, by the textbook's word for it. The glossary says what it is, and what comes nearest where no kind does it yet. */
export interface StageBox {
  readonly stage: Stage;
  readonly name: Text;
  /** The English name of its term in the glossary. */
  readonly term: string;
  readonly kinds: readonly KindId[];
}

const box = (stage: Stage, en: string, ko: string, term: string, kinds: readonly KindId[] = []): StageBox => ({
  stage,
  name: text(en, ko),
  term,
  kinds,
});

const RETRAINED: readonly KindId[] = ['retrain.train', 'retrain.gate'];

/** Every box, in the textbook's order. Watching and triggers stand before the retraining that they lead to. */
// biome-ignore format: a box a line, and the kinds in it
export const boxes: readonly StageBox[] = [
  box('ingest', 'Data lake', '데이터 레이크', 'data lake', ['ingest.sample', 'ingest.synthetic', 'ingest.lake']),
  box('ingest', 'ETL', 'ETL', 'ETL', ['ingest.file']),
  box('prepare', 'Normalization', '정규화', 'normalization',
    ['prepare.columns', 'prepare.split', 'prepare.missing', 'prepare.encode', 'prepare.scale', 'prepare.image']),
  box('prepare', 'Bias analysis', '편향 분석', 'bias analysis'),
  box('train', 'Hyper-parameters', '하이퍼파라미터', 'hyper-parameter'),
  box('train', 'Parallelization', '병렬화', 'parallelization'),
  box('train', 'Data operations', '데이터 연산', 'data operations',
    ['train.dense', 'train.linear', 'train.neighbours', 'train.bayes', 'train.cnn']),
  box('train', 'Completed models', '완성된 모델', 'completed model', ['train.saved', 'train.threshold', 'train.evaluate']),
  box('serve', 'At client', '클라이언트에서', 'at the client'),
  box('serve', 'On backend', '백엔드에서', 'on the backend'),
  box('serve', 'Predictions', '예측', 'prediction', ['serve.predict', 'serve.deploy']),
  box('retrain', 'Monitoring', '모니터링', 'monitoring', ['retrain.stream', 'retrain.monitor']),
  box('retrain', 'Trigger', '트리거', 'trigger',
    ['retrain.demand', 'retrain.schedule', 'retrain.new-data', 'retrain.performance', 'retrain.distribution', 'retrain.combine']),
  box('retrain', 'Incremental', '증분 재학습', 'incremental retraining', RETRAINED),
  box('retrain', 'Full', '전체 재학습', 'full retraining', RETRAINED),
];

/** Boxes that the same kinds do, and those kinds. */
interface BoxGroup {
  readonly names: readonly Text[];
  readonly kinds: readonly KindId[];
}

/** The boxes of a stage that have kinds: those with the same ones stand together. */
export function groupsOf(stage: Stage): readonly BoxGroup[] {
  const groups = new Map<readonly KindId[], Text[]>();
  for (const { stage: of, name, kinds } of boxes) {
    if (of !== stage || kinds.length === 0) continue;
    const names = groups.get(kinds) ?? [];
    groups.set(kinds, [...names, name]);
  }
  return [...groups].map(([kinds, names]) => ({ names, kinds }));
}
