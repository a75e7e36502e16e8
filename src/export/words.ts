import type { Stage } from '../graph/kind-shape';
import { type Text, text } from '../lib/text';

/** The stages as the page names them, with their numbers. */
export const STAGE_NAMES: Readonly<Record<Stage, Text>> = {
  ingest: text('1. Ingestion', '1. 데이터 흡수'),
  prepare: text('2. Preparation', '2. 데이터 준비'),
  train: text('3. Model training', '3. 모델 교육'),
  serve: text('4. Prediction', '4. 예측 제공'),
  retrain: text('5. Retraining', '5. 재학습'),
};

export const NEEDED = text(
  'Needs Python 3.9 or newer with pandas, numpy and scikit-learn 1.2 or newer. Run it in the folder it lies in.',
  'Python 3.9 이상과 pandas, numpy, scikit-learn 1.2 이상이 필요해요. 이 파일이 있는 폴더에서 실행하세요.',
);

export const WRITTEN = text('Written by Millrace.', 'Millrace가 썼어요.');

export const HELPERS = text('What no library has', '라이브러리에 없는 함수');

export const LOOP = text(
  'While rows keep coming, Millrace does this in each tick:',
  '행이 계속 들어오는 동안 Millrace는 틱마다 이렇게 해요:',
);

/** What a program is called. */
export const titleOf = ({ name }: { readonly name: string }): Text =>
  name.trim() === '' ? text('Pipeline', '파이프라인') : text(name, name);
