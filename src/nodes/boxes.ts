import { type Text, text } from '../lib/text';
import type { Stage } from './contract/kind';
import type { KindId } from './specs';

/** What the glossary's term of a box names it by. */
export type BoxId =
  | ('lake' | 'etl' | 'normalization' | 'bias')
  | ('hyper-parameters' | 'parallelization' | 'operations' | 'completed')
  | ('client' | 'backend' | 'predictions')
  | ('monitoring' | 'trigger' | 'incremental' | 'full');

/** A part of a stage, by the textbook's word for it. The glossary says what it is, and what comes nearest where no kind does it yet. */
export interface StageBox {
  readonly id: BoxId;
  readonly stage: Stage;
  readonly name: Text;
  readonly kinds: readonly KindId[];
}

const box = (id: BoxId, stage: Stage, en: string, ko: string, kinds: readonly KindId[] = []): StageBox => ({
  id,
  stage,
  name: text(en, ko),
  kinds,
});

const RETRAINED: readonly KindId[] = ['retrain.train', 'retrain.gate'];

/** Every box, in the textbook's order. Watching and triggers stand before the retraining that they lead to. */
// biome-ignore format: a box a line, and the kinds in it
export const boxes: readonly StageBox[] = [
  box('lake', 'ingest', 'Data lake', '데이터 레이크', ['ingest.sample', 'ingest.synthetic', 'ingest.lake']),
  box('etl', 'ingest', 'ETL', 'ETL', ['ingest.file']),
  box('normalization', 'prepare', 'Normalization', '정규화',
    ['prepare.columns', 'prepare.split', 'prepare.missing', 'prepare.encode', 'prepare.scale', 'prepare.image']),
  box('bias', 'prepare', 'Bias analysis', '편향 분석'),
  box('hyper-parameters', 'train', 'Hyper-parameters', '하이퍼파라미터'),
  box('parallelization', 'train', 'Parallelization', '병렬화'),
  box('operations', 'train', 'Data operations', '데이터 연산',
    ['train.dense', 'train.linear', 'train.neighbours', 'train.bayes', 'train.cnn']),
  box('completed', 'train', 'Completed models', '완성된 모델', ['train.saved', 'train.threshold', 'train.evaluate']),
  box('client', 'serve', 'At client', '클라이언트에서'),
  box('backend', 'serve', 'On backend', '백엔드에서'),
  box('predictions', 'serve', 'Predictions', '예측', ['serve.predict', 'serve.deploy']),
  box('monitoring', 'retrain', 'Monitoring', '모니터링', ['retrain.stream', 'retrain.monitor']),
  box('trigger', 'retrain', 'Trigger', '트리거',
    ['retrain.demand', 'retrain.schedule', 'retrain.new-data', 'retrain.performance', 'retrain.distribution', 'retrain.combine']),
  box('incremental', 'retrain', 'Incremental', '증분 재학습', RETRAINED),
  box('full', 'retrain', 'Full', '전체 재학습', RETRAINED),
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
